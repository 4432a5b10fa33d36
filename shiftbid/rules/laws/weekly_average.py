"""Average weekly working time over a reference period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from shiftbid.domain.timeline import DAYS_PER_WEEK, week_start
from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import weeks, window


def weekly_average(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Over the `reference_weeks` that end with each week, working time averages at most `limit_minutes` a week.

    Simple: where the history is shorter than the reference period, the weeks it holds are the period. Leave is not
    taken out of the average.
    """
    reference = rule.number("reference_weeks")
    limit_minutes = rule.number("limit_minutes")
    known_from = week_start(
        min((shift.day for shift in situation.shifts), default=situation.period.first),
        situation.week_starts_on,
    )
    for week in weeks(situation):
        first = max(known_from, week.first - timedelta(days=DAYS_PER_WEEK * (reference - 1)))
        count = ((week.first - first).days + DAYS_PER_WEEK) // DAYS_PER_WEEK
        averaged = window(situation, first, week.last)
        yield AtMost(
            Scope(rule.id, averaged.span, {"average_minutes": limit_minutes, "weeks": count}),
            tuple(Term(shift.id, shift.paid_minutes) for shift in averaged.shifts),
            limit_minutes * count,
        )
