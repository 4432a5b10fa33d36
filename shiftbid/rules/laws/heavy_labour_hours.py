"""Long days of heavy labour under averaged hours."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.staff import HoursSystem
from shiftbid.rules.clauses import Clause
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.working_time import at_most_minutes, daily_minutes


def heavy_labour_hours(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Averaged hours leave days free, but a day of heavy labour has at most `limit_minutes`.

    The weekly rest day that the same text asks for is the weekly rest day of everybody.
    """
    if situation.employee.system is HoursSystem.COMPREHENSIVE:
        for day, minutes in daily_minutes(situation, rule):
            if situation.protects(rule, day.first):
                yield from at_most_minutes(rule, day, minutes, rule.number("limit_minutes"))
