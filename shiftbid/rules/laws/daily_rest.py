"""Rest between two shifts."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation, shift_pairs


def daily_rest(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Of two shifts less than `rest_minutes` apart, at most one is taken.

    Simple: every gap between two shifts counts as the daily rest, so split shifts are not told apart.
    """
    rest_minutes = rule.number("rest_minutes")
    for first, second in shift_pairs(situation, rest_minutes):
        gap_minutes = (second.span.start - first.span.end) // 60
        if gap_minutes >= 0:
            yield AtMost(
                Scope(
                    rule.id,
                    second.span,
                    {"gap_minutes": gap_minutes, "rest_minutes": rest_minutes},
                ),
                (Term(first.id), Term(second.id)),
                cap=1,
            )
