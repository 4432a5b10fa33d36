"""Consent to overtime."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.staff import HoursSystem
from shiftbid.domain.work_total import WorkTotal
from shiftbid.rules.clauses import AtMost, Clause, Scope
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import Window, weeks
from shiftbid.rules.working_time import (
    at_most_minutes,
    days_above,
    normal_minutes_of,
    normal_totals,
    normal_week_minutes,
)


def overtime_consent(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Without a recorded consent a day stays within `normal_day_minutes` and a week within `normal_week_minutes`.

    Days that a consent covers are left out of both. Comprehensive hours are counted by their cycle, not by day and
    week, and pass.
    """
    if situation.employee.system is HoursSystem.COMPREHENSIVE:
        return
    normal_day_minutes = rule.number("normal_day_minutes")
    for day, minutes in days_above(situation, rule, normal_day_minutes):
        if not situation.consented(rule.id, day.first):
            yield AtMost(Scope(rule.id, day.span), minutes, normal_day_minutes)
    for week in weeks(situation):
        if week.work_minutes <= rule.number("normal_week_minutes"):
            continue
        asked = [shift for shift in week.shifts if not situation.consented(rule.id, shift.day)]
        limit_minutes = normal_week_minutes(situation, week, rule)
        terms = (*normal_minutes_of(asked, rule), *normal_totals(_asked_totals(situation, week, rule), rule))
        yield from at_most_minutes(rule, week, terms, limit_minutes)


def _asked_totals(situation: Situation, week: Window, rule: Rule) -> Iterator[WorkTotal]:
    return (total for total in week.totals if not situation.consented(rule.id, total.first))
