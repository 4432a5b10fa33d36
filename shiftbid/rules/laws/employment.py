"""Work starts with the employment."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def employment(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """No shift lies before the first day of employment."""
    for shift in situation.candidates:
        if shift.day < situation.employee.employed_from:
            yield AtMost(Scope(rule.id, shift.span), (Term(shift.id),), cap=0)
