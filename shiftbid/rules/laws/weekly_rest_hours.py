"""An uninterrupted rest in every week."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.timeline import Interval
from shiftbid.rules.clauses import AnyFree, Clause, Scope
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import Window, weeks


def weekly_rest_hours(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Each calendar week holds one uninterrupted rest of `rest_minutes`.

    The 7-day periods are the pack's calendar weeks; the rest may fall on any day of them.
    """
    rest_minutes = rule.number("rest_minutes")
    for week in weeks(situation):
        if situation.has_rest(week.span, rest_minutes):
            continue
        rests = _possible_rests(situation, week, rest_minutes)
        # Rests that the same shifts disturb are one block.
        blocks = tuple(dict.fromkeys(tuple(shift.id for shift in situation.touching(rest)) for rest in rests))
        yield AnyFree(Scope(rule.id, week.span, {"rest_minutes": rest_minutes}), blocks)


def _possible_rests(situation: Situation, week: Window, rest_minutes: int) -> Iterator[Interval]:
    """Rests worth trying: a longest free span starts with the week or where a shift ends."""
    span = week.span
    ends = {shift.span.end for shift in situation.touching(span)}
    for start in sorted({span.start, *ends}):
        rest = Interval(start, start + rest_minutes * 60)
        if span.covers(rest):
            yield rest
