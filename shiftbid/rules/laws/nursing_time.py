"""Nursing time inside working hours."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import days


def nursing_time(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Where nursing time was refused, a protected day's paid breaks must come to `break_minutes`.

    Nursing time stands as long as nobody records that it was refused; then paid breaks have to hold it. Simple: one
    child; the hour more for each further child is not asked for.
    """
    if rule.id not in situation.circumstances.refused:
        return
    needed = rule.number("break_minutes")
    for day in days(situation):
        if situation.protects(rule, day.first):
            for shift in day.shifts:
                given = sum(pause.span.minutes for pause in shift.breaks if pause.paid)
                if given < needed and shift.id not in situation.fixed:
                    facts = {"given_minutes": given, "break_minutes": needed}
                    yield AtMost(Scope(rule.id, shift.span, facts), (Term(shift.id),), cap=0)
