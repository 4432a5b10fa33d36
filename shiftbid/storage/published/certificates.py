"""The certificate of a publication."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from shiftbid.domain.certificate import CertificateRow
from shiftbid.domain.timeline import Interval
from shiftbid.storage.bulk import insert_all
from shiftbid.storage.mappers import span_columns
from shiftbid.storage.tables.plans import CertificateQuarterRow


def save(connection: Connection, publication_id: int, certificate: Sequence[CertificateRow]) -> None:
    """Store the certificate."""
    insert_all(
        connection,
        CertificateQuarterRow,
        [
            {
                "publication_id": publication_id,
                "position": position,
                **span_columns(row.quarter),
                "customer_class": row.customer_class,
                "busy": row.busy,
                "arrivals": row.arrivals,
                "heads": row.heads,
                "mean_wait_minutes": row.mean_wait_minutes,
                "p90_wait_minutes": row.p90_wait_minutes,
                "share_in_time": row.share_in_time,
                "promise_minutes": row.promise_minutes,
                "kept": row.kept,
                "kept_at_plus10": row.kept_at_plus10,
                "skill": row.skill,
            }
            for position, row in enumerate(certificate)
        ],
    )


def load(connection: Connection, publication_id: int, hall: str) -> tuple[CertificateRow, ...]:
    """Build the certificate of a publication."""
    return tuple(
        CertificateRow(hall, Interval(row[0], row[1]), *row[2:])
        for row in connection.execute(
            select(
                CertificateQuarterRow.starts_at,
                CertificateQuarterRow.ends_at,
                CertificateQuarterRow.customer_class,
                CertificateQuarterRow.busy,
                CertificateQuarterRow.arrivals,
                CertificateQuarterRow.heads,
                CertificateQuarterRow.mean_wait_minutes,
                CertificateQuarterRow.p90_wait_minutes,
                CertificateQuarterRow.share_in_time,
                CertificateQuarterRow.promise_minutes,
                CertificateQuarterRow.kept,
                CertificateQuarterRow.kept_at_plus10,
                CertificateQuarterRow.skill,
            )
            .where(CertificateQuarterRow.publication_id == publication_id)
            .order_by(CertificateQuarterRow.position)
        )
    )
