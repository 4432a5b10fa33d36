"""What the use cases ask of storage about who read whose data."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date
from typing import Protocol

from shiftbid.domain.data_reading import PersonalData, Reader, Reading


class ReadingRepository(Protocol):
    """Readings: added, never changed; removed only when they are old."""

    def now(self) -> int:
        """Present instant by the clock of the store, in UTC seconds."""
        ...

    def add(self, reader: Reader, day: date, at: int, data: AbstractSet[PersonalData]) -> None:
        """Put on record what somebody read on a day, first at an instant (UTC seconds); what is known stays as it is.

        InputError where a person is unknown.
        """
        ...

    def of_reader(self, reader: Reader, day: date) -> frozenset[PersonalData]:
        """What is on record of a reader and day."""
        ...

    def of_employee(self, employee: str) -> tuple[Reading, ...]:
        """Who read a person's data, the latest first."""
        ...

    def forget_before(self, day: date) -> None:
        """Remove the readings of the days before one."""
        ...
