"""Days and weeks of a situation, with the shifts that count towards each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import DAYS_PER_WEEK, Interval, Period, week_start
from shiftbid.domain.work_total import TotalKind, WorkTotal
from shiftbid.rules.clauses import Term
from shiftbid.rules.situation import Situation


@dataclass(frozen=True, slots=True)
class Window:
    """Whole local days, with the shifts that start on one of them.

    A shift over midnight counts wholly towards the day on which it starts.

    Attributes
    ----------
    totals
        Working time of the window that is known as a sum, without its shifts.
    minutes
        Working minutes of its shifts and totals, as terms of a clause.
    """

    first: date
    last: date
    span: Interval
    shifts: tuple[Shift, ...]
    totals: tuple[WorkTotal, ...]
    minutes: tuple[Term, ...]


def days(situation: Situation) -> Iterator[Window]:
    """Each day on which a candidate shift starts, or whose working time a total of the period tells."""
    if not situation.day_windows:
        told = {total.last for total in situation.recent_totals if total.first == total.last}
        each_day = sorted({shift.day for shift in situation.candidates} | told)
        situation.day_windows.extend(window(situation, day, day) for day in each_day)
    yield from situation.day_windows


def weeks(situation: Situation) -> Iterator[Window]:
    """Each calendar week of the pack in which a candidate shift starts or a total of the period ends.

    Where the circumstances name the weeks to judge, only those of them.
    """
    days = (*(shift.day for shift in situation.candidates), *(total.last for total in situation.recent_totals))
    starts = {week_start(day, situation.week_starts_on) for day in days}
    judged = situation.circumstances.judged_weeks
    for first in sorted(starts if judged is None else starts & judged):
        yield window(situation, first, first + timedelta(days=DAYS_PER_WEEK - 1))


def window(situation: Situation, first: date, last: date) -> Window:
    """Give the days from first to last with the shifts that start on them."""
    known = situation.windows.get((first, last))
    if known is None:
        shifts = tuple(chain.from_iterable(situation.by_day[day] for day in situation.worked_days_in(first, last)))
        totals = situation.circumstances.totals_of(TotalKind.WORKED, first, last)
        told = (Term(total.id, total.minutes) for total in totals)
        minutes = (*(Term(shift.id, shift.paid_minutes) for shift in shifts), *told)
        known = Window(first, last, Period(first, last).interval(situation.zone), shifts, totals, minutes)
        situation.windows[first, last] = known
    return known


def months(situation: Situation) -> Iterator[Window]:
    """Each calendar month in which a candidate shift starts or a total of the period ends."""
    days = {shift.day for shift in situation.candidates} | {total.last for total in situation.recent_totals}
    for first in sorted({day.replace(day=1) for day in days}):
        yield window(situation, first, month_end(first))


def month_end(day: date) -> date:
    """Give the last day of the calendar month that holds `day`."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
