"""Readings: who read what kind of a person's data, other than the person; one a reader, person, kind and day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

READINGS_KEPT_DAYS = 365
"""For how long a reading stays on record where nothing else is said."""


class DataKind(StrEnum):
    """What was read about a person."""

    STAFF_LIST = "staff_list"
    """Name, contract, skills, date of birth, pay for an hour, consents."""
    SCHEDULE = "schedule"
    TIME_OFF = "time_off"
    """Leave, and requests for time off."""
    TOIL = "toil"
    """The statement of time off in lieu."""
    PAY = "pay"
    """Pay lines of a period."""
    PAY_FILE = "pay_file"
    """Pay lines, written to a file."""
    WISHES = "wishes"
    """Bids after the award, and what they came to."""
    APPEAL = "appeal"
    """An appeal with the reason found anew."""


class ReaderRole(StrEnum):
    """As what somebody read."""

    MANAGER = "manager"
    PAYROLL = "payroll"
    STAFF = "staff"
    COMMAND_LINE = "command_line"
    """By a command, which asks for no account: the reader is who was signed in at that computer."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: the id of an account, or for commands the name under which the computer knows them."""

    id: str
    role: ReaderRole


@dataclass(frozen=True, slots=True)
class PersonalData:
    """A kind of data about one person."""

    employee: str
    kind: DataKind


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading on record.

    Attributes
    ----------
    name
        Of the reader today; the id where the account has none any more, and for commands.
    at
        Instant of the day's first reading, in UTC seconds.
    """

    reader: Reader
    name: str
    kind: DataKind
    at: int
