"""A day of rest in every workweek (California)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from shiftbid.domain.timeline import DAYS_PER_WEEK, Interval, instant
from shiftbid.rules.clauses import AnyFree, Clause, Scope
from shiftbid.rules.permission import lifted
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import weeks


def day_of_rest_in_seven(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """At least one workday of each workweek is free, unless no shift of the week exceeds `short_day_minutes`.

    Workdays begin at `workday_start_minute`. Who knows of the day of rest may forgo it: a consent recorded for the
    week's first day. Simple: two shifts of a workday are not added to see whether the day is short.
    """
    start_minute, short_day_minutes = rule.number("workday_start_minute"), rule.number("short_day_minutes")
    for week in weeks(situation):
        days = [week.first + timedelta(days=n) for n in range(DAYS_PER_WEEK + 1)]
        marks = [instant(day, start_minute, situation.zone) for day in days]
        workdays = [Interval(start, end) for start, end in pairwise(marks)]
        worked = [situation.touching(workday) for workday in workdays]
        long = {shift.id for shifts in worked for shift in shifts if shift.paid_minutes > short_day_minutes}
        # The week is kept, too, where none of its long shifts is taken.
        blocks = (*(tuple(shift.id for shift in shifts) for shifts in worked), tuple(sorted(long)))
        if all(blocks) and not lifted(situation, rule, week.first):
            yield AnyFree(Scope(rule.id, Interval(marks[0], marks[-1])), blocks)
