"""Sundays of a year that stay free."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from shiftbid.domain.timeline import Period, local_day
from shiftbid.rules.clauses import AnyFree, Clause, Scope
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.special_days import is_sunday, touched_days


def free_sundays(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """At least `free_days` Sundays of each calendar year hold no work, not even the end of a night shift.

    Sundays of which nothing is known yet are free.
    """
    worked: dict[date, list[str]] = defaultdict(list)
    for shift in situation.shifts:
        for day in {shift.day, local_day(shift.span.end - 1, situation.zone)}:
            worked[day].append(shift.id)
    for year in sorted({day.year for day in touched_days(situation, situation.candidates)}):
        whole = Period(date(year, 1, 1), date(year, 12, 31))
        blocks = tuple(tuple(worked[day]) if day in worked else () for day in whole.days if is_sunday(day))
        if sum(not block for block in blocks) < rule.number("free_days"):
            yield AnyFree(Scope(rule.id, whole.interval(situation.zone)), blocks, least=rule.number("free_days"))
