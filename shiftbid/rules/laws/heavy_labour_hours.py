"""Long days of heavy labour under averaged hours."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.staff import HoursSystem
from shiftbid.rules.clauses import AtMost, Clause, Scope
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.working_time import days_above


def heavy_labour_hours(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Averaged hours leave days free, but a day of heavy labour has at most `limit_minutes`.

    The weekly rest day that the same text asks for is the weekly rest day of everybody.
    """
    if situation.employee.system is HoursSystem.COMPREHENSIVE:
        limit_minutes = rule.number("limit_minutes")
        for day, minutes in days_above(situation, rule, limit_minutes):
            if situation.protects(rule, day.first):
                yield AtMost(Scope(rule.id, day.span), minutes, limit_minutes)
