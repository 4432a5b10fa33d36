"""Ticket logs: read, describe, write and store."""

from __future__ import annotations

from dataclasses import replace

from shiftbid.domain.errors import InputError
from shiftbid.exporters.ticket_arrivals import write_ticket_arrivals
from shiftbid.exporters.wait_plot import write_wait_plot
from shiftbid.importers.ticket_reader import read_ticket_log
from shiftbid.services.import_tickets import TicketOrder, TicketReport, store_hourly_counts, stored_hall, ticket_report
from shiftbid.storage.database import Database

UNKNOWN_ZONE = "UTC"


def run_ticket_import(order: TicketOrder) -> TicketReport:
    """Import a log (`TicketImporter`); the file is written and the counts stored only where the whole log is sound."""
    if order.url is None:
        report = _read(order, order.zone or UNKNOWN_ZONE)
        _write(order, report)
        return report
    if order.hall is None:
        raise InputError("--hall", ["give the hall whose counts are to be stored"])
    with Database(order.url) as database:
        hall = stored_hall(order.hall, database.unit_of_work)
        report = _read(order, order.zone or hall.zone)
        stored = store_hourly_counts(report, database.unit_of_work, lambda: _write(order, report))
    return replace(report, stored_hours=stored)


def _read(order: TicketOrder, zone: str) -> TicketReport:
    return ticket_report(read_ticket_log(order.file, replace(order.layout, zone=zone)), zone, order.hall)


def _write(order: TicketOrder, report: TicketReport) -> None:
    if order.out is not None and not report.arrivals:
        raise InputError(str(order.file), ["it has no arrivals to write; leave --out away"])
    if order.plot is not None:
        if report.model is None:
            lacks = "it lacks arrivals, waits or services, so that there is nothing to compare; leave --plot away"
            raise InputError(str(order.file), [lacks])
        write_wait_plot(order.plot, report.model)
    if order.out is not None:
        write_ticket_arrivals(order.out, report.arrivals, report.zone)
