"""Overtime of one calendar month."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from shiftbid.domain.calendar import DayClass
from shiftbid.domain.shift import Shift
from shiftbid.rules.clauses import Clause, Excess, Part, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import Window, window


def monthly_overtime(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Working time above `normal_day_minutes` a day adds up to at most `limit_minutes` in a calendar month.

    Simple: overtime is counted by the day on working days; hours of rest days and holidays, and hours over the
    normal week, are not added yet.
    """
    normal = rule.number("normal_day_minutes")
    limit = rule.number("limit_minutes")
    for first, last in sorted({_month(shift.day) for shift in situation.candidates}):
        month = window(situation, first, last)
        parts = tuple(
            Part(tuple(Term(shift.id, shift.paid_minutes) for shift in shifts), normal)
            for shifts in _by_working_day(situation, month)
        )
        yield Excess(Scope(rule.id, month.span, {"normal_day_minutes": normal}), parts, limit)


def _month(day: date) -> tuple[date, date]:
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _by_working_day(situation: Situation, month: Window) -> Collection[Sequence[Shift]]:
    by_day: dict[date, list[Shift]] = {}
    for shift in month.shifts:
        if situation.calendar.class_of(shift.day) in (DayClass.WORKDAY, DayClass.SWAPPED_WORKDAY):
            by_day.setdefault(shift.day, []).append(shift)
    return by_day.values()
