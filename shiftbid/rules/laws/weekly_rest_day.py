"""A rest day in every week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from shiftbid.domain.timeline import DAYS_PER_WEEK, Period
from shiftbid.rules.clauses import AnyFree, Clause, Scope
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import weeks

ROLLING = "rolling_7_days"
TO_LAST_DAY = timedelta(days=DAYS_PER_WEEK - 1)


def weekly_rest_day(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """At least one calendar day of each week has no work on it, not even the end of a night shift.

    The law does not define the week. Read by ``calendar_week`` it runs from the pack's first weekday; by
    ``rolling_7_days`` any seven days in a row that hold a day of the period are a week.
    """
    for first in _first_days(situation, rule):
        week = Period(first, first + TO_LAST_DAY)
        blocks = [situation.ids_on(day) for day in week.days]
        if all(blocks):
            yield AnyFree(Scope(rule.id, week.interval(situation.zone)), tuple(blocks))


def _first_days(situation: Situation, rule: Rule) -> Iterator[date]:
    if rule.readings.get("week_rest") != ROLLING:
        yield from (week.first for week in weeks(situation))
        return
    yield from Period(situation.period.first - TO_LAST_DAY, situation.period.last).days
