"""Sundays and public holidays without work."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.timeline import day_interval
from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.permission import lifted
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.special_days import is_sunday, touched_days


def sunday_rest(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """From midnight to midnight of a Sunday or public holiday, work comes to at most `limit_minutes`.

    Only the part of a night shift that lies on the day counts. An exception by law or authority is a record for the
    day that an agreement or authority has made.
    """
    limit_minutes = rule.number("limit_minutes")
    for day in touched_days(situation, situation.candidates):
        if not (is_sunday(day) or situation.calendar.is_holiday(day)) or lifted(situation, rule, day):
            continue
        span = day_interval(day, situation.zone)
        terms = tuple(Term(shift.id, shift.paid_minutes_in(span)) for shift in situation.touching(span))
        if sum(term.weight for term in terms) > limit_minutes:
            yield AtMost(Scope(rule.id, span), terms, limit_minutes)
