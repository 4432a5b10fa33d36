"""The option that names a span of days."""

from __future__ import annotations

from datetime import date

from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import Period


def parse_period(text: str) -> Period:
    """Read ``FROM/TO``, two ISO dates, both included; raises InputError otherwise."""
    first, _, last = text.partition("/")
    try:
        return Period(date.fromisoformat(first.strip()), date.fromisoformat(last.strip()))
    except ValueError:
        raise InputError("--period", [f"{text!r}: write FROM/TO, such as 2026-11-02/2026-11-29"]) from None
