"""Overtime of one day."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.staff import HoursSystem
from shiftbid.rules.clauses import AtMost, Clause, Scope
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.working_time import days_above


def daily_overtime(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Working time above `normal_day_minutes` comes to at most `limit_minutes` on one day.

    An agreement or approval recorded for the rule and day lifts it (special reasons for the general limit, an
    emergency for the special one); a consent of the person alone does not. Comprehensive hours are averaged over
    their cycle (`cycle_overtime`) and have no daily limit.
    """
    if situation.employee.system is HoursSystem.COMPREHENSIVE:
        return
    cap = rule.number("normal_day_minutes") + rule.number("limit_minutes")
    for day, minutes in days_above(situation, rule, cap):
        if not situation.approved(rule.id, day.first):
            yield AtMost(Scope(rule.id, day.span), minutes, cap)
