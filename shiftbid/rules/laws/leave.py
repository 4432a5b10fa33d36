"""Leave is kept free."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def leave(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """No shift touches the person's leave."""
    for shift in situation.candidates:
        if any(away.span.overlaps(shift.span) for away in situation.leave):
            yield AtMost(Scope(rule.id, shift.span), (Term(shift.id),), cap=0)
