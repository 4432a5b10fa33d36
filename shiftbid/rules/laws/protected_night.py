"""No night work for people whom the law protects."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.working_time import night_minutes


def protected_night(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """A shift on a day with the rule's status has no working minute between the clock times of the night."""
    start_minute, end_minute = rule.number("night_start_minute"), rule.number("night_end_minute")
    for shift in situation.candidates:
        if situation.protects(rule, shift.day):
            minutes = night_minutes(shift, situation.zone, start_minute, end_minute)
            if minutes:
                yield AtMost(Scope(rule.id, shift.span), (Term(shift.id, minutes),), cap=0)
