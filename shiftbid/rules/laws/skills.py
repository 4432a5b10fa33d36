"""Skills that a shift asks for."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def skills(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """A shift goes only to people who have its skill."""
    for shift in situation.candidates:
        if shift.skill not in situation.employee.skills:
            yield AtMost(Scope(rule.id, shift.span), (Term(shift.id),), cap=0)
