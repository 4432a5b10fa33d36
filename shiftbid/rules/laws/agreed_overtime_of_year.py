"""Overtime of a year under an agreement (Japan)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shiftbid.domain.timeline import Period
from shiftbid.rules.agreed_overtime import judged_months, overtime_at_most, overtime_parts
from shiftbid.rules.clauses import Clause
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.working_time import most_overtime_minutes


def agreed_overtime_of_year(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Overtime of a calendar year comes to at most `limit_minutes`, or `special_limit_minutes` by special clause.

    A rule gives one of the two limits and is silent where the other holds. The agreement may start its year in any
    month; ours is the calendar year.
    """
    name = "special_limit_minutes" if rule.reading("special_clause") == "agreed" else "limit_minutes"
    limit_minutes = rule.numbers.get(name)
    if limit_minutes is None:
        return
    for year in sorted({first.year for first in judged_months(situation)}):
        span = Period(date(year, 1, 1), date(year, 12, 31))
        if most_overtime_minutes(situation, rule, span) > limit_minutes:
            yield from overtime_at_most(situation, rule, span, overtime_parts(situation, rule, span), limit_minutes)
