"""Breaks of a working day, its shifts taken together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from shiftbid.domain.shift import Shift
from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import days


def working_day_break(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """A day with more than `above_minutes` and up to `up_to_minutes` of work has `break_minutes` of breaks.

    Only breaks of at least `slice_minutes` count, paid or unpaid; the time between two shifts of a day, in whatever
    halls, is a break as well. Simple: of a day with three shifts or more, each two are looked at.
    """
    above_minutes, up_to_minutes = rule.number("above_minutes"), rule.number("up_to_minutes")
    for day in days(situation):
        pairs = (pair for pair in combinations(day.shifts, 2) if not pair[0].span.overlaps(pair[1].span))
        for shifts in (*((shift,) for shift in day.shifts), *pairs):
            if above_minutes < sum([shift.paid_minutes for shift in shifts]) <= up_to_minutes:
                yield from _clauses(situation, rule, shifts)


def _clauses(situation: Situation, rule: Rule, shifts: tuple[Shift, ...]) -> Iterator[Clause]:
    taken_minutes = _break_minutes(shifts, rule.number("slice_minutes"))
    needed = rule.number("break_minutes")
    if taken_minutes < needed and not situation.fixed.issuperset(shift.id for shift in shifts):
        facts = {
            "work_minutes": sum(shift.paid_minutes for shift in shifts),
            "taken_minutes": taken_minutes,
            "break_minutes": needed,
            "slice_minutes": rule.number("slice_minutes"),
        }
        terms = tuple(Term(shift.id) for shift in shifts)
        yield AtMost(Scope(rule.id, shifts[-1].span, facts), terms, cap=len(shifts) - 1)


def _break_minutes(shifts: tuple[Shift, ...], slice_minutes: int) -> int:
    gaps = [(second.span.start - first.span.end) // 60 for first, second in pairwise(shifts)]
    pauses = [pause.span.minutes for shift in shifts for pause in shift.breaks]
    return sum(minutes for minutes in (*gaps, *pauses) if minutes >= slice_minutes)
