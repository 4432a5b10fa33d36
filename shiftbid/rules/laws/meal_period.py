"""Meal periods inside a shift (California)."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Interval
from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def meal_period(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """A shift of more than `above_minutes` of work has `due_meals` meals, each begun before so much work is done.

    A meal is a break of at least `meal_minutes`. A recorded consent waives the last of them where the shift has at
    most `waivable_minutes` of work and the meals before it are taken. Simple: two shifts of a workday are not added.
    """
    due_meals = rule.number("due_meals")
    for shift in situation.candidates:
        if shift.paid_minutes <= rule.number("above_minutes"):
            continue
        meals = _meals_in_time(shift, rule)
        waivable = shift.paid_minutes <= rule.number("waivable_minutes") and meals == due_meals - 1
        waived = waivable and situation.consented(rule.id, shift.day)
        if meals < due_meals and not waived:
            facts = {
                "work_minutes": shift.paid_minutes,
                "taken_meals": meals,
                "due_meals": due_meals,
                "meal_minutes": rule.number("meal_minutes"),
                "above_minutes": rule.number("above_minutes"),
            }
            yield AtMost(Scope(rule.id, shift.span, facts), (Term(shift.id),), cap=0)


def _meals_in_time(shift: Shift, rule: Rule) -> int:
    meals = [pause.span for pause in shift.breaks if pause.span.minutes >= rule.number("meal_minutes")]
    before = (Interval(shift.span.start, meal.start) for meal in meals)
    above_minutes = rule.number("above_minutes")
    # What is worked is at most what has passed, which is told sooner.
    return sum(each.minutes <= above_minutes or shift.paid_minutes_in(each) <= above_minutes for each in before)
