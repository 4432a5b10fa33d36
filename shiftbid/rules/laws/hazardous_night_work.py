"""Long days of night work with special hazards."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.timeline import MINUTES_PER_DAY, SECONDS_PER_MINUTE, Interval
from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.working_time import night_minutes


def hazardous_night_work(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """In the 24 hours from the start of a shift with night work, a protected person works at most `limit_minutes`."""
    limit_minutes = rule.number("limit_minutes")
    start_minute, end_minute = rule.number("night_start_minute"), rule.number("night_end_minute")
    for shift in situation.candidates:
        if situation.protects(rule, shift.day) and night_minutes(shift, situation.zone, start_minute, end_minute):
            day = Interval(shift.span.start, shift.span.start + MINUTES_PER_DAY * SECONDS_PER_MINUTE)
            terms = tuple(Term(each.id, each.paid_minutes_in(day)) for each in situation.touching(day))
            if sum(term.weight for term in terms) > limit_minutes:
                yield AtMost(Scope(rule.id, shift.span), terms, limit_minutes, when=(shift.id,))
