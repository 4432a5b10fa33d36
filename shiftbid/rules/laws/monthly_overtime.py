"""Overtime of one calendar month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from shiftbid.domain.shift import Shift
from shiftbid.domain.staff import HoursSystem
from shiftbid.domain.timeline import DAYS_PER_WEEK, Period, week_start
from shiftbid.rules.clauses import Clause, Excess, Part, Scope
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import window
from shiftbid.rules.working_time import minutes_of, normal_minutes_of, normal_week_minutes


def monthly_overtime(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Overtime adds up to at most `limit_minutes` in a calendar month, under standard hours.

    Overtime is the time above `normal_day_minutes` of each day, and above `normal_week_minutes` of what remains in
    each week; a week's overtime belongs to the month in which the week ends. Work on a public holiday is paid by
    itself and not added. Comprehensive hours are averaged over their cycle; simple: the cycle's own limit is not
    written yet.
    """
    if situation.employee.system is HoursSystem.COMPREHENSIVE:
        return
    for first, last in sorted({_month(shift.day) for shift in situation.candidates}):
        month = Period(first, last)
        parts = (*_daily_parts(situation, rule, month), *_weekly_parts(situation, rule, month))
        if sum(_most_minutes(part) for part in parts) > rule.number("limit_minutes"):
            yield Excess(Scope(rule.id, month.interval(situation.zone)), parts, rule.number("limit_minutes"))


def _month(day: date) -> tuple[date, date]:
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _daily_parts(situation: Situation, rule: Rule, month: Period) -> Iterator[Part]:
    for day in month.days:
        shifts = _countable(situation, situation.by_day.get(day, ()))
        if shifts:
            yield Part(minutes_of(shifts), rule.number("normal_day_minutes"))


def _weekly_parts(situation: Situation, rule: Rule, month: Period) -> Iterator[Part]:
    to_week_end = timedelta(days=DAYS_PER_WEEK - 1)
    first = week_start(month.first, situation.week_starts_on)
    while first + to_week_end <= month.last:
        week = window(situation, first, first + to_week_end)
        shifts = _countable(situation, week.shifts)
        if shifts:
            yield Part(normal_minutes_of(shifts, rule), normal_week_minutes(situation, week, rule))
        first += timedelta(days=DAYS_PER_WEEK)


def _most_minutes(part: Part) -> int:
    return max(0, sum(term.weight for term in part.terms) - part.threshold)


def _countable(situation: Situation, shifts: Sequence[Shift]) -> tuple[Shift, ...]:
    return tuple(shift for shift in shifts if not situation.calendar.is_holiday(shift.day))
