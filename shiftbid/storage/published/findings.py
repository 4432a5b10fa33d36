"""The findings of a publication's roster."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from shiftbid.domain.timeline import Interval
from shiftbid.rules.finding import Finding, Severity
from shiftbid.storage.bulk import grouped, insert_all
from shiftbid.storage.mappers import span_columns
from shiftbid.storage.tables.plans import FindingRow, FindingShiftRow


def save(connection: Connection, publication_id: int, findings: Sequence[Finding]) -> None:
    """Store the findings with the shifts involved."""
    insert_all(
        connection,
        FindingRow,
        [
            {
                "publication_id": publication_id,
                "position": position,
                "rule": finding.rule,
                "employee": finding.employee,
                **span_columns(finding.span),
                "severity": finding.severity.value,
                "sentence": finding.sentence,
                "article": finding.article,
            }
            for position, finding in enumerate(findings)
        ],
    )
    insert_all(
        connection,
        FindingShiftRow,
        [
            {
                "publication_id": publication_id,
                "finding_position": finding_position,
                "position": position,
                "shift": shift,
            }
            for finding_position, finding in enumerate(findings)
            for position, shift in enumerate(finding.shifts)
        ],
    )


def load(connection: Connection, publication_id: int) -> tuple[Finding, ...]:
    """Build the findings of a publication."""
    shifts = grouped(
        (finding_position, shift)
        for finding_position, shift in connection.execute(
            select(FindingShiftRow.finding_position, FindingShiftRow.shift)
            .where(FindingShiftRow.publication_id == publication_id)
            .order_by(FindingShiftRow.finding_position, FindingShiftRow.position)
        )
    )
    return tuple(
        Finding(
            rule,
            employee,
            Interval(starts_at, ends_at),
            Severity(severity),
            shifts.get(position, ()),
            sentence,
            article,
        )
        for position, rule, employee, starts_at, ends_at, severity, sentence, article in connection.execute(
            select(
                FindingRow.position,
                FindingRow.rule,
                FindingRow.employee,
                FindingRow.starts_at,
                FindingRow.ends_at,
                FindingRow.severity,
                FindingRow.sentence,
                FindingRow.article,
            )
            .where(FindingRow.publication_id == publication_id)
            .order_by(FindingRow.position)
        )
    )
