"""Notice of a schedule, counted in calendar days."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.timeline import day_interval
from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def notice_in_days(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """A schedule is posted at least `notice_days` calendar days before its first day."""
    for posting in situation.circumstances.postings:
        if posting.notice_days < rule.number("notice_days"):
            facts = {"given_days": posting.notice_days, "notice_days": rule.number("notice_days")}
            yield AtMost(
                Scope(rule.id, day_interval(posting.first_day, situation.zone), facts), (Term(posting.id),), cap=0
            )
