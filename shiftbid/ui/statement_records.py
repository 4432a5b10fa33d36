"""A statement of time off in lieu as records. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from shiftbid.domain.toil import NEVER, EntryKind, LotKind
from shiftbid.services.own_view import Statement

SOON_DAYS = 30


@dataclass(frozen=True, slots=True)
class LotRecord:
    """What is left of a lot; `expires` is None where it lasts for ever."""

    kind: LotKind
    minutes: int
    expires: date | None
    soon: bool


@dataclass(frozen=True, slots=True)
class EntryRecord:
    """An entry of the journal and the balance after it."""

    day: date
    kind: EntryKind
    source: str
    change_minutes: int
    balance_minutes: int


def soon_until(on: date) -> date:
    """Last day that counts as soon from a day on."""
    return on + timedelta(days=SOON_DAYS)


def lot_records(told: Statement, until: date) -> tuple[LotRecord, ...]:
    """What is left of each lot; soon are those whose last day lies no later than `until`."""
    return tuple(
        LotRecord(lot.kind, lot.minutes, None if lot.expires == NEVER else lot.expires, lot.expires <= until)
        for lot in told.lots
    )


def entry_records(told: Statement) -> tuple[EntryRecord, ...]:
    """Each entry with the balance after it."""
    return tuple(
        EntryRecord(row.day, row.kind, row.source, row.change_minutes, row.balance_minutes) for row in told.rows
    )
