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
    limit_minutes = rule.number("limit_minutes")
    for shift in situation.candidates:
        stretch_minutes = _longest_stretch_minutes(shift, rule.number("slice_minutes"))
        if stretch_minutes > limit_minutes:
            facts = {"stretch_minutes": stretch_minutes, "limit_minutes": limit_minutes}
            yield AtMost(Scope(rule.id, shift.span, facts), (Term(shift.id),), cap=0)


def _longest_stretch_minutes(shift: Shift, slice_minutes: int) -> int:
    marks = [shift.span.start]
    for pause in sorted(shift.breaks, key=lambda each: each.span):
        if pause.span.minutes >= slice_minutes:
            marks += [pause.span.start, pause.span.end]
    marks.append(shift.span.end)
    return max((end - start) // 60 for start, end in zip(marks[::2], marks[1::2], strict=True))
