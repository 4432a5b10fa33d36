"""Names the option that takes the reason for short notice, where a service finds that one is needed."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace

from shiftbid.domain.errors import InputError
from shiftbid.services.notice_dates import WaivableNotice

OPTION = "--late-because"


@contextmanager
def late_option_named() -> Generator[None]:
    """Raise the InputError of a notice that a reason lifts with the option's name behind it."""
    try:
        yield
    except InputError as error:
        if not any(isinstance(each, WaivableNotice) for each in error.problems):
            raise
        raise InputError(
            error.source,
            [
                replace(each, message=f"{each.message} Option: {OPTION}.") if isinstance(each, WaivableNotice) else each
                for each in error.problems
            ],
        ) from error
