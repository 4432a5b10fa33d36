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
    for last in situation.period.days:
        row = Period(last - reach, last)
        blocks = tuple(tuple(shift.id for shift in situation.by_day.get(day, ())) for day in row.days)
        if all(blocks):
            yield AnyFree(Scope(rule.id, row.interval(situation.zone)), blocks)
