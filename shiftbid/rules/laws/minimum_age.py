"""Age from which a person may work."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def minimum_age(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Nobody works before the age of `age_years`."""
    for shift in situation.candidates:
        age = situation.employee.age_on(shift.day)
        if age < rule.number("age_years"):
            yield AtMost(
                Scope(rule.id, shift.span, {"age": age, "age_years": rule.number("age_years")}),
                (Term(shift.id),),
                cap=0,
            )
