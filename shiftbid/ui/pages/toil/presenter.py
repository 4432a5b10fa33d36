"""Balances of time off in lieu, what expires soon, and one person's statement. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shiftbid.services.hall_view import HallView
from shiftbid.ui.statement_records import EntryRecord, LotRecord, entry_records, lot_records, soon_until


@dataclass(frozen=True, slots=True)
class BalanceRecord:
    """A person's balance.

    Attributes
    ----------
    soon_minutes
        What expires within 30 days.
    expires
        The next last day of anything left; None where nothing expires.
    """

    employee: str
    name: str
    minutes: int
    free_minutes: int
    held_minutes: int
    owed_minutes: int
    soon_minutes: int
    expires: date | None
    lots: tuple[LotRecord, ...]
    entries: tuple[EntryRecord, ...]


@dataclass(frozen=True, slots=True)
class ToilSheet:
    """Balances of everybody on a day."""

    on: date
    people: tuple[BalanceRecord, ...]

    @property
    def minutes(self) -> int:
        """Balances of everybody together."""
        return sum(each.minutes for each in self.people)

    @property
    def soon_minutes(self) -> int:
        """What expires within 30 days of everybody's."""
        return sum(each.soon_minutes for each in self.people)

    def row_of(self, employee: str) -> int:
        """Place of a person; 0 where they are not on the list."""
        return next((row for row, each in enumerate(self.people) if each.employee == employee), 0)


def toil_sheet(view: HallView) -> ToilSheet:
    """Read balances, lots and entries off the statements."""
    people: list[BalanceRecord] = []
    for each in view.statements:
        told = each.statement
        lots = lot_records(told, soon_until(view.on))
        people.append(
            BalanceRecord(
                employee=told.employee,
                name=each.name,
                minutes=told.balance.minutes,
                free_minutes=told.balance.free_minutes,
                held_minutes=told.balance.held_minutes,
                owed_minutes=told.balance.owed_minutes,
                soon_minutes=sum(lot.minutes for lot in lots if lot.soon),
                expires=min((lot.expires for lot in lots if lot.expires is not None), default=None),
                lots=lots,
                entries=entry_records(told),
            )
        )
    return ToilSheet(view.on, tuple(people))
