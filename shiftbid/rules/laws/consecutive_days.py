"""Days worked in a row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from shiftbid.rules.clauses import AnyFree, Clause, Scope
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import window


def consecutive_days(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Of any `limit_days` + 1 days in a row at least one is free of a shift's start."""
    length = rule.number("limit_days") + 1
    first = situation.period.first - timedelta(days=length - 1)
    while first + timedelta(days=length - 1) <= situation.period.last:
        each_day = [window(situation, day, day) for day in (first + timedelta(days=n) for n in range(length))]
        if all(day.shifts for day in each_day):
            yield AnyFree(
                Scope(rule.id, window(situation, first, first + timedelta(days=length - 1)).span),
                tuple(tuple(shift.id for shift in day.shifts) for day in each_day),
            )
        first += timedelta(days=1)
