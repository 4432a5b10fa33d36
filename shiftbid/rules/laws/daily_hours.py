"""Working time of one day."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import AtMost, Clause, Scope
from shiftbid.rules.permission import lifted
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.working_time import days_above


def daily_hours(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """A day's shifts come to at most `limit_minutes` of working time.

    A shift over midnight belongs to the day on which it starts, or to each day with its part, as the rule reads
    ``day_attribution``.

    A record for that day lifts it: of a law an agreement or authority, of a house rule any consent.
    """
    limit_minutes = rule.number("limit_minutes")
    for day, minutes in days_above(situation, rule, limit_minutes):
        if not lifted(situation, rule, day.first):
            yield AtMost(Scope(rule.id, day.span), minutes, limit_minutes)
