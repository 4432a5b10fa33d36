"""Tickets: what a queue system knows of one customer's visit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shiftbid.domain.promise import CustomerClass


class TicketOutcome(StrEnum):
    """How a visit ended, as far as the log tells."""

    SERVED = "served"
    NO_SHOW = "no_show"
    """Called, nobody came."""
    ABANDONED = "abandoned"
    """Left while waiting."""
    NEVER_QUEUED = "never_queued"
    """Left before joining the queue: no customer of the counters."""
    CLOSED = "closed"
    """Still waiting when the machine closed the day's tickets."""
    CANCELLED = "cancelled"
    TRANSFERRED = "transferred"
    """Sent on to another counter or put on hold, and no later row says how it ended."""
    WAITING = "waiting"
    """Neither called nor ended when the log was written."""
    UNKNOWN = "unknown"
    """The log holds neither times nor a word about it."""
    VOID = "void"
    """A test or an entry to be ignored."""


NO_CUSTOMERS = frozenset({TicketOutcome.NEVER_QUEUED, TicketOutcome.VOID})


@dataclass(frozen=True, slots=True)
class Ticket:
    """One customer's visit; times are instants in UTC seconds.

    Attributes
    ----------
    row
        1-based line of the log, of the visit's first row where it has several.
    hall, number, service, counter
        As the log writes them; empty where it does not.
    customer_class
        None where the log does not tell.
    arrived, started, ended
        Ticket drawn, customer called, service over; None where not known.
    wait_seconds, service_seconds
        From the log's own durations where it has them, otherwise from the times; None where not known.
    staff
        Pseudonym of who served; empty where not known.
    """

    row: int
    hall: str
    number: str
    service: str
    customer_class: CustomerClass | None
    arrived: int | None
    started: int | None
    ended: int | None
    wait_seconds: float | None
    service_seconds: float | None
    counter: str
    staff: str
    outcome: TicketOutcome

    @property
    def is_customer(self) -> bool:
        """Whether somebody came to be served."""
        return self.outcome not in NO_CUSTOMERS

    @property
    def is_served(self) -> bool:
        """Whether a counter served the customer (also where the visit then went on elsewhere)."""
        return self.outcome in (TicketOutcome.SERVED, TicketOutcome.TRANSFERRED)
