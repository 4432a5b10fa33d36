"""Nobody is in two places at once."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation, shift_pairs


def one_shift_at_a_time(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Of two shifts that overlap, at most one is taken; halls do not matter."""
    for first, second in shift_pairs(situation, 0):
        yield AtMost(
            Scope(rule.id, second.span, {"overlap_minutes": first.span.overlap_minutes(second.span)}),
            (Term(first.id), Term(second.id)),
            cap=1,
        )
