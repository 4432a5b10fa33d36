"""Sundays of a year that stay free."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from shiftbid.domain.timeline import Period, local_day
from shiftbid.rules.clauses import AnyFree, Clause, Scope
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.special_days import SATURDAY, SUNDAY

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


def free_sundays(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """At least `free_days` Sundays of each calendar year hold no work, not even the end of a night shift.

    Sundays of which nothing is known yet are free.
    """
    needed = rule.number("free_days")
    worked = _worked_sundays(situation)
    for year in sorted({day.year for shift in situation.candidates for day in (shift.day, shift.day + DAY)}):
        sundays = tuple(_sundays_of(year))
        if sum(day not in worked for day in sundays) < needed:
            whole = Period(date(year, 1, 1), date(year, 12, 31))
            blocks = tuple(tuple(worked.get(day, ())) for day in sundays)
            yield AnyFree(Scope(rule.id, whole.interval(situation.zone)), blocks, least=needed)


def _worked_sundays(situation: Situation) -> Mapping[date, Sequence[str]]:
    worked: dict[date, list[str]] = defaultdict(list)
    for shift in situation.shifts:
        weekday = shift.day.weekday()
        if weekday == SUNDAY:
            worked[shift.day].append(shift.id)
        elif weekday == SATURDAY and local_day(shift.span.end - 1, situation.zone) > shift.day:
            worked[shift.day + DAY].append(shift.id)
    return worked


def _sundays_of(year: int) -> Iterator[date]:
    first = date(year, 1, 1)
    day = first + timedelta(days=SUNDAY - first.weekday())
    while day.year == year:
        yield day
        day += WEEK
