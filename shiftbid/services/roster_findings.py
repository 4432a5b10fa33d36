"""Check one person's part of a roster against the rule pack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift
from shiftbid.rules.book import RulePack
from shiftbid.rules.checker import check
from shiftbid.rules.finding import Finding
from shiftbid.rules.situation import Situation


def person_findings(situation: Situation, pack: RulePack, language: str) -> tuple[Finding, ...]:
    """Findings of one person who takes every candidate of the situation, in order of rule."""
    return tuple(check(pack, situation, {shift.id for shift in situation.candidates}, language))


def newly_broken(situation: Situation, shift: Shift, pack: RulePack, language: str) -> tuple[Finding, ...]:
    """Findings that a shift is part of, for a person who takes it beside every candidate of the situation."""
    tried = replace(situation, candidates=tuple({each.id: each for each in (*situation.candidates, shift)}.values()))
    return tuple(each for each in person_findings(tried, pack, language) if shift.id in each.shifts)


def findings_of(
    assignments: Sequence[Assignment], situations: Mapping[str, Situation], pack: RulePack, language: str = "en"
) -> tuple[Finding, ...]:
    """Findings of every person, in order of employee and rule."""
    findings: list[Finding] = []
    for employee, situation in sorted(situations.items()):
        taken = tuple(each.shift for each in assignments if each.employee == employee)
        findings += person_findings(replace(situation, candidates=taken), pack, language)
    return tuple(findings)
