"""Breaks inside a shift."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def work_break(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """A shift with more than `above_minutes` of working time has `break_minutes` of breaks.

    Paid or unpaid, a break is a break; only those of at least `slice_minutes` count. Simple: the working day is the
    shift; two shifts of a day are not added.
    """
    above, needed, slice_minutes = (rule.number(name) for name in ("above_minutes", "break_minutes", "slice_minutes"))
    for shift in situation.candidates:
        taken = sum(pause.span.minutes for pause in shift.breaks if pause.span.minutes >= slice_minutes)
        if shift.paid_minutes > above and taken < needed:
            facts = {
                "work_minutes": shift.paid_minutes,
                "taken_minutes": taken,
                "break_minutes": needed,
                "above_minutes": above,
            }
            yield AtMost(Scope(rule.id, shift.span, facts), (Term(shift.id),), cap=0)
