"""Working time of one calendar week."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import Clause, Term
from shiftbid.rules.permission import lifted
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import Window, weeks
from shiftbid.rules.working_time import SPLIT_MIDNIGHT, at_most_minutes, minutes_of_totals


def weekly_hours(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Working time of one calendar week comes to at most `limit_minutes`.

    A shift over the midnight between two weeks belongs to the week in which it starts, or to each week with its part,
    as the rule reads ``day_attribution``.

    A record for the week's first day lifts it: of a law an agreement or authority, of a house rule any consent.
    """
    limit_minutes = rule.number("limit_minutes")
    for week in weeks(situation):
        if not lifted(situation, rule, week.first):
            yield from at_most_minutes(rule, week, _minutes(situation, rule, week), limit_minutes)


def _minutes(situation: Situation, rule: Rule, week: Window) -> tuple[Term, ...]:
    if rule.readings.get("day_attribution") != SPLIT_MIDNIGHT:
        return week.minutes
    span = week.span
    parts = (Term(shift.id, shift.paid_minutes_in(span)) for shift in situation.touching(span))
    return (*parts, *minutes_of_totals(week))
