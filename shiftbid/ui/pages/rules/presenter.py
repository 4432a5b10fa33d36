"""The rules in force, with values and articles, and the hall's details. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.rules.book import RulePack
from shiftbid.rules.finding import Severity


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """A rule as it holds in the period.

    Attributes
    ----------
    values
        Numbers by name; the name carries the unit.
    readings
        How the rule reads what the law leaves open.
    """

    id: str
    title: str
    severity: Severity
    values: tuple[tuple[str, int], ...]
    readings: tuple[tuple[str, str], ...]
    article: str
    source: str


def rule_records(pack: RulePack, language: str) -> tuple[RuleRecord, ...]:
    """Rules of a pack in reading order, titles in ``en`` or ``zh``."""
    return tuple(
        RuleRecord(
            id=rule.id,
            title=rule.title.get(language) or rule.title["en"],
            severity=rule.severity,
            values=tuple(rule.numbers.items()),
            readings=tuple(rule.readings.items()),
            article=rule.article,
            source=rule.source,
        )
        for rule in pack.rules
    )
