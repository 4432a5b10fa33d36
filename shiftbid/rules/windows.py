"""Days and weeks of a situation, with the shifts that count towards each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import DAYS_PER_WEEK, Interval, Period, day_interval, week_start
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
        yield Window(day, day, day_interval(day, situation.zone), situation.by_day[day])


def weeks(situation: Situation) -> Iterator[Window]:
    """Each calendar week of the pack in which a candidate shift starts."""
    starts = {week_start(shift.day, situation.week_starts_on) for shift in situation.candidates}
    for first in sorted(starts):
        yield window(situation, first, first + timedelta(days=DAYS_PER_WEEK - 1))


def window(situation: Situation, first: date, last: date) -> Window:
    """Give the days from first to last with the shifts that start on them."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    shifts = tuple(chain.from_iterable(situation.by_day.get(day, ()) for day in days))
    return Window(first, last, Period(first, last).interval(situation.zone), shifts)
