"""Days and weeks of a situation, with the shifts that count towards each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import DAYS_PER_WEEK, Interval, instant, week_start
from shiftbid.rules.situation import Situation


@dataclass(frozen=True, slots=True)
class Window:
    """Whole local days, with the shifts that start on one of them.

    A shift over midnight counts wholly towards the day on which it starts.
    """

    first: date
    last: date
    span: Interval
    shifts: tuple[Shift, ...]


def days(situation: Situation) -> Iterator[Window]:
    """Each day on which a candidate shift starts."""
    for day in sorted({shift.day for shift in situation.candidates}):
        yield window(situation, day, day)


def weeks(situation: Situation) -> Iterator[Window]:
    """Each calendar week of the pack in which a candidate shift starts."""
    starts = {week_start(shift.day, situation.week_starts_on) for shift in situation.candidates}
    for first in sorted(starts):
        yield window(situation, first, first + timedelta(days=DAYS_PER_WEEK - 1))


def window(situation: Situation, first: date, last: date) -> Window:
    """Give the days from first to last with the shifts that start on them."""
    span = Interval(instant(first, 0, situation.zone), instant(last + timedelta(days=1), 0, situation.zone))
    inside = tuple(shift for shift in situation.shifts if first <= shift.day <= last)
    return Window(first, last, span, inside)
