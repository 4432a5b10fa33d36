"""Number of shifts that start on one day."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.timeline import day_interval
from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def shifts_per_day(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """At most `limit_shifts` shifts start on one day."""
    limit = rule.number("limit_shifts")
    for day in situation.candidate_days:
        shifts = situation.by_day[day]
        if len(shifts) > limit:
            yield AtMost(
                Scope(rule.id, day_interval(day, situation.zone)), tuple(Term(each.id) for each in shifts), limit
            )
