"""Average weekly working time over a reference period that a new employee has not yet filled."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.averages import averages_since_start
from shiftbid.rules.clauses import Clause
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def average_since_start(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Over every `reference_weeks`, or the time since the start, hours average at most `limit_minutes` a week.

    The days after the reference period stand in for days of leave, or leave is left out, as the rule reads
    ``neutral``. Weeks of which nothing is known weigh nothing. Where the rule needs the person's consent (opt-out), a
    record of it lifts the rule.
    """
    yield from averages_since_start(situation, rule)
