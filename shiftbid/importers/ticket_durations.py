"""Durations of a ticket log: seconds, minutes, hours or hh:mm:ss, told apart by the times beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from shiftbid.domain.errors import InputError
from shiftbid.importers.ticket_columns import UNIT_SECONDS

LEAST_AGREEING_SHARE = 0.5
LEAST_TOLERANCE_SECONDS = 5.0
LONGEST_SECONDS = 7 * 86_400.0
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,]\d+)?")
_NUMBER = re.compile(r"-?\d{1,12}(?:[.,]\d{1,9})?")


class Written(StrEnum):
    """How a duration is written."""

    NUMBER = "number"
    TWO_PARTS = "a:b"
    """Minutes and seconds, or hours and minutes; counted in the smaller."""
    THREE_PARTS = "h:mm:ss"


@dataclass(frozen=True, slots=True)
class RawDuration:
    """A duration as written, in units not yet known.

    Attributes
    ----------
    units
        Number of units.
    """

    written: Written
    units: float

    def in_seconds(self, unit: str) -> float:
        """Give the seconds where the column is in a unit (`UNIT_SECONDS`)."""
        return self.units if self.written is Written.THREE_PARTS else self.units * UNIT_SECONDS[unit]


def raw_duration(text: str) -> RawDuration:
    """Read a cell; raises ValueError where it is no duration."""
    clock = _CLOCK.fullmatch(text)
    if clock and int(clock[3]) < 60:
        units = int(clock[2]) * 60.0 + int(clock[3])
        if clock[1] is None:
            return RawDuration(Written.TWO_PARTS, units)
        return RawDuration(Written.THREE_PARTS, int(clock[1]) * 3600.0 + units)
    if _NUMBER.fullmatch(text):
        return RawDuration(Written.NUMBER, float(text.replace(",", ".")))
    raise ValueError(f"{text!r} is not a duration; write seconds, minutes or h:mm:ss")


def found_unit(column: str, pairs: Sequence[tuple[RawDuration, int | None]]) -> str:
    """Tell the unit of a column by the times beside it.

    Parameters
    ----------
    pairs
        Durations with the seconds between the two times of their row, None where the row lacks one.

    Returns
    -------
    str
        The unit under which most durations agree with the times, at least half of those that can be compared.

    Raises
    ------
    InputError
        There is nothing to compare with, or no unit agrees; the message says how to give the unit.
    """
    open_pairs = [(raw, stamped) for raw, stamped in pairs if raw.written is not Written.THREE_PARTS and raw.units > 0]
    if not open_pairs:
        return "s"
    compared = [(raw, stamped) for raw, stamped in open_pairs if stamped is not None and stamped > 0]
    agreeing = {
        unit: sum(agrees(raw.in_seconds(unit), stamped, unit) for raw, stamped in compared) for unit in UNIT_SECONDS
    }
    best = max(UNIT_SECONDS, key=lambda unit: agreeing[unit])
    if compared and agreeing[best] >= LEAST_AGREEING_SHARE * len(compared):
        return best
    found = "no unit agrees with the times" if compared else "there are no times to compare with"
    raise InputError(
        f"column {column}",
        [f"is it in seconds or minutes? {found}; give --map {column}=FIELD:s or --map {column}=FIELD:min"],
    )


def agrees(seconds: float, stamped_seconds: float, unit: str) -> bool:
    """Whether a duration says what the times say: within 5 seconds, or 2 %, or the rounding of its unit."""
    rounding = 0.51 * UNIT_SECONDS[unit] if unit == "min" else 0.0
    return abs(seconds - stamped_seconds) <= max(LEAST_TOLERANCE_SECONDS, 0.02 * stamped_seconds, rounding)
