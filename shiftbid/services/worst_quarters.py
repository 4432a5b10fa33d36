"""The quarter hours of a certificate in which customers wait longest for their promise."""

from __future__ import annotations

from collections.abc import Iterable

from shiftbid.domain.certificate import CertificateRow

WORST_QUARTERS = 10


def worst_quarters(rows: Iterable[CertificateRow]) -> tuple[CertificateRow, ...]:
    """Quarter hours with customers in which the smallest share is called in time; the earlier first among equals."""
    met = [row for row in rows if row.arrivals > 0]
    in_order = sorted(met, key=lambda row: (row.share_in_time, row.quarter, row.skill, row.customer_class))
    return tuple(in_order[:WORST_QUARTERS])
