"""Fixed workweeks of 168 hours (United States): overtime is what a workweek has above its limit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from shiftbid.domain.status import StatusKind
from shiftbid.domain.timeline import DAYS_PER_WEEK, Interval, instant, week_start
from shiftbid.domain.work_total import TotalKind
from shiftbid.rules.clauses import Part, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def weekly_overtime_parts(situation: Situation, rule: Rule) -> Iterator[tuple[Interval, Part]]:
    """Each workweek with work that is known, and what it has above the rule's `week_minutes`.

    A workweek begins on the pack's first weekday at `workday_start_minute`; a shift across its end is cut there. Hours
    of all halls are added, and overtime that is told as a sum counts wholly. People exempt from the law have none.
    """
    if situation.circumstances.has(StatusKind.EXEMPT, situation.period.first):
        return
    totals = situation.circumstances.totals
    days = [*(shift.day for shift in situation.shifts), *(total.first for total in totals), situation.period.last]
    # A shift before the workday's start belongs to the week before.
    first = week_start(min(days) - timedelta(days=1), situation.week_starts_on)
    while first <= max(days):
        after = first + timedelta(days=DAYS_PER_WEEK)
        start_minute = rule.number("workday_start_minute")
        span = Interval(*(instant(day, start_minute, situation.zone) for day in (first, after)))
        shifts = (Term(shift.id, shift.paid_minutes_in(span)) for shift in situation.touching(span))
        told = situation.circumstances.totals_of(TotalKind.WORKED, first, after - timedelta(days=1))
        terms = (*shifts, *(Term(total.id, total.minutes) for total in told))
        if terms:
            yield span, Part(terms, rule.number("week_minutes"))
        first = after
    for total in totals:
        if total.kind is TotalKind.OVERTIME:
            yield (
                Interval(*(instant(day, 0, situation.zone) for day in (total.first, total.last + timedelta(days=1)))),
                Part((Term(total.id, total.minutes),), 0),
            )


def works_for_public_agency(situation: Situation) -> bool:
    """Whether the employer is a public agency."""
    return situation.circumstances.has(StatusKind.PUBLIC_SECTOR, situation.period.first)


def most_minutes(part: Part) -> int:
    """What the part comes to where all of it is worked."""
    return max(0, sum(term.weight for term in part.terms) - part.threshold)
