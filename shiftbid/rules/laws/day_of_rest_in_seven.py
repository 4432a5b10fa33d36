"""A day of rest in every workweek (California)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from shiftbid.domain.timeline import Interval, Period, instant
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
        worked = [situation.ids_on(day, start_minute) for day in Period(week.first, week.last).days]
        if not all(worked) or lifted(situation, rule, week.first):
            continue
        end = week.last + timedelta(days=1)
        span = Interval(*(instant(day, start_minute, situation.zone) for day in (week.first, end)))
        long = {shift.id for shift in situation.touching(span) if shift.paid_minutes > short_day_minutes}
        # The week is kept, too, where none of its long shifts is taken.
        if long:
            yield AnyFree(Scope(rule.id, span), (*worked, tuple(sorted(long))))
