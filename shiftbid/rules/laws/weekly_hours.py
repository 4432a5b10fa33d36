"""Working time of one calendar week."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import Clause
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import weeks
from shiftbid.rules.working_time import at_most_minutes, worked_minutes


def weekly_hours(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Shifts that start in one calendar week come to at most `limit_minutes` of working time.

    A recorded consent to the rule on the week's first day lifts it.
    """
    limit_minutes = rule.number("limit_minutes")
    for week in weeks(situation):
        if not situation.consented(rule.id, week.first):
            yield from at_most_minutes(rule, week, worked_minutes(week), limit_minutes)
