"""Overtime of one calendar month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shiftbid.domain.calendar import DayClass
from shiftbid.domain.settlement import Ground
from shiftbid.domain.shift import Shift
from shiftbid.domain.staff import HoursSystem
from shiftbid.domain.timeline import Period
from shiftbid.domain.work_total import TotalKind
from shiftbid.rules.clauses import Clause, Part, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import months, weeks_ending_in
from shiftbid.rules.working_time import (
    at_most_above,
    minutes_of,
    most_overtime_minutes,
    normal_minutes_of,
    normal_totals,
    normal_week_minutes,
)


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
    limit_minutes = rule.number("limit_minutes")
    for each in months(situation):
        month = Period(each.first, each.last)
        if most_overtime_minutes(situation, rule, month) <= limit_minutes:
            continue
        told = situation.circumstances.totals_of(TotalKind.OVERTIME, month.first, month.last)
        parts = (
            *_daily_parts(situation, rule, month),
            *_weekly_parts(situation, rule, month),
            *(Part((Term(total.id, total.minutes),), 0) for total in told),
        )
        yield from at_most_above(rule, each.span, parts, limit_minutes)


def _daily_parts(situation: Situation, rule: Rule, month: Period) -> Iterator[Part]:
    told_days = (total.first for total in situation.circumstances.totals_of(TotalKind.WORKED, month.first, month.last))
    for day in sorted({*situation.worked_days_in(month.first, month.last), *told_days}):
        shifts = _countable(situation, rule, situation.by_day.get(day, ()))
        told = situation.circumstances.totals_of(TotalKind.WORKED, day, day)
        if shifts or told:
            terms = (*minutes_of(shifts), *(Term(total.id, total.minutes) for total in told))
            yield Part(terms, rule.number("normal_day_minutes"))


def _weekly_parts(situation: Situation, rule: Rule, month: Period) -> Iterator[Part]:
    for week in weeks_ending_in(situation, month):
        shifts = _countable(situation, rule, week.shifts)
        if shifts or week.totals:
            terms = (*normal_minutes_of(shifts, rule), *normal_totals(week.totals, rule))
            yield Part(terms, normal_week_minutes(situation, week, rule))


def _countable(situation: Situation, rule: Rule, shifts: Sequence[Shift]) -> tuple[Shift, ...]:
    given_back = situation.circumstances.settled_by_toil(Ground.REST_DAY_WORK)
    left_out = (DayClass.HOLIDAY, *((DayClass.REST_DAY, DayClass.SWAPPED_DAY_OFF) if given_back else ()))
    return tuple(
        shift
        for shift in shifts
        if situation.calendar.class_of(shift.day) not in left_out and not situation.approved(rule.id, shift.day)
    )
