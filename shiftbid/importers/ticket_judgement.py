"""Judging rows of a ticket log: outcome, wait and service of each, or why it cannot be believed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shiftbid.domain.errors import Problem
from shiftbid.domain.ticket import Ticket, TicketOutcome
from shiftbid.importers.ticket_columns import ColumnMap
from shiftbid.importers.ticket_durations import LONGEST_SECONDS, RawDuration, agrees
from shiftbid.importers.ticket_rows import Entry
from shiftbid.importers.ticket_words import outcome_of
from shiftbid.services.ticket_log import RejectedRow, Rejection

FORGIVEN_SECONDS = 5
"""A call less than so long before the arrival is a wait of zero: two clocks that differ."""
CALLED = frozenset((TicketOutcome.SERVED, TicketOutcome.TRANSFERRED, TicketOutcome.NO_SHOW))
_TIMED = ("t_start", "t_end", "wait", "serve", "outcome")


class Unbelievable(Exception):
    """A row whose times cannot be."""

    def __init__(self, rejected: RejectedRow) -> None:
        super().__init__(str(rejected.problem))
        self.rejected = rejected


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

    def ticket(self, entry: Entry) -> Ticket:
        """Make the ticket of an entry; raises Unbelievable where its times cannot be."""
        outcome = self._outcome(entry)
        called = outcome in CALLED
        served = called and outcome is not TicketOutcome.NO_SHOW
        started, wait_seconds = self._wait(entry, called)
        ended, service_seconds = self._service(entry, served)
        if started is None and entry.started is not None:
            ended = None  # set aside with the call
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
            service_seconds=service_seconds,
            counter=entry.counter,
            staff=entry.staff,
            outcome=outcome,
        )

    def _wait(self, entry: Entry, called: bool) -> tuple[int | None, float | None]:
        """Call and wait: the log's own duration, or call minus arrival. A call that cannot be is set aside."""
        logged = self._logged(entry, "wait", entry.wait)
        if not called or entry.started is None or entry.arrived is None:
            return entry.started, logged
        stamped = entry.started - entry.arrived
        if stamped <= -FORGIVEN_SECONDS:
            if logged is None:
                message = f"called {-stamped} s before the customer arrived"
                raise self._unbelievable(entry, Rejection.NEGATIVE_WAIT, message, "t_start")
            self.overruled.append(entry.row)
            return None, logged
        if logged is not None:
            if not agrees(logged, stamped, self.units["wait"]):
                self.differing.append(entry.row)
            return entry.started, logged
        if stamped < 0:
            self.small_negative.append(entry.row)
        return entry.started, float(max(0, stamped))

    def _service(self, entry: Entry, served: bool) -> tuple[int | None, float | None]:
        """End and length of the service: the log's own duration, or end minus start."""
        logged = self._logged(entry, "serve", entry.serve)
        if not served:
            return entry.ended, None
        if entry.started is None or entry.ended is None:
            return entry.ended, logged
        stamped = entry.ended - entry.started
        if stamped < 0:
            if logged is None:
                message = f"ends {-stamped} s before it starts"
                raise self._unbelievable(entry, Rejection.MALFORMED, message, "t_end")
            self.end_before_start.append(entry.row)
            return None, logged
        if logged is None:
            return entry.ended, float(stamped)
        if not agrees(logged, stamped, self.units["serve"]):
            self.differing.append(entry.row)
        return entry.ended, logged

    def _logged(self, entry: Entry, field: str, raw: RawDuration | None) -> float | None:
        seconds = None if raw is None else raw.in_seconds(self.units[field])
        if seconds is not None and not 0 <= seconds <= LONGEST_SECONDS:
            reason = Rejection.NEGATIVE_WAIT if field == "wait" and seconds < 0 else Rejection.MALFORMED
            raise self._unbelievable(entry, reason, f"{seconds:g} s is no duration of a visit", field)
        return seconds

    def _unbelievable(self, entry: Entry, reason: Rejection, message: str, field: str) -> Unbelievable:
        return Unbelievable(RejectedRow(reason, Problem(message, entry.row, self.columns.name(field))))

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
