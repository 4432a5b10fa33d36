"""Average weekly working time over a reference period that a new employee has not yet filled."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.averages import averages_since_start, last_day_of
from shiftbid.rules.clauses import Clause
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def average_since_start(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Over every `reference_weeks`, or the time since the start, hours average at most `limit_minutes` a week.

    Leave is replaced by the days that follow. A consent of the person on the last day (opt-out) lifts the rule.
    """
    for clause in averages_since_start(situation, rule):
        if not situation.consented(rule.id, last_day_of(clause, situation)):
            yield clause
