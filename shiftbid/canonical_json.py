"""Canonical JSON (RFC 8785): one text for one value, so that hashes can be compared and replays give the same bytes."""

from __future__ import annotations

from typing import Any

import rfc8785

from shiftbid.domain.errors import BugError


def canonical_json(value: Any) -> str:  # noqa: ANN401 - whatever JSON can carry, which the library checks
    """Canonical text of a JSON value; raises BugError for what JSON cannot carry (NaN, huge whole numbers)."""
    try:
        return rfc8785.dumps(value).decode("utf-8")
    except rfc8785.CanonicalizationError as error:
        raise BugError(f"a record holds what canonical JSON cannot carry: {error}") from error
