"""Averaged hours need an approval."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.staff import HoursSystem
from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def averaging_approval(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Nobody works by averaged hours where their approval was refused.

    An approval stands as long as no refusal of the rule is recorded.
    """
    refused = rule.id in situation.circumstances.refused
    terms = tuple(Term(each.id) for each in (*situation.candidates, *situation.recent_totals))
    if refused and terms and situation.employee.system is HoursSystem.COMPREHENSIVE:
        yield AtMost(Scope(rule.id, situation.period.interval(situation.zone)), terms, cap=0)
