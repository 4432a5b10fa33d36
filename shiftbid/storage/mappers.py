"""Between the columns that several tables share and the domain's values; plain functions without a database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from shiftbid.domain.shift import Break, Shift
from shiftbid.domain.timeline import DAYS_PER_WEEK, Interval
from shiftbid.storage.bulk import RowValues


def span_columns(span: Interval) -> RowValues:
    """Columns of a half-open span of instants."""
    return {"starts_at": span.start, "ends_at": span.end}


def shift_columns(shift: Shift) -> RowValues:
    """Columns of a shift without its breaks."""
    return {
        "shift": shift.id,
        "hall": shift.hall,
        "template": shift.template,
        "day": shift.day,
        **span_columns(shift.span),
        "skill": shift.skill,
        "toil_minutes": shift.toil_minutes,
    }


def break_rows(owner: Mapping[str, int], shifts: Sequence[Shift]) -> list[RowValues]:
    """Rows of the breaks of shifts that stand at positions 0, 1, … below `owner`."""
    return [
        {
            **owner,
            "shift_position": shift_position,
            "position": position,
            **span_columns(pause.span),
            "paid": pause.paid,
        }
        for shift_position, shift in enumerate(shifts)
        for position, pause in enumerate(shift.breaks)
    ]


def break_of(starts_at: int, ends_at: int, paid: bool) -> Break:
    """Build the break of a row."""
    return Break(Interval(starts_at, ends_at), paid)


def week_mask_of(weekdays: Iterable[int]) -> int:
    """Write a set of weekdays (0 is Monday) as bits of a number."""
    return sum(1 << weekday for weekday in weekdays)


def weekdays_of(week_mask: int) -> frozenset[int]:
    """Read weekdays (0 is Monday) from the bits of a number."""
    return frozenset(weekday for weekday in range(DAYS_PER_WEEK) if week_mask >> weekday & 1)
