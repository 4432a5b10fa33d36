"""Findings as rows: gravest first, then by date. Qt-free."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.timeline import local_day
from shiftbid.rules.finding import Finding, Severity
from shiftbid.services.publication import HallPublication

SEVERITY_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with the person's name and the first day concerned.

    Attributes
    ----------
    day
        First day of the shifts involved; the first day of the span where no shift is named.
    """

    finding: Finding
    person: str
    day: date

    @property
    def gravity(self) -> int:
        """Place in the order of severities: 0 is the gravest."""
        return SEVERITY_ORDER.index(self.finding.severity)


def finding_rows(publication: HallPublication) -> tuple[FindingRow, ...]:
    """Name people and days of a publication's findings."""
    names = {employee.id: employee.name for employee in publication.employees}
    days = {each.shift.id: each.shift.day for each in publication.roster.assignments}
    rows = (
        FindingRow(
            finding,
            names.get(finding.employee, finding.employee),
            min(
                (days[shift] for shift in finding.shifts if shift in days),
                default=local_day(finding.span.start, publication.hall.zone),
            ),
        )
        for finding in publication.findings
    )
    return tuple(sorted(rows, key=lambda row: (row.gravity, row.day, row.person, row.finding.rule)))


def count_by_severity(publication: HallPublication) -> Mapping[Severity, int]:
    """Count findings of each severity that occurs, gravest first."""
    counts = Counter(finding.severity for finding in publication.findings)
    return {severity: counts[severity] for severity in SEVERITY_ORDER if counts[severity]}
