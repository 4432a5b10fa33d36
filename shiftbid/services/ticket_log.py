"""What reading a queue system's log is told and what it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from shiftbid.domain.errors import Problem
from shiftbid.domain.promise import CustomerClass
from shiftbid.domain.ticket import Ticket


class DateOrder(StrEnum):
    """How dates such as 03/04/2026 are meant."""

    DAY_FIRST = "d/m"
    MONTH_FIRST = "m/d"


@dataclass(frozen=True, slots=True)
class TicketLayout:
    """What the user says of a log; the rest is read from it.

    Attributes
    ----------
    columns
        Field by column name, over the known aliases; ``ignore`` leaves a column out, a duration may end in its unit
        (``wait:min``).
    zone
        IANA zone of times without offset.
    encoding
        Name of a text encoding; found where None.
    classes
        Customer class by value of the class column; None for values that mean "not known".
    dates
        Order of day and month; found where None.
    origin
        Local time after which bare numbers in time columns count seconds, and whose date bare clock times are on.
    """

    columns: Mapping[str, str] = field(default_factory=dict[str, str])
    zone: str = "UTC"
    encoding: str | None = None
    classes: Mapping[str, CustomerClass | None] = field(default_factory=dict[str, "CustomerClass | None"])
    dates: DateOrder | None = None
    origin: datetime | None = None


class Rejection(StrEnum):
    """Why a row was not taken."""

    MALFORMED = "malformed"
    DUPLICATE = "duplicate"
    NEGATIVE_WAIT = "negative_wait"


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that was not taken: why, and where the fault is."""

    reason: Rejection
    problem: Problem


@dataclass(frozen=True, slots=True)
class TicketCheck:
    """One check of a log and what it found.

    Attributes
    ----------
    kind
        Name of the check.
    sentence
        What was found and what was done about it.
    count
        Cases found.
    rows
        Lines of the file concerned.
    details
        Cases that are no rows, such as spans of time.
    """

    kind: str
    sentence: str
    count: int
    rows: tuple[int, ...] = ()
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TicketLog:
    """A log as read. Every row of the file is either read or rejected.

    Attributes
    ----------
    form
        How the file is written (encoding, separator, dates, columns …), by name.
    rows_in_file, rows_read
        Rows under the header that are not blank; those of them that became part of a ticket.
    """

    form: Mapping[str, str]
    rows_in_file: int
    rows_read: int
    tickets: tuple[Ticket, ...]
    rejected: tuple[RejectedRow, ...]
    checks: tuple[TicketCheck, ...]
