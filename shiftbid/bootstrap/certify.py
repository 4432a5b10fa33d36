"""Certificates of files: read, certify, write."""

from __future__ import annotations

from shiftbid.exporters.certified_quarters import write_certified_quarters
from shiftbid.importers.certify_files import read_arrivals, read_counters
from shiftbid.services.certify_tables import CertifiedQuarter, CertifyOrder, certify_tables


def run_certify(order: CertifyOrder) -> tuple[CertifiedQuarter, ...]:
    """Certify two files into a third (`Certifier`)."""
    quarters = certify_tables(
        read_arrivals(order.arrivals), read_counters(order.counters), order.service, order.promise
    )
    write_certified_quarters(order.out, quarters)
    return quarters
