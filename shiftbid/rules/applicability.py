"""Whom a rule speaks of: the clauses of its law, as far as the person is of the age that it names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from shiftbid.domain.timeline import local_day
from shiftbid.rules.clauses import Clause
from shiftbid.rules.laws import LAWS
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation

EVERY_AGE = range(1000)
LONGEST_REACH = timedelta(weeks=104)
"""No clause begins longer before the period: a year of reference, and one more for what is made up for."""


def clauses_of(rule: Rule, situation: Situation) -> Iterator[Clause]:
    """Clauses of one rule for one person.

    A rule with `from_age_years` or `below_age_years` holds for people of at least, or under, that age on the first
    day that the clause judges; one that applies to a status, for nobody who never has it.
    """
    if rule.applies_to is not None and not situation.circumstances.ever(rule.applies_to):
        return
    ages = ages_of(rule)
    if ages == EVERY_AGE:
        yield from LAWS[rule.law](situation, rule)
        return
    if situation.employee.age_on(situation.period.first - LONGEST_REACH) >= ages.stop:
        return
    for clause in LAWS[rule.law](situation, rule):
        if situation.employee.age_on(local_day(clause.scope.span.start, situation.zone)) in ages:
            yield clause


def ages_of(rule: Rule) -> range:
    """Completed years of age of the people whom the rule speaks of."""
    from_age_years = rule.numbers.get("from_age_years", EVERY_AGE.start)
    below_age_years = rule.numbers.get("below_age_years", EVERY_AGE.stop)
    return range(from_age_years, below_age_years)
