"""Late changes of a schedule that are barred, not merely paid (New York City retail)."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.rules.clauses import AtMost, Clause, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def late_changes(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Less than `notice_minutes` before a shift nothing is cancelled, and nothing added or moved without consent.

    The consent is one recorded for the first day of the period.
    """
    consented = situation.consented(rule.id, situation.period.first)
    for change in situation.circumstances.changes:
        late = change.notice_minutes < rule.number("notice_minutes")
        added = change.added_minutes or change.moved_minutes
        if late and (change.cancelled_minutes or (added and not consented)):
            facts = {"given_minutes": change.notice_minutes, "notice_minutes": rule.number("notice_minutes")}
            yield AtMost(Scope(rule.id, situation.period.interval(situation.zone), facts), (Term(change.id),), cap=0)
