"""Overtime of one calendar month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from shiftbid.domain.calendar import DayClass
from shiftbid.domain.settlement import Ground
from shiftbid.domain.shift import Shift
from shiftbid.domain.staff import HoursSystem
from shiftbid.domain.timeline import DAYS_PER_WEEK, Period, week_start
from shiftbid.domain.work_total import TotalKind
from shiftbid.rules.clauses import Clause, Part, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import months, window
from shiftbid.rules.working_time import at_most_above, minutes_of, normal_minutes_of, normal_totals, normal_week_minutes


def monthly_overtime(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Overtime adds up to at most `limit_minutes` in a calendar month, under standard hours.

    Overtime is the time above `normal_day_minutes` of each day, and above `normal_week_minutes` of what remains in
    each week; a week's overtime belongs to the month in which the week ends. Overtime told as a sum is added. Left out
    are public holidays, whose work is paid by itself, rest days where the hall answers their work with time off, and
    days on which an agreement or authority has lifted the limit (an emergency). Comprehensive hours are averaged over
    their cycle (`cycle_overtime`).
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
    told_days = (total.first for total in situation.circumstances.totals_of(TotalKind.WORKED, month.first, month.last))
    for day in sorted({*situation.worked_days_in(month.first, month.last), *told_days}):
        shifts = _countable(situation, rule, situation.by_day.get(day, ()))
        told = situation.circumstances.totals_of(TotalKind.WORKED, day, day)
        if shifts or told:
            terms = (*minutes_of(shifts), *(Term(total.id, total.minutes) for total in told))
            yield Part(terms, rule.number("normal_day_minutes"))


def _weekly_parts(situation: Situation, rule: Rule, month: Period) -> Iterator[Part]:
    to_week_end = timedelta(days=DAYS_PER_WEEK - 1)
    first = week_start(month.first, situation.week_starts_on)
    while first + to_week_end <= month.last:
        week = window(situation, first, first + to_week_end)
        shifts = _countable(situation, rule, week.shifts)
        if shifts or week.totals:
            terms = (*normal_minutes_of(shifts, rule), *normal_totals(week.totals, rule))
            yield Part(terms, normal_week_minutes(situation, week, rule))
        first += timedelta(days=DAYS_PER_WEEK)


def _countable(situation: Situation, rule: Rule, shifts: Sequence[Shift]) -> tuple[Shift, ...]:
    given_back = situation.circumstances.settled_by_toil(Ground.REST_DAY_WORK)
    left_out = (DayClass.HOLIDAY, *((DayClass.REST_DAY, DayClass.SWAPPED_DAY_OFF) if given_back else ()))
    return tuple(
        shift
        for shift in shifts
        if situation.calendar.class_of(shift.day) not in left_out and not situation.approved(rule.id, shift.day)
    )
