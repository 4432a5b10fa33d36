"""Working time of a part-timer's week."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.staff import HoursSystem
from shiftbid.rules.clauses import Clause
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import weeks
from shiftbid.rules.working_time import at_most_minutes


def part_time_week(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """A part-timer works at most `limit_minutes` in a calendar week for the employer, all halls together."""
    if situation.employee.system is HoursSystem.PART_TIME:
        for week in weeks(situation):
            yield from at_most_minutes(rule, week, week.minutes, rule.number("limit_minutes"))
