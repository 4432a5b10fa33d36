"""Permissions: which record lifts a rule."""

from __future__ import annotations

from datetime import date

from shiftbid.domain.staff import ConsentKind
from shiftbid.rules.finding import Severity
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation

NOT_THE_PERSON_ALONE = frozenset({ConsentKind.AGREEMENT, ConsentKind.AUTHORITY})


def lifted(situation: Situation, rule: Rule, day: date) -> bool:
    """Whether a record lifts the rule on that day.

    A limit of the law is lifted by an agreement or an authority, never by the person alone; a house rule, and a rule
    that asks for consent, by any record. A rule's own `lifted_by` goes before that.
    """
    if not situation.consents:
        return False
    usual = NOT_THE_PERSON_ALONE if rule.severity is Severity.ILLEGAL else frozenset(ConsentKind)
    kinds = usual if rule.lifted_by is None else rule.lifted_by
    return any(consent.kind in kinds and consent.holds(rule.id, day) for consent in situation.consents)
