"""Working time of one day."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import Clause
from shiftbid.rules.permission import lifted
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.working_time import at_most_minutes, daily_minutes


def daily_hours(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """A day's shifts come to at most `limit_minutes` of working time.

    A shift over midnight belongs to the day on which it starts, or to each day with its part, as the rule reads
    ``day_attribution``.

    A record for that day lifts it: of a law an agreement or authority, of a house rule any consent.
    """
    for day, minutes in daily_minutes(situation, rule):
        if not lifted(situation, rule, day.first):
            yield from at_most_minutes(rule, day, minutes, rule.number("limit_minutes"))
