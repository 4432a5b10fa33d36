"""Permissions: which record lifts a rule."""

from __future__ import annotations

from datetime import date

from shiftbid.rules.finding import Severity
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation


def lifted(situation: Situation, rule: Rule, day: date) -> bool:
    """Whether a record lifts the rule on that day.

    A limit of the law is lifted by an agreement or an authority, never by the person alone; a house rule, and a rule
    that asks for consent, by any record.
    """
    if rule.severity is Severity.ILLEGAL:
        return situation.approved(rule.id, day)
    return situation.consented(rule.id, day)
