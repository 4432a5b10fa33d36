"""What the use cases ask of storage about halls and their places: details, customers counted, official notices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from shiftbid.domain.calendar import NoticeDay
from shiftbid.domain.demand import FootfallCount
from shiftbid.domain.hall import Hall
from shiftbid.domain.timeline import Interval


class HallRepository(Protocol):
    """The halls planned in this installation."""

    def add(self, hall: Hall) -> None:
        """Add a hall; InputError where its id is taken."""
        ...

    def change(self, hall: Hall) -> None:
        """Replace the details of a known hall; publications keep those they were made with. InputError if unknown."""
        ...

    def get(self, hall: str) -> Hall | None:
        """Give the hall of an id, or None."""
        ...

    def all(self) -> tuple[Hall, ...]:
        """Every hall, in order of id."""
        ...


class FootfallRepository(Protocol):
    """Customers counted, hour by hour."""

    def append(self, counts: Sequence[FootfallCount]) -> None:
        """Add counts. InputError where an hour and class is given twice or known already, or the hall is unknown."""
        ...

    def of_hall(self, hall: str, span: Interval) -> tuple[FootfallCount, ...]:
        """Counts of the hours that start in `span`, in order of hour and class."""
        ...


class NoticeRepository(Protocol):
    """Official notices of holidays and exchanged working days."""

    def replace(self, country: str, subdivision: str | None, days: Sequence[NoticeDay]) -> None:
        """Put a notice in place of what was known of its years."""
        ...

    def of_place(self, country: str, subdivision: str | None) -> tuple[NoticeDay, ...]:
        """Days of all notices that hold in a place, in order: a year of its own before one of the whole country."""
        ...
