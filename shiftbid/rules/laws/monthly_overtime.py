"""Overtime of one calendar month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from shiftbid.domain.shift import Shift
from shiftbid.domain.staff import HoursSystem
from shiftbid.domain.timeline import DAYS_PER_WEEK, Period, week_start
from shiftbid.domain.work_total import TotalKind
from shiftbid.rules.clauses import Clause, Part, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import months, window
from shiftbid.rules.working_time import at_most_above, minutes_of, normal_minutes_of, normal_week_minutes


def monthly_overtime(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Overtime adds up to at most `limit_minutes` in a calendar month, under standard hours.

    Overtime is the time above `normal_day_minutes` of each day, and above `normal_week_minutes` of what remains in
    each week; a week's overtime belongs to the month in which the week ends. Overtime told as a sum is added. Work on a
    public holiday is paid by itself and not added, nor are days on which an agreement or authority has lifted the
    limit (an emergency). Comprehensive hours are averaged over their cycle (`cycle_overtime`).
    """
    if situation.employee.system is HoursSystem.COMPREHENSIVE:
        return
    for each in months(situation):
        month = Period(each.first, each.last)
        told = situation.circumstances.totals_of(TotalKind.OVERTIME, month.first, month.last)
        parts = (
            *_daily_parts(situation, rule, month),
            *_weekly_parts(situation, rule, month),
            *(Part((Term(total.id, total.minutes),), 0) for total in told),
        )
        yield from at_most_above(rule, each.span, parts, rule.number("limit_minutes"))


def _daily_parts(situation: Situation, rule: Rule, month: Period) -> Iterator[Part]:
    for day in month.days:
        shifts = _countable(situation, rule, situation.by_day.get(day, ()))
        if shifts:
            yield Part(minutes_of(shifts), rule.number("normal_day_minutes"))


def _weekly_parts(situation: Situation, rule: Rule, month: Period) -> Iterator[Part]:
    to_week_end = timedelta(days=DAYS_PER_WEEK - 1)
    first = week_start(month.first, situation.week_starts_on)
    while first + to_week_end <= month.last:
        week = window(situation, first, first + to_week_end)
        shifts = _countable(situation, rule, week.shifts)
        if shifts:
            yield Part(normal_minutes_of(shifts, rule), normal_week_minutes(situation, week, rule))
        first += timedelta(days=DAYS_PER_WEEK)


def _countable(situation: Situation, rule: Rule, shifts: Sequence[Shift]) -> tuple[Shift, ...]:
    return tuple(
        shift
        for shift in shifts
        if not situation.calendar.is_holiday(shift.day) and not situation.approved(rule.id, shift.day)
    )
