"""Work without a break."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.shift import Shift
from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def unbroken_stretch(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """No stretch of a shift before, between or after its breaks is longer than `limit_minutes`.

    Breaks shorter than `slice_minutes` do not interrupt a stretch.
    """
    limit_minutes, slice_minutes = rule.number("limit_minutes"), rule.number("slice_minutes")
    for shift in situation.candidates:
        stretch_minutes = _longest_stretch_minutes(shift, slice_minutes)
        if stretch_minutes > limit_minutes:
            facts = {"stretch_minutes": stretch_minutes, "limit_minutes": limit_minutes}
            yield AtMost(Scope(rule.id, shift.span, facts), (Term(shift.id),), cap=0)


def _longest_stretch_minutes(shift: Shift, slice_minutes: int) -> int:
    longest_seconds, begin = 0, shift.span.start
    for pause in sorted(shift.breaks, key=lambda each: each.span):
        if pause.span.minutes >= slice_minutes:
            longest_seconds = max(longest_seconds, pause.span.start - begin)
            begin = pause.span.end
    return max(longest_seconds, shift.span.end - begin) // 60
