"""Paid rest periods inside a shift (California)."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def rest_periods(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """A shift has a paid rest of `rest_minutes` for every `every_minutes` of work or major fraction of them.

    Shifts under `from_minutes` have none. The law asks that rests be authorised, not that they be rostered: only a
    shift that rosters some of its rests, paid breaks shorter than `meal_minutes`, is judged.
    """
    for shift in situation.candidates:
        due = _due_rests(shift.paid_minutes, rule)
        rests = [pause for pause in shift.breaks if pause.paid and pause.span.minutes < rule.number("meal_minutes")]
        long_enough = sum(pause.span.minutes >= rule.number("rest_minutes") for pause in rests)
        if rests and long_enough < due:
            facts = {
                "work_minutes": shift.paid_minutes,
                "taken_rests": long_enough,
                "due_rests": due,
                "rest_minutes": rule.number("rest_minutes"),
            }
            yield AtMost(Scope(rule.id, shift.span, facts), (Term(shift.id),), cap=0)


def _due_rests(work_minutes: int, rule: Rule) -> int:
    if work_minutes < rule.number("from_minutes"):
        return 0
    whole, rest = divmod(work_minutes, rule.number("every_minutes"))
    return whole + (2 * rest > rule.number("every_minutes"))
