"""Rows of a ticket log put together: one ticket a visit, however often it was called or sent on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from shiftbid.domain.ticket import Ticket, TicketOutcome


@dataclass(frozen=True, slots=True)
class Visits:
    """Tickets with the rows of a visit joined.

    Attributes
    ----------
    called_again, continued
        Rows that replaced an earlier call of the same ticket; rows that went on with a visit begun before.
    """

    tickets: tuple[Ticket, ...]
    called_again: tuple[int, ...]
    continued: tuple[int, ...]


def joined_visits(rows: Iterable[Ticket], day_of: Callable[[int], date]) -> Visits:
    """Join the rows of each visit, told by hall, local day and ticket number.

    A row after a transfer, or with the same arrival after a finished service, goes on with the visit: the first wait
    counts, services add up. Another row with the same arrival is another call, of which the last counts. A number that
    comes up again with a later arrival is another customer.
    """
    tickets: list[Ticket] = []
    latest: dict[tuple[str, date, str], int] = {}
    called_again: list[int] = []
    continued: list[int] = []
    for row in rows:
        if not row.number or row.arrived is None:
            tickets.append(row)
            continue
        key = row.hall, day_of(row.arrived), row.number
        index = latest.get(key)
        earlier = None if index is None else tickets[index]
        if index is not None and earlier is not None and _goes_on(earlier, row):
            tickets[index] = _continued(earlier, row)
            continued.append(row.row)
        elif index is not None and earlier is not None and earlier.arrived == row.arrived:
            tickets[index] = replace(row, row=earlier.row)
            called_again.append(row.row)
        else:
            latest[key] = len(tickets)
            tickets.append(row)
    return Visits(tuple(tickets), tuple(called_again), tuple(continued))


def _goes_on(earlier: Ticket, later: Ticket) -> bool:
    if earlier.outcome is TicketOutcome.TRANSFERRED:
        return True
    finished = earlier.is_served and earlier.ended is not None
    return (
        finished
        and earlier.arrived == later.arrived
        and later.started is not None
        and later.started >= (earlier.ended or 0)
    )


def _continued(earlier: Ticket, later: Ticket) -> Ticket:
    services = [each.service_seconds for each in (earlier, later) if each.service_seconds is not None]
    return replace(
        earlier,
        ended=later.ended if later.ended is not None else earlier.ended,
        service_seconds=sum(services) if services else None,
        outcome=later.outcome if later.is_served else TicketOutcome.SERVED,
    )
