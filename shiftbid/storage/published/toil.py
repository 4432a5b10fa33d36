"""TOIL lots and journal entries as a publication showed them; what binds is the journal itself."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from shiftbid.domain.toil import EntryKind, JournalEntry, Lot, LotKind, Posting, ToilAccount
from shiftbid.storage.bulk import grouped, insert_all
from shiftbid.storage.tables.toil import PublishedEntryRow, PublishedLotRow, PublishedPostingRow


def save(connection: Connection, publication_id: int, lots: Sequence[Lot], journal: Sequence[JournalEntry]) -> None:
    """Store lots and entries with their postings."""
    insert_all(
        connection,
        PublishedLotRow,
        [
            {
                "publication_id": publication_id,
                "position": position,
                "lot": lot.id,
                "employee_id": lot.employee,
                "kind": lot.kind.value,
                "minutes": lot.minutes,
                "expires": lot.expires,
            }
            for position, lot in enumerate(lots)
        ],
    )
    insert_all(
        connection,
        PublishedEntryRow,
        [
            {
                "publication_id": publication_id,
                "position": position,
                "entry": entry.id,
                "employee_id": entry.employee,
                "effective": entry.effective,
                "kind": entry.kind.value,
                "source": entry.source,
                "refers_to": entry.refers_to,
            }
            for position, entry in enumerate(journal)
        ],
    )
    insert_all(
        connection,
        PublishedPostingRow,
        [
            {
                "publication_id": publication_id,
                "entry_position": entry_position,
                "position": position,
                "account": posting.account.value,
                "lot": posting.lot,
                "minutes": posting.minutes,
            }
            for entry_position, entry in enumerate(journal)
            for position, posting in enumerate(entry.postings)
        ],
    )


def load_lots(connection: Connection, publication_id: int) -> tuple[Lot, ...]:
    """Build the lots of a publication."""
    return tuple(
        Lot(lot, employee, LotKind(kind), minutes, expires)
        for lot, employee, kind, minutes, expires in connection.execute(
            select(
                PublishedLotRow.lot,
                PublishedLotRow.employee_id,
                PublishedLotRow.kind,
                PublishedLotRow.minutes,
                PublishedLotRow.expires,
            )
            .where(PublishedLotRow.publication_id == publication_id)
            .order_by(PublishedLotRow.position)
        )
    )


def load_journal(connection: Connection, publication_id: int) -> tuple[JournalEntry, ...]:
    """Build the journal entries of a publication."""
    postings = grouped(
        (entry_position, Posting(ToilAccount(account), lot, minutes))
        for entry_position, account, lot, minutes in connection.execute(
            select(
                PublishedPostingRow.entry_position,
                PublishedPostingRow.account,
                PublishedPostingRow.lot,
                PublishedPostingRow.minutes,
            )
            .where(PublishedPostingRow.publication_id == publication_id)
            .order_by(PublishedPostingRow.entry_position, PublishedPostingRow.position)
        )
    )
    return tuple(
        JournalEntry(entry, employee, effective, EntryKind(kind), postings.get(position, ()), source, refers_to)
        for position, entry, employee, effective, kind, source, refers_to in connection.execute(
            select(
                PublishedEntryRow.position,
                PublishedEntryRow.entry,
                PublishedEntryRow.employee_id,
                PublishedEntryRow.effective,
                PublishedEntryRow.kind,
                PublishedEntryRow.source,
                PublishedEntryRow.refers_to,
            )
            .where(PublishedEntryRow.publication_id == publication_id)
            .order_by(PublishedEntryRow.position)
        )
    )
