"""Working time of one calendar week."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import Clause
from shiftbid.rules.permission import lifted
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import weeks
from shiftbid.rules.working_time import at_most_minutes


def weekly_hours(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Shifts that start in one calendar week come to at most `limit_minutes` of working time.

    A record for the week's first day lifts it: of a law an agreement or authority, of a house rule any consent.
    """
    limit_minutes = rule.number("limit_minutes")
    for week in weeks(situation):
        if not lifted(situation, rule, week.first):
            yield from at_most_minutes(rule, week, week.minutes, limit_minutes)
