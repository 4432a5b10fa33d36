"""Check a roster against the rule pack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from shiftbid.domain.roster import Assignment
from shiftbid.rules.book import RulePack
from shiftbid.rules.checker import check
from shiftbid.rules.finding import Finding
from shiftbid.rules.situation import Situation


def findings_of(
    assignments: Sequence[Assignment], situations: Mapping[str, Situation], pack: RulePack, language: str = "en"
) -> tuple[Finding, ...]:
    """Findings of every person, in order of employee and rule."""
    findings: list[Finding] = []
    for employee, situation in sorted(situations.items()):
        taken = tuple(each.shift for each in assignments if each.employee == employee)
        # Rules read faster when only the shifts taken are candidates.
        roster = replace(situation, candidates=taken)
        findings += check(pack, roster, {shift.id for shift in taken}, language)
    return tuple(findings)
