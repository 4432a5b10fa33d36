"""Number of shifts that start on one day."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import days


def shifts_per_day(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """At most `limit_shifts` shifts start on one day."""
    limit = rule.number("limit_shifts")
    for day in days(situation):
        if len(day.shifts) > limit:
            yield AtMost(Scope(rule.id, day.span), tuple(Term(shift.id) for shift in day.shifts), limit)
