"""A person's own balance of time off in lieu. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shiftbid.services.own_view import OwnView
from shiftbid.ui.statement_records import EntryRecord, LotRecord, entry_records, lot_records, soon_until


@dataclass(frozen=True, slots=True)
class OwnToil:
    """Balance on a day, what of it is free or reserved, and what expires within 30 days."""

    on: date
    minutes: int
    free_minutes: int
    held_minutes: int
    soon_minutes: int
    lots: tuple[LotRecord, ...]
    entries: tuple[EntryRecord, ...]


def own_toil(view: OwnView) -> OwnToil:
    """Read the balance off the statement."""
    told = view.statement
    lots = lot_records(told, soon_until(view.on))
    return OwnToil(
        on=view.on,
        minutes=told.balance.minutes,
        free_minutes=told.balance.free_minutes,
        held_minutes=told.balance.held_minutes,
        soon_minutes=sum(lot.minutes for lot in lots if lot.soon),
        lots=lots,
        entries=entry_records(told),
    )
