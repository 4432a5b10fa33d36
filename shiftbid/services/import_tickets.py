"""Import a ticket log: what it says of the hall, and its hourly counts into the footfall history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Hall
from shiftbid.domain.ticket import Ticket
from shiftbid.domain.timeline import Interval
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.ticket_checks import closed_together, gaps_without_tickets, ticket_checks
from shiftbid.services.ticket_log import RejectedRow, TicketCheck, TicketLayout, TicketLog
from shiftbid.services.ticket_model import ModelComparison, compare_with_model
from shiftbid.services.ticket_statistics import (
    LONGEST_SERVICE_SECONDS,
    CustomerShares,
    QuarterArrivals,
    ServiceStatistics,
    WaitStatistics,
    customer_shares,
    fits,
    hourly_counts,
    quarter_arrivals,
    service_statistics,
    wait_statistics,
)

UNNAMED_HALL = "hall"
SHORTEST_MEASURED_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class TicketOrder:
    """A ticket log to import.

    Attributes
    ----------
    hall
        Whose tickets are meant: of a log of several halls only those, of any other log all.
    zone
        Zone of times without offset; the stored hall's, or UTC, where None.
    layout
        What the user says of the file; its zone is not used.
    out
        Arrivals per quarter hour to write.
    plot
        Picture of observed and modelled waits to write, as SVG.
    url
        Database that gets the hourly counts; none where None.
    """

    file: Path
    layout: TicketLayout
    hall: str | None = None
    zone: str | None = None
    out: Path | None = None
    plot: Path | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class TicketReport:
    """What a log holds.

    Attributes
    ----------
    other_halls_tickets
        Tickets left out because they belong to other halls than the one asked for.
    measured
        All services from 1 s to 60 min, with those under 10 s and those the machine closed; None below two.
    services
        The fit: services from 10 s to 60 min that the machine did not close.
    stored_hours
        Hourly counts added to a database.
    """

    form: Mapping[str, str]
    zone: str
    rows_in_file: int
    rows_read: int
    tickets: int
    other_halls_tickets: int
    rejected: tuple[RejectedRow, ...]
    checks: tuple[TicketCheck, ...]
    shares: CustomerShares
    measured: ServiceStatistics | None
    services: tuple[ServiceStatistics, ...]
    waits: tuple[WaitStatistics, ...]
    model: ModelComparison | None
    arrivals: tuple[QuarterArrivals, ...]
    gaps: Mapping[str, tuple[Interval, ...]]
    stored_hours: int = 0


class TicketImporter(Protocol):
    """Imports one log."""

    def __call__(self, order: TicketOrder) -> TicketReport:
        """Raises InputError with every problem before anything is written or stored."""
        ...


def ticket_report(log: TicketLog, zone: str, hall: str | None) -> TicketReport:
    """Describe a log; raises InputError where it names several halls and the one asked for is not among them."""
    tickets, others = _of_hall(log, hall)
    quarters = quarter_arrivals(tickets, zone)
    gaps = gaps_without_tickets(quarters, zone)
    closed = closed_together(tickets)
    fitting = [ticket for ticket in tickets if fits(ticket) and ticket.row not in closed]
    measured = service_statistics(
        replace(ticket, service="", customer_class=None)
        for ticket in tickets
        if ticket.service_seconds is not None
        and SHORTEST_MEASURED_SECONDS <= ticket.service_seconds <= LONGEST_SERVICE_SECONDS
    )
    return TicketReport(
        form=log.form,
        zone=zone,
        rows_in_file=log.rows_in_file,
        rows_read=log.rows_read,
        tickets=len(tickets),
        other_halls_tickets=others,
        rejected=log.rejected,
        checks=(*log.checks, *ticket_checks(tickets, closed, gaps, zone)),
        shares=customer_shares(tickets),
        measured=measured[0] if measured else None,
        services=service_statistics(fitting),
        waits=wait_statistics(tickets),
        model=compare_with_model(tickets, zone),
        arrivals=quarters,
        gaps=gaps,
    )


def store_hourly_counts(report: TicketReport, units_of_work: UnitOfWorkFactory, write: Callable[[], None]) -> int:
    """Add the hours of a log to the footfall history and say how many rows that were.

    Parameters
    ----------
    write
        Writes what belongs with the counts; where it fails they are not stored.

    Raises
    ------
    InputError
        The log has no arrivals, a hall is unknown, or an hour is stored already; nothing is stored then.
    """
    with_classes = report.shares.unknown_class_share != 1
    counts = [
        count
        for hall in dict.fromkeys(each.hall for each in report.arrivals)
        for count in hourly_counts(
            [each for each in report.arrivals if each.hall == hall],
            report.zone,
            report.gaps.get(hall, ()),
            with_classes,
        )
    ]
    if not counts:
        raise InputError("ticket log", ["it has no arrivals that could be stored"])
    with units_of_work() as unit:
        unit.footfall.append(counts)
        write()
        unit.commit()
    return len(counts)


def stored_hall(hall: str, units_of_work: UnitOfWorkFactory) -> Hall:
    """Give the stored hall of an id; InputError names the known ones where there is none."""
    with units_of_work() as unit:
        found = unit.halls.get(hall)
        known = [each.id for each in unit.halls.all()]
    if found is None:
        raise InputError("--hall", [f"{hall!r} is not in the database; it has {', '.join(known) or 'no halls'}"])
    return found


def _of_hall(log: TicketLog, hall: str | None) -> tuple[Sequence[Ticket], int]:
    """Tickets of the hall meant, under its name, and how many are of other halls."""
    named = sorted({ticket.hall for ticket in log.tickets})
    if hall is None:
        return [replace(each, hall=each.hall or UNNAMED_HALL) for each in log.tickets], 0
    if len(named) <= 1:
        return [replace(each, hall=hall) for each in log.tickets], 0
    if hall not in named:
        raise InputError(
            "--hall", [f"{hall!r} is not in the log; it has {', '.join(name or '(blank)' for name in named)}"]
        )
    own = [each for each in log.tickets if each.hall == hall]
    return own, len(log.tickets) - len(own)
