"""Notice of a schedule, counted in hours."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.timeline import MINUTES_PER_DAY, day_interval
from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def notice_in_hours(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """A schedule is known at least `notice_minutes` before its first shift.

    Where only days are known, each counts 24 hours.
    """
    for posting in situation.circumstances.postings:
        by_days = posting.notice_days * MINUTES_PER_DAY
        given = by_days if posting.notice_minutes is None else posting.notice_minutes
        if given < rule.number("notice_minutes"):
            facts = {"given_minutes": given, "notice_minutes": rule.number("notice_minutes")}
            yield AtMost(
                Scope(rule.id, day_interval(posting.first_day, situation.zone), facts), (Term(posting.id),), cap=0
            )
