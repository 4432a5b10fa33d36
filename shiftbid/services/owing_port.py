"""What the use cases ask of storage about what people are owed: the journal of time off in lieu, and pay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from shiftbid.domain.pay_run import PayRun, Reopening
from shiftbid.domain.toil import JournalEntry, Lot, RecordedEntry


class JournalRepository(Protocol):
    """The TOIL journal: entries are added, never changed or removed."""

    def append(self, lots: Sequence[Lot], entries: Sequence[JournalEntry]) -> None:
        """Add lots and entries; those that stand in the journal already, word for word, change nothing.

        Raises
        ------
        InputError
            An entry or lot of the same id says something else, an employee or lot is unknown, a lot would be overdrawn,
            or an entry would be reversed, released or taken a second time.
        BugError
            The postings of an entry do not sum to zero.
        """
        ...

    def lots(self, employee: str) -> tuple[Lot, ...]:
        """Lots of a person, earliest expiry first."""
        ...

    def entries(self, employee: str) -> tuple[JournalEntry, ...]:
        """Entries of a person in the order in which they were added."""
        ...

    def lots_by_person(self, employees: Sequence[str]) -> Mapping[str, tuple[Lot, ...]]:
        """Lots of many people at once, each person's earliest expiry first; nothing for those without any."""
        ...

    def entries_by_person(self, employees: Sequence[str]) -> Mapping[str, tuple[JournalEntry, ...]]:
        """Entries of many people at once, each person's in the order added; nothing for those without any."""
        ...

    def recorded(self, employee: str) -> tuple[RecordedEntry, ...]:
        """Entries of a person with the instant at which each was recorded, in the order in which they were added."""
        ...


class PayRunRepository(Protocol):
    """What was paid: runs are added, never changed or removed."""

    def close(self, run: PayRun) -> None:
        """Store a run. StorageError where another was closed for the hall and period meanwhile."""
        ...

    def reopen(self, run: PayRun, reopening: Reopening) -> None:
        """Record that a run no longer holds. StorageError where somebody else has done so meanwhile."""
        ...

    def of_hall(self, hall: str) -> tuple[PayRun, ...]:
        """Every run of a hall, in order of period and number."""
        ...
