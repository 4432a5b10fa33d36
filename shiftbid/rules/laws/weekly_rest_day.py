"""A rest day in every week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from shiftbid.domain.timeline import DAYS_PER_WEEK, day_interval
from shiftbid.rules.clauses import AnyFree, Clause, Scope
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import weeks


def weekly_rest_day(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """At least one calendar day of each calendar week has no work on it, not even the end of a night shift.

    The law does not define the week; ours runs from the pack's first weekday.
    """
    for week in weeks(situation):
        each_day = [day_interval(week.first + timedelta(days=n), situation.zone) for n in range(DAYS_PER_WEEK)]
        blocks = tuple(tuple(shift.id for shift in situation.touching(day)) for day in each_day)
        if all(blocks):
            yield AnyFree(Scope(rule.id, week.span), blocks)
