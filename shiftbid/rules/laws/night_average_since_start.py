"""Average working time of night workers over a reference period that a new employee has not yet filled."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.status import StatusKind
from shiftbid.rules.averages import averages_since_start, last_day_of
from shiftbid.rules.clauses import Clause
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def night_average_since_start(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Who is a night worker at its end averages at most `limit_minutes` a week over the reference period.

    Nobody can opt out of it.
    """
    for clause in averages_since_start(situation, rule):
        if situation.circumstances.has(StatusKind.NIGHT_WORKER, last_day_of(clause, situation)):
            yield clause
