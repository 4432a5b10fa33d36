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
    split = rule.readings.get("day_attribution") == SPLIT_MIDNIGHT
    for week in weeks(situation):
        if not split and week.work_minutes <= limit_minutes:
            continue
        terms = _minutes_inside(situation, week, limit_minutes) if split else week.minutes
        if terms and not lifted(situation, rule, week.first):
            yield from at_most_minutes(rule, week, terms, limit_minutes)


def _minutes_inside(situation: Situation, week: Window, limit_minutes: int) -> tuple[Term, ...]:
    """Working time inside the week; nothing where the shifts that touch it stay within the limit with all of theirs."""
    span, told = week.span, minutes_of_totals(week)
    touching = situation.touching(span)
    if sum([shift.paid_minutes for shift in touching]) + sum([term.weight for term in told]) <= limit_minutes:
        return ()
    return (*(Term(shift.id, shift.paid_minutes_in(span)) for shift in touching), *told)
