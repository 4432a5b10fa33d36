"""Overtime of a month under an agreement (Japan)."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.agreed_overtime import judged_months, months_until, overtime_at_most, overtime_parts
from shiftbid.rules.clauses import Clause
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.working_time import most_overtime_minutes


def agreed_overtime_of_month(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Overtime of a calendar month comes to at most `limit_minutes`; to none where there is no agreement (`art36`).

    A special clause of the agreement (`special_clause`) lifts this limit and puts its own in place.
    """
    if rule.reading("special_clause") == "agreed":
        return
    limit_minutes = rule.number("limit_minutes") if rule.reading("art36") == "agreed" else 0
    for first in judged_months(situation):
        month = months_until(first, 1)
        if most_overtime_minutes(situation, rule, month) > limit_minutes:
            yield from overtime_at_most(situation, rule, month, overtime_parts(situation, rule, month), limit_minutes)
