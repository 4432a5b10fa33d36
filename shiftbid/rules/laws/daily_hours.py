"""Working time of one day."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import days


def daily_hours(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Shifts that start on one day come to at most `limit_minutes` of working time.

    A recorded consent to the rule for that day lifts it.
    """
    limit_minutes = rule.number("limit_minutes")
    for day in days(situation):
        if sum(shift.paid_minutes for shift in day.shifts) > limit_minutes and not situation.consented(
            rule.id, day.first
        ):
            yield AtMost(
                Scope(rule.id, day.span),
                tuple(Term(shift.id, shift.paid_minutes) for shift in day.shifts),
                limit_minutes,
            )
