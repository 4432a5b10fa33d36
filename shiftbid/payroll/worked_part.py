"""Working time cut where a law draws its lines: at midnights and workdays, at holidays, above its limits.

The laws of pay are put together of these cuts. All of them go through the work in order of time, so that what a day
pays depends on that day and on what was worked before, never on what comes after.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple, TypeVar

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import SECONDS_PER_MINUTE, Interval, instant, local_day, week_start
from shiftbid.domain.work_total import TotalKind, WorkTotal

DAY = timedelta(days=1)
Window = TypeVar("Window", bound=Hashable)


@dataclass(frozen=True, slots=True)
class WorkedPart:
    """Working time that is paid for one day.

    Attributes
    ----------
    source, hall
        The shift, and where it was worked.
    day
        Day that it is paid for, whose class may set the pay.
    counts_on
        Day towards whose limits, and those of its week, month and cycle, it counts under the law that cuts.
    seconds
        Elapsed, less unpaid breaks; in seconds, since a month's quota of 165.36 h is no whole number of minutes.
    is_of_a_day
        False for a sum that tells several days, of which `day` is the last: no limit of a day speaks of it.
    """

    source: str
    hall: str
    day: date
    counts_on: date
    seconds: int
    is_of_a_day: bool = True


class Split(NamedTuple):
    """Parts within the limits, and what lies above them."""

    within: tuple[WorkedPart, ...]
    above: tuple[WorkedPart, ...]


def by_start(shifts: Iterable[Shift]) -> Iterator[WorkedPart]:
    """Whole shifts: a shift over midnight counts towards the day on which it starts."""
    for shift in shifts:
        yield owed(shift, shift.day, shift.paid_minutes)


def by_day(shifts: Iterable[Shift], zone: str, start_minute: int = 0) -> Iterator[WorkedPart]:
    """Shifts cut where each workday begins: at midnight, or at another minute of the clock after it.

    A workday bears the date of the calendar day on which it begins (California Labor Code 500, 29 CFR 778.105).
    """
    for shift in shifts:
        first = local_day(shift.span.start, zone) - (DAY if start_minute else timedelta())
        last = local_day(shift.span.end - 1, zone)
        for ordinal in range(first.toordinal(), last.toordinal() + 1):
            day = date.fromordinal(ordinal)
            workday = Interval(instant(day, start_minute, zone), instant(day + DAY, start_minute, zone))
            minutes = shift.paid_minutes_in(workday)
            if minutes:
                yield owed(shift, day, minutes)


def by_start_or_holiday(shifts: Iterable[Shift], calendar: Calendar, zone: str) -> Iterator[WorkedPart]:
    """Shifts by the day on which they start, cut at midnight where only one of the two days is a public holiday.

    Both pieces count towards the limits of the day on which the shift starts.
    """
    for shift in shifts:
        last = local_day(shift.span.end - 1, zone)
        if calendar.is_holiday(shift.day) == calendar.is_holiday(last):
            yield owed(shift, shift.day, shift.paid_minutes)
        else:
            yield from (replace(part, counts_on=shift.day) for part in by_day((shift,), zone))


def owed(shift: Shift, day: date, minutes: int) -> WorkedPart:
    """Minutes of a shift, or owed for it, on a day."""
    return WorkedPart(shift.id, shift.hall, day, day, minutes * SECONDS_PER_MINUTE)


def told(totals: Iterable[WorkTotal], kind: TotalKind = TotalKind.WORKED) -> Iterator[WorkedPart]:
    """Time of one kind that is told as sums."""
    for total in totals:
        if total.kind is kind:
            seconds = total.minutes * SECONDS_PER_MINUTE
            yield WorkedPart(total.id, total.hall, total.last, total.last, seconds, total.is_of_a_day)


def in_order(*parts: Iterable[WorkedPart]) -> tuple[WorkedPart, ...]:
    """All of them by the day that they count towards; those of one day as they come."""
    return tuple(sorted(chain(*parts), key=lambda part: part.counts_on))


def split_above(
    parts: Iterable[WorkedPart],
    window: Callable[[WorkedPart], Window | None],
    limit_seconds: Callable[[Window], int],
) -> Split:
    """Cut parts, in order, where their window's limit is used up.

    Parameters
    ----------
    window
        Day, week, month or cycle that a part counts towards; None where no limit speaks of it.
    limit_seconds
        Working time of a window that lies within.
    """
    used: dict[Window, int] = {}
    within: list[WorkedPart] = []
    above: list[WorkedPart] = []
    for part in parts:
        key = window(part)
        if key is None:
            within.append(part)
            continue
        before = used.get(key, 0)
        inside = min(part.seconds, max(0, limit_seconds(key) - before))
        used[key] = before + part.seconds
        if inside == part.seconds:
            within.append(part)
        elif not inside:
            above.append(part)
        else:
            within.append(replace(part, seconds=inside))
            above.append(replace(part, seconds=part.seconds - inside))
    return Split(tuple(within), tuple(above))


def day_of(part: WorkedPart) -> date | None:
    """Window of limits of a day."""
    return part.counts_on if part.is_of_a_day else None


def week_of(first_weekday: int) -> Callable[[WorkedPart], date]:
    """Window of limits of a week that starts on a weekday (0 is Monday): its first day."""
    return lambda part: week_start(part.counts_on, first_weekday)


def month_of(part: WorkedPart) -> date:
    """Window of limits of a calendar month: its first day."""
    return part.counts_on.replace(day=1)


def always(minutes: int) -> Callable[[date], int]:
    """The same limit for every window, in seconds."""
    return lambda _: minutes * SECONDS_PER_MINUTE
