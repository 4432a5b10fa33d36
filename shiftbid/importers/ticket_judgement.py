"""Judging rows of a ticket log: outcome, wait and service of each, or why it cannot be believed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shiftbid.domain.errors import Problem
from shiftbid.domain.ticket import Ticket, TicketOutcome
from shiftbid.importers.ticket_columns import ColumnMap
from shiftbid.importers.ticket_durations import agrees
from shiftbid.importers.ticket_rows import Entry
from shiftbid.importers.ticket_words import outcome_of
from shiftbid.services.ticket_log import RejectedRow, Rejection

FORGIVEN_SECONDS = 5
"""A call less than so long before the arrival is a wait of zero: two clocks that differ."""
CALLED = frozenset((TicketOutcome.SERVED, TicketOutcome.TRANSFERRED, TicketOutcome.NO_SHOW))
_TIMED = ("t_start", "t_end", "wait", "serve", "outcome")


@dataclass(slots=True)
class Judge:
    """Turns entries into tickets; notes what it had to decide by row.

    Attributes
    ----------
    units
        Unit of each duration column.
    """

    columns: ColumnMap
    units: Mapping[str, str]
    small_negative: list[int] = field(default_factory=list[int])
    overruled: list[int] = field(default_factory=list[int])
    differing: list[int] = field(default_factory=list[int])
    end_before_start: list[int] = field(default_factory=list[int])
    unknown_outcome: list[int] = field(default_factory=list[int])

    def ticket(self, entry: Entry) -> Ticket | RejectedRow:
        """Make the ticket of an entry, or say why its times cannot be believed."""
        outcome = self._outcome(entry)
        called = outcome in CALLED
        served = called and outcome is not TicketOutcome.NO_SHOW
        logged_wait = None if entry.wait is None else entry.wait.in_seconds(self.units["wait"])
        logged_service = None if entry.serve is None else entry.serve.in_seconds(self.units["serve"])
        for name, seconds in (("wait", logged_wait), ("serve", logged_service)):
            if seconds is not None and seconds < 0:
                problem = Problem("is a negative duration", entry.row, self.columns.name(name))
                return RejectedRow(Rejection.NEGATIVE_WAIT if name == "wait" else Rejection.MALFORMED, problem)
        started, ended, wait_seconds = entry.started, entry.ended, logged_wait
        stamped_wait = started - entry.arrived if called and started is not None and entry.arrived is not None else None
        if stamped_wait is not None and stamped_wait <= -FORGIVEN_SECONDS:
            if logged_wait is None:
                message = f"called {-stamped_wait} s before the customer arrived"
                return RejectedRow(Rejection.NEGATIVE_WAIT, Problem(message, entry.row, self.columns.name("t_start")))
            self.overruled.append(entry.row)
        elif stamped_wait is not None and logged_wait is not None:
            if not agrees(logged_wait, stamped_wait, self.units["wait"]):
                self.differing.append(entry.row)
        elif stamped_wait is not None:
            wait_seconds = float(max(0, stamped_wait))
            if stamped_wait < 0:
                self.small_negative.append(entry.row)
        service_seconds = logged_service
        if served and started is not None and ended is not None:
            stamped_service = ended - started
            if stamped_service < 0:
                if logged_service is None:
                    problem = Problem(
                        f"ends {-stamped_service} s before it starts", entry.row, self.columns.name("t_end")
                    )
                    return RejectedRow(Rejection.MALFORMED, problem)
                self.end_before_start.append(entry.row)
                ended = None
            elif logged_service is None:
                service_seconds = float(stamped_service)
            elif not agrees(logged_service, stamped_service, self.units["serve"]):
                self.differing.append(entry.row)
        if stamped_wait is not None and stamped_wait <= -FORGIVEN_SECONDS:
            started = ended = None
        if served and started is None and entry.arrived is not None and wait_seconds is not None:
            started = entry.arrived + round(wait_seconds)
        if served and ended is None and started is not None and service_seconds is not None:
            ended = started + round(service_seconds)
        return Ticket(
            row=entry.row,
            hall=entry.hall,
            number=entry.number,
            service=entry.service,
            customer_class=entry.customer_class,
            arrived=entry.arrived,
            started=started,
            ended=ended,
            wait_seconds=wait_seconds,
            service_seconds=service_seconds if served else None,
            counter=entry.counter,
            staff=entry.staff,
            outcome=outcome,
        )

    def _outcome(self, entry: Entry) -> TicketOutcome:
        outcome = outcome_of(entry.outcome) if entry.outcome else None
        if entry.outcome and outcome is None:
            self.unknown_outcome.append(entry.row)
        if outcome is None:
            return self._inferred(entry)
        if outcome is TicketOutcome.CLOSED and entry.started is not None:
            return TicketOutcome.SERVED  # "closed" is the usual end of a visit in some systems
        if outcome is TicketOutcome.ABANDONED and entry.queued is False:
            return TicketOutcome.NEVER_QUEUED
        return outcome

    def _inferred(self, entry: Entry) -> TicketOutcome:
        """Tell the outcome by which times there are; called without an end is a no-show where ends are logged."""
        if not any(each in self.columns for each in _TIMED):
            return TicketOutcome.UNKNOWN
        served = entry.serve is not None and entry.serve.units > 0
        called = entry.started is not None or ("t_start" not in self.columns and entry.wait is not None)
        if served or (called and (entry.ended is not None or not {"t_end", "serve"} & self.columns.places.keys())):
            return TicketOutcome.SERVED
        if called:
            return TicketOutcome.NO_SHOW
        return TicketOutcome.WAITING if entry.ended is None else TicketOutcome.CLOSED
