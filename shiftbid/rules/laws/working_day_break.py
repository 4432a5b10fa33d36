"""Breaks of a working day, its shifts taken together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from shiftbid.domain.shift import Shift
from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def working_day_break(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """A day with more than `above_minutes` and up to `up_to_minutes` of work has `break_minutes` of breaks.

    Only breaks of at least `slice_minutes` count, paid or unpaid; the time between two shifts of a day, in whatever
    halls, is a break as well. Simple: of a day with three shifts or more, each two are looked at.
    """
    above_minutes, up_to_minutes = rule.number("above_minutes"), rule.number("up_to_minutes")
    needed, slice_minutes = rule.number("break_minutes"), rule.number("slice_minutes")
    for day in situation.candidate_days:
        if situation.minutes_by_day[day] <= above_minutes:
            continue
        of_day = situation.by_day[day]
        pairs = (pair for pair in combinations(of_day, 2) if not pair[0].span.overlaps(pair[1].span))
        for shifts in (*((shift,) for shift in of_day), *pairs):
            work_minutes = sum([shift.paid_minutes for shift in shifts])
            if not above_minutes < work_minutes <= up_to_minutes:
                continue
            taken_minutes = _break_minutes(shifts, slice_minutes)
            if taken_minutes < needed and not situation.fixed.issuperset(_ids(shifts)):
                facts = {
                    "work_minutes": work_minutes,
                    "taken_minutes": taken_minutes,
                    "break_minutes": needed,
                    "slice_minutes": slice_minutes,
                }
                terms = tuple(Term(each) for each in _ids(shifts))
                yield AtMost(Scope(rule.id, shifts[-1].span, facts), terms, cap=len(shifts) - 1)


def _ids(shifts: tuple[Shift, ...]) -> list[str]:
    return [shift.id for shift in shifts]


def _break_minutes(shifts: tuple[Shift, ...], slice_minutes: int) -> int:
    taken = [pause.span.minutes for shift in shifts for pause in shift.breaks]
    taken += [(second.span.start - first.span.end) // 60 for first, second in pairwise(shifts)]
    return sum([minutes for minutes in taken if minutes >= slice_minutes])
