"""No overtime for people whom the law protects."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import Clause, Excess, Part, Scope
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import weeks
from shiftbid.rules.working_time import (
    at_most_above,
    days_above,
    normal_minutes_of,
    normal_totals,
    normal_week_minutes,
)


def protected_overtime(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """On days with the rule's status, nobody works above `normal_day_minutes`, nor above `normal_week_minutes` a week.

    A week counts its protected days alone. The hours system does not matter: averaging is no reason for long days.
    """
    normal_day_minutes = rule.number("normal_day_minutes")
    for day, minutes in days_above(situation, rule, normal_day_minutes):
        if situation.protects(rule, day.first):
            yield Excess(Scope(rule.id, day.span), (Part(minutes, normal_day_minutes),), 0)
    for week in weeks(situation):
        shifts = tuple(shift for shift in week.shifts if situation.protects(rule, shift.day))
        told = (total for total in week.totals if situation.protects(rule, total.first))
        terms = (*normal_minutes_of(shifts, rule), *normal_totals(told, rule))
        part = Part(terms, normal_week_minutes(situation, week, rule))
        yield from at_most_above(rule, week.span, (part,), 0)
