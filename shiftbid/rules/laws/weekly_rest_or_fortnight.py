"""An uninterrupted rest in every week, or a longer one in two weeks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from shiftbid.domain.timeline import DAYS_PER_WEEK, Interval, Period, week_start
from shiftbid.rules.clauses import AnyFree, Clause, Scope
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import Window, weeks

WEEK = timedelta(days=DAYS_PER_WEEK)


def weekly_rest_or_fortnight(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Each calendar week holds one uninterrupted rest of `rest_minutes`, or two weeks one of `fortnight_rest_minutes`.

    The two weeks are the week with the one before or after it, as far as both are known and judged; the longer rest
    may lie anywhere in them. Simple: two weekly rests in the other week do not answer for both.
    """
    for week in weeks(situation):
        rests = [(week.span, rule.number("rest_minutes"))]
        if situation.has_rest(*rests[0]):
            continue
        rests += [(span, rule.number("fortnight_rest_minutes")) for span in _fortnights(situation, week)]
        if not any(situation.has_rest(*rest) for rest in rests):
            facts = {name: rule.number(name) for name in ("rest_minutes", "fortnight_rest_minutes")}
            blocks = (block for rest in rests for block in _disturbed(situation, *rest))
            yield AnyFree(Scope(rule.id, week.span, facts), tuple(dict.fromkeys(blocks)))


def _fortnights(situation: Situation, week: Window) -> Iterator[Interval]:
    known_from = week_start(min((situation.period.first, *situation.by_day)), situation.week_starts_on)
    last_week = week_start(situation.period.last, situation.week_starts_on)
    judged = situation.circumstances.judged_weeks
    for first in (week.first - WEEK, week.first):
        is_known = known_from <= first and first + WEEK <= last_week
        if is_known and (judged is None or judged.issuperset((first, first + WEEK))):
            yield Period.of_weeks(first, 2).interval(situation.zone)


def _disturbed(situation: Situation, span: Interval, rest_minutes: int) -> Iterator[tuple[str, ...]]:
    """Shifts that disturb each rest worth trying; a longest free span starts with the span or where a shift ends."""
    ends = {shift.span.end for shift in situation.touching(span)}
    rests = (Interval(start, start + rest_minutes * 60) for start in sorted({span.start, *ends}))
    return (tuple(shift.id for shift in situation.touching(rest)) for rest in rests if span.covers(rest))
