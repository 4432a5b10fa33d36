"""Findings: a rule that a roster breaks, and where it stands in the law."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shiftbid.domain.timeline import Interval


class Severity(StrEnum):
    """How much a finding weighs."""

    ILLEGAL = "illegal"
    NEEDS_CONSENT = "needs_consent"
    HOUSE_RULE = "house_rule"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule broken by a person's shifts.

    Attributes
    ----------
    shifts
        Ids of the chosen shifts involved.
    sentence
        What is wrong, in the reader's language, with dates and figures.
    article
        Where the rule stands, such as ``Labour Law art. 38``; for a house rule, the pack that adds it.
    """

    rule: str
    employee: str
    span: Interval
    severity: Severity
    shifts: tuple[str, ...]
    sentence: str
    article: str
