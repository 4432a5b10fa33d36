"""Days worked in a row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from shiftbid.domain.timeline import Period
from shiftbid.rules.clauses import AnyFree, Clause, Scope
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def consecutive_days(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Of any `limit_days` + 1 days in a row at least one is free of a shift's start."""
    reach = timedelta(days=rule.number("limit_days"))
    days_in_a_row = 0
    for last in Period(situation.period.first - reach, situation.period.last).days:
        days_in_a_row = days_in_a_row + 1 if last in situation.by_day else 0
        if days_in_a_row > reach.days and last in situation.period:
            row = Period(last - reach, last)
            yield AnyFree(
                Scope(rule.id, row.interval(situation.zone)),
                tuple(tuple(shift.id for shift in situation.by_day[day]) for day in row.days),
            )
