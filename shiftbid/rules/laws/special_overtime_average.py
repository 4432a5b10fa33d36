"""Overtime and rest-day work under a special clause (Japan)."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.agreed_overtime import (
    judged_months,
    months_until,
    overtime_at_most,
    overtime_parts,
    rest_day_parts,
)
from shiftbid.rules.clauses import Clause
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def special_overtime_average(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Overtime and rest-day work average at most `limit_minutes` a month over spans of months.

    Every span of `from_months` to `to_months` whole months that ends in the period is judged; months of which nothing
    is known weigh nothing. Simple: without a special clause, rest-day work has no limit of its own here.
    """
    if rule.reading("special_clause") != "agreed":
        return
    for first in judged_months(situation):
        for months in range(rule.number("to_months"), rule.number("from_months") - 1, -1):
            span = months_until(first, months)
            parts = (*overtime_parts(situation, rule, span), *rest_day_parts(situation, rule, span))
            yield from overtime_at_most(situation, rule, span, parts, rule.number("limit_minutes") * months)
