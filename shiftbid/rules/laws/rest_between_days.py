"""Rest between the work of one day and that of the next."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation, shift_pairs


def rest_between_days(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Of two shifts that start on different days and lie less than `rest_minutes` apart, at most one is taken.

    A consent recorded for the later day lowers the rest to `agreed_rest_minutes`, which may be none. Two shifts of
    one day are a split shift, which these laws leave alone.
    """
    rest_minutes = rule.number("rest_minutes")
    for first, second in shift_pairs(situation, rest_minutes):
        agreed = situation.consented(rule.id, second.day)
        needed = rule.number("agreed_rest_minutes") if agreed else rest_minutes
        gap_seconds = second.span.start - first.span.end
        if first.day != second.day and 0 <= gap_seconds < needed * 60:
            facts = {"gap_minutes": gap_seconds // 60, "rest_minutes": needed}
            yield AtMost(Scope(rule.id, second.span, facts), (Term(first.id), Term(second.id)), cap=1)
