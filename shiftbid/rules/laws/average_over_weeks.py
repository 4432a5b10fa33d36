"""Average weekly working time over a fixed number of weeks."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.averages import averages_over_weeks
from shiftbid.rules.clauses import Clause
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def average_over_weeks(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Over any `reference_weeks` in a row, working time averages at most `limit_minutes` a week, leave left out.

    Weeks of which nothing is known weigh nothing.
    """
    yield from averages_over_weeks(situation, rule)
