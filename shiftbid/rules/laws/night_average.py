"""Average working time of night workers over a fixed number of weeks."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.status import StatusKind
from shiftbid.rules.averages import averages_over_weeks, last_day_of
from shiftbid.rules.clauses import Clause
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def night_average(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Who is a night worker at the end of `reference_weeks` averages at most `limit_minutes` a week over them."""
    for clause in averages_over_weeks(situation, rule):
        if situation.circumstances.has(StatusKind.NIGHT_WORKER, last_day_of(clause, situation)):
            yield clause
