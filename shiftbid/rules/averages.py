"""Average weekly working time over reference periods: weeks cut at their midnights, leave taken out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate

from shiftbid.domain.staff import LeaveKind
from shiftbid.domain.timeline import DAYS_PER_WEEK, Interval, Period, day_interval, local_day, week_start
from shiftbid.domain.work_total import TotalKind, WorkTotal
from shiftbid.rules.clauses import AtMost, Scope, Term
from shiftbid.rules.permission import lifted
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation

NEUTRAL_LEAVE = (LeaveKind.ANNUAL, LeaveKind.SICK)
EXCLUDE = "exclude"


def averages_over_weeks(situation: Situation, rule: Rule) -> Iterator[AtMost]:
    """Over any `reference_weeks` that end in the period, working time averages at most `limit_minutes` a week.

    Each whole day of annual or sick leave takes a seventh of a week out. Weeks of which nothing is known weigh
    nothing: the average may still be reached by working less in them, so only hours that break it by themselves are
    found. A rule for people with a status, and a record that lifts the rule, are asked for on the last day.
    """
    worked, away = WorkSums(situation), _leave_days(situation)
    weeks = rule.number("reference_weeks")
    if worked.minutes <= rule.number("limit_minutes") * (DAYS_PER_WEEK * weeks - len(away)) // DAYS_PER_WEEK:
        return
    before = timedelta(weeks=weeks - 1)
    periods = (Period.of_weeks(last_week - before, weeks) for last_week in _weeks_to_judge(situation))
    for days in periods:
        if _speaks_of(rule, situation, days.last):
            yield from _at_most(worked, rule, days, DAYS_PER_WEEK * weeks - _count_inside(away, days))


def averages_since_start(situation: Situation, rule: Rule) -> Iterator[AtMost]:
    """As `averages_over_weeks`, for reference periods that begin with the employment, and with leave made up for.

    Who has been employed for less than `reference_weeks` is judged once, at the end of the period, over the weeks
    since the start, the first of them counted whole. Each whole day of annual or sick leave is replaced by the next
    day without leave after the reference period: hours A of the period and B of those days are divided by the weeks C
    of the period. Where the rule reads ``neutral`` as ``exclude``, leave is left out instead.
    """
    away = _leave_days(situation)
    replaced = () if rule.reading("neutral") == EXCLUDE else away
    periods = _periods_since_start(situation, rule.number("reference_weeks"), replaced)
    worked = WorkSums(situation)
    for days in periods:
        if not _speaks_of(rule, situation, days.last):
            continue
        followed = Period(days.first, _end_with_replaced_days(days, replaced))
        counted_days = (days.last - days.first).days + 1 - (0 if replaced else _count_inside(away, days))
        if followed.last >= situation.period.first:
            yield from _at_most(worked, rule, followed, counted_days)


def _speaks_of(rule: Rule, situation: Situation, day: date) -> bool:
    """Whether the person has the status that the rule is for, if any, and no record lifts the rule.

    A status is known for the period: of a reference period that ends outside it, its nearest day is asked.
    """
    asked = max(situation.period.first, min(day, situation.period.last))
    protected = rule.applies_to is None or situation.protects(rule, asked)
    return protected and not lifted(situation, rule, day)


def _at_most(worked: WorkSums, rule: Rule, days: Period, counted_days: int) -> Iterator[AtMost]:
    limit_minutes = rule.number("limit_minutes")
    cap = limit_minutes * counted_days // DAYS_PER_WEEK
    if worked.minutes <= cap:
        return
    span = days.interval(worked.situation.zone)
    if worked.at_most_minutes(span, days) <= cap:
        return
    terms = worked.minutes_inside(span, days)
    if sum(term.weight for term in terms) > cap:
        facts = {"average_minutes": limit_minutes, "counted_days": counted_days}
        yield AtMost(Scope(rule.id, span, facts), terms, cap)


class WorkSums:
    """Working time of a situation, summed once: reference periods overlap, and most of them stay within their cap.

    Attributes
    ----------
    minutes
        All that is known, shifts and totals: no reference period holds more.
    """

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self._starts = [shift.span.start for shift in situation.shifts]
        self._sums = [0, *accumulate(shift.paid_minutes for shift in situation.shifts)]
        told = (total.minutes for total in situation.circumstances.totals if total.kind is TotalKind.WORKED)
        self.minutes = self._sums[-1] + sum(told)
        self._reach = max((shift.span.end - shift.span.start for shift in situation.shifts), default=0)

    def at_most_minutes(self, span: Interval, days: Period) -> int:
        """Working time of all shifts that may touch the span, and the totals inside it: no less than lies inside."""
        first, last = bisect_left(self._starts, span.start - self._reach), bisect_left(self._starts, span.end)
        return self._sums[last] - self._sums[first] + sum(total.minutes for total in self._totals(days))

    def minutes_inside(self, span: Interval, days: Period) -> tuple[Term, ...]:
        """Working minutes of each shift inside the span, and the totals inside it."""
        shifts = (Term(shift.id, shift.paid_minutes_in(span)) for shift in self.situation.touching(span))
        totals = (Term(total.id, total.minutes) for total in self._totals(days))
        return (*(term for term in shifts if term.weight), *totals)

    def _totals(self, days: Period) -> tuple[WorkTotal, ...]:
        return self.situation.circumstances.totals_of(TotalKind.WORKED, days.first, days.last)


def _weeks_to_judge(situation: Situation) -> list[date]:
    """First day of each week of the period, or of those that the circumstances name."""
    first = week_start(situation.period.first, situation.week_starts_on)
    weeks = ((situation.period.last - first).days // DAYS_PER_WEEK) + 1
    judged = situation.circumstances.judged_weeks
    starts = (first + timedelta(weeks=number) for number in range(weeks))
    return [week for week in starts if judged is None or week in judged]


def _leave_days(situation: Situation) -> tuple[date, ...]:
    """Whole local days of annual or sick leave, in order."""
    spans = [away.span for away in situation.leave if away.kind in NEUTRAL_LEAVE]
    return tuple(sorted({day for span in spans for day in _whole_days(span, situation.zone)}))


def _whole_days(span: Interval, zone: str) -> Iterator[date]:
    for day in Period(local_day(span.start, zone), local_day(span.end, zone)).days:
        if span.covers(day_interval(day, zone)):
            yield day


def _count_inside(days: Sequence[date], period: Period) -> int:
    return bisect_right(days, period.last) - bisect_left(days, period.first)


def _periods_since_start(situation: Situation, reference_weeks: int, away: Sequence[date]) -> Iterator[Period]:
    """Reference periods that end in the period, and, where leave is made up for, those that ended before it."""
    judged = _weeks_to_judge(situation)
    started = week_start(situation.employee.employed_from, situation.week_starts_on)
    weeks_before = 2 * reference_weeks if away and judged else 0
    before = [judged[0] - timedelta(weeks=number) for number in range(weeks_before, 0, -1)]
    for week in (*before, *judged):
        first, last = week - timedelta(weeks=reference_weeks - 1), week + timedelta(days=DAYS_PER_WEEK - 1)
        if first >= started:
            yield Period(first, last)
        elif week == judged[-1] and started <= last:
            yield Period(started, last)


def _end_with_replaced_days(days: Period, away: Sequence[date]) -> date:
    on_leave = frozenset(away)
    end = days.last
    for _ in range(_count_inside(away, days)):
        end += timedelta(days=1)
        while end in on_leave:
            end += timedelta(days=1)
    return end
