"""Contracted working time of one week."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import Clause
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import weeks
from shiftbid.rules.working_time import at_most_minutes, minutes_of


def contract_hours(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Shifts of one calendar week come to at most the contract's minutes plus `tolerance_minutes`."""
    limit_minutes = situation.employee.contract_minutes + rule.number("tolerance_minutes")
    for week in weeks(situation):
        if week.work_minutes > limit_minutes:
            yield from at_most_minutes(rule, week, minutes_of(week.shifts), limit_minutes)
