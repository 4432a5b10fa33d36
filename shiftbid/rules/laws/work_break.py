"""Breaks inside a shift."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.shift import Shift
from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def work_break(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """A shift with more than `above_minutes` of working time has `break_minutes` of breaks and no longer stretch.

    The stretches before, between and after the breaks are each at most `above_minutes`. Paid or unpaid, a break is a
    break; only those of at least `slice_minutes` count.
    """
    above, needed, slice_minutes = (rule.number(name) for name in ("above_minutes", "break_minutes", "slice_minutes"))
    for shift in situation.candidates:
        counted = [pause.span for pause in shift.breaks if pause.span.minutes >= slice_minutes]
        taken = sum(span.minutes for span in counted)
        longest = _longest_stretch_minutes(shift, slice_minutes)
        if longest > above or (shift.paid_minutes > above and taken < needed):
            facts = {
                "stretch_minutes": longest,
                "taken_minutes": taken,
                "break_minutes": needed,
                "above_minutes": above,
            }
            yield AtMost(Scope(rule.id, shift.span, facts), (Term(shift.id),), cap=0)


def _longest_stretch_minutes(shift: Shift, slice_minutes: int) -> int:
    marks = [shift.span.start]
    for pause in sorted(shift.breaks, key=lambda each: each.span):
        if pause.span.minutes >= slice_minutes:
            marks += [pause.span.start, pause.span.end]
    marks.append(shift.span.end)
    return max((end - start) // 60 for start, end in zip(marks[::2], marks[1::2], strict=True))
