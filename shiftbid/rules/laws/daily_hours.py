"""Working time of one day."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import Clause
from shiftbid.rules.permission import lifted
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import days
from shiftbid.rules.working_time import at_most_minutes


def daily_hours(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Shifts that start on one day come to at most `limit_minutes` of working time.

    A record for that day lifts it: of a law an agreement or authority, of a house rule any consent.
    """
    for day in days(situation):
        if not lifted(situation, rule, day.first):
            yield from at_most_minutes(rule, day, day.minutes, rule.number("limit_minutes"))
