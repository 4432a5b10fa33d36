"""Working time of a part-timer's average day."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.staff import HoursSystem
from shiftbid.domain.timeline import Period
from shiftbid.rules.clauses import Average, Clause, Scope
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import weeks, window


def part_time_day(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """The days of a week on which a part-timer works have at most `limit_minutes` on average, all halls together.

    The law says "generally" and names no period; ours is the calendar week.
    """
    if situation.employee.system is not HoursSystem.PART_TIME:
        return
    limit_minutes = rule.number("limit_minutes")
    for week in weeks(situation):
        days = (window(situation, day, day) for day in Period(week.first, week.last).days)
        blocks = tuple(terms for terms in (day.minutes for day in days) if terms)
        if any(sum(term.weight for term in block) > limit_minutes for block in blocks):
            yield Average(Scope(rule.id, week.span), blocks, limit_minutes)
