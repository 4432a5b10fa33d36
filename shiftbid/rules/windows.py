"""Days and weeks of a situation, with the shifts that count towards each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import DAYS_PER_WEEK, Interval, Period, week_start
from shiftbid.domain.work_total import TotalKind, WorkTotal
from shiftbid.rules.clauses import Term
from shiftbid.rules.situation import Situation

TO_WEEK_END = timedelta(days=DAYS_PER_WEEK - 1)


@dataclass(frozen=True, slots=True)
class Window:
    """Whole local days, with the shifts that start on one of them.

    A shift over midnight counts wholly towards the day on which it starts.

    Attributes
    ----------
    zone
        IANA zone of the hall.
    totals
        Working time of the window that is known as a sum, without its shifts.
    work_minutes
        What its shifts and totals come to together.
    """

    first: date
    last: date
    zone: str
    shifts: tuple[Shift, ...]
    totals: tuple[WorkTotal, ...]
    work_minutes: int

    @property
    def minutes(self) -> tuple[Term, ...]:
        """Working minutes of its shifts and totals, as terms of a clause."""
        told = (Term(total.id, total.minutes) for total in self.totals)
        return (*(Term(shift.id, shift.paid_minutes) for shift in self.shifts), *told)

    @property
    def span(self) -> Interval:
        """From the first midnight to the one after the last day."""
        return Period(self.first, self.last).interval(self.zone)


def days(situation: Situation, above_minutes: int = -1) -> Iterator[Window]:
    """Each day on which a candidate shift starts, or whose working time a total of the period tells.

    Parameters
    ----------
    above_minutes
        Only days with more working time than that.
    """
    told = {total.last for total in situation.recent_totals if total.first == total.last}
    for day in sorted({*situation.candidate_days, *told}):
        # Hardly any day comes to a limit: its window is cut only where it may.
        if situation.circumstances.totals or situation.minutes_by_day[day] > above_minutes:
            each = window(situation, day, day)
            if each.work_minutes > above_minutes:
                yield each


def weeks(situation: Situation) -> tuple[Window, ...]:
    """Each calendar week of the pack in which a candidate shift starts or a total of the period ends.

    Where the circumstances name the weeks to judge, only those of them.
    """
    return _judged(situation, "weeks", _weeks)


def months(situation: Situation) -> tuple[Window, ...]:
    """Each calendar month in which a candidate shift starts or a total of the period ends."""
    return _judged(situation, "months", _months)


def window(situation: Situation, first: date, last: date) -> Window:
    """Give the days from first to last with the shifts that start on them."""
    known = situation.windows.get((first, last))
    if known is None:
        by_day = situation.by_day
        shifts = tuple([shift for day in situation.worked_days_in(first, last) for shift in by_day[day]])
        totals = situation.circumstances.totals_of(TotalKind.WORKED, first, last)
        work_minutes = sum([shift.paid_minutes for shift in shifts]) + sum([total.minutes for total in totals])
        known = Window(first, last, situation.zone, shifts, totals, work_minutes)
        situation.windows[first, last] = known
    return known


def weeks_ending_in(situation: Situation, span: Period) -> Iterator[Window]:
    """Each calendar week of the pack that ends in the span and has working time, in order."""
    # A week that ends in the span begins at most six days before it.
    days = situation.worked_days_in(span.first - TO_WEEK_END, span.last)
    told = (total.first for total in situation.circumstances.totals)
    for first in sorted({week_start(day, situation.week_starts_on) for day in (*days, *told)}):
        if first + TO_WEEK_END in span:
            yield window(situation, first, first + TO_WEEK_END)


def _judged(
    situation: Situation, length: str, spans: Callable[[Situation], Iterable[tuple[date, date]]]
) -> tuple[Window, ...]:
    known = situation.judged_windows.get(length)
    if known is None:
        known = tuple([window(situation, first, last) for first, last in spans(situation)])
        situation.judged_windows[length] = known
    return known


def _weeks(situation: Situation) -> Iterator[tuple[date, date]]:
    starts = {week_start(day, situation.week_starts_on) for day in _last_days(situation)}
    judged = situation.circumstances.judged_weeks
    return ((first, first + TO_WEEK_END) for first in sorted(starts if judged is None else starts & judged))


def _months(situation: Situation) -> Iterator[tuple[date, date]]:
    firsts = {day.replace(day=1) for day in _last_days(situation)}
    return ((first, month_end(first)) for first in sorted(firsts))


def _last_days(situation: Situation) -> set[date]:
    return {*situation.candidate_days} | {total.last for total in situation.recent_totals}


def month_end(day: date) -> date:
    """Give the last day of the calendar month that holds `day`."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
