"""The TOIL journal that binds: entries are added, never changed or removed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import Connection, Select, func, select

from shiftbid.domain.errors import BugError, InputError
from shiftbid.domain.toil import EntryKind, JournalEntry, Lot, LotKind, Posting, RecordedEntry, ToilAccount
from shiftbid.storage.bulk import batches, grouped, insert_all
from shiftbid.storage.tables.staff import EmployeeRow
from shiftbid.storage.tables.toil import ToilEntryRow, ToilLotRow, ToilPostingRow
from shiftbid.storage.writing import take_turn_to_write

Recorded = TypeVar("Recorded", Lot, JournalEntry)
NEVER_NEGATIVE = (ToilAccount.BANK, ToilAccount.HELD)


class SqlJournalRepository:
    """`shiftbid.services.owing_port.JournalRepository` over SQL; `clock` gives the second when entries are added."""

    def __init__(self, connection: Connection, clock: Callable[[], int]) -> None:
        self._connection = connection
        self._clock = clock

    def append(self, lots: Sequence[Lot], entries: Sequence[JournalEntry]) -> None:
        """Add lots and entries; those that stand in the journal already, word for word, change nothing."""
        take_turn_to_write(self._connection)
        _refuse_unbalanced(entries)
        known_lots = {lot.id: lot for lot in self._locked_lots(lots, entries)}
        known_entries = {entry.id: entry for entry in self._entries_of(sorted({entry.id for entry in entries}))}
        new_lots, other_lots = _new_and_differing(known_lots, lots)
        new_entries, other_entries = _new_and_differing(known_entries, entries)
        problems = [f"{each} stands in the journal already, with other content" for each in other_lots + other_entries]
        problems += self._unknown_employees({each.employee for each in (*new_lots, *new_entries)})
        problems += self._answered_twice(new_entries)
        problems += self._lot_problems({**known_lots, **{lot.id: lot for lot in new_lots}}, new_entries)
        if problems:
            raise InputError("TOIL journal", problems)
        self._insert(new_lots, new_entries)

    def lots(self, employee: str) -> tuple[Lot, ...]:
        """Lots of a person, earliest expiry first."""
        return self._lots(
            _lot_columns().where(ToilLotRow.employee_id == employee).order_by(ToilLotRow.expires, ToilLotRow.id)
        )

    def entries(self, employee: str) -> tuple[JournalEntry, ...]:
        """Entries of a person in the order in which they were added."""
        return self._entries_of(
            self._connection.scalars(
                select(ToilEntryRow.id).where(ToilEntryRow.employee_id == employee).order_by(ToilEntryRow.sequence)
            ).all()
        )

    def lots_by_person(self, employees: Sequence[str]) -> Mapping[str, tuple[Lot, ...]]:
        """Lots of many people at once, each person's earliest expiry first; nothing for those without any."""
        return grouped(
            (lot.employee, lot)
            for batch in batches(employees)
            for lot in self._lots(
                _lot_columns().where(ToilLotRow.employee_id.in_(batch)).order_by(ToilLotRow.expires, ToilLotRow.id)
            )
        )

    def entries_by_person(self, employees: Sequence[str]) -> Mapping[str, tuple[JournalEntry, ...]]:
        """Entries of many people at once, each person's in the order added; nothing for those without any."""
        return grouped(
            (entry.employee, entry)
            for batch in batches(employees)
            for entry in self._entries_of(
                self._connection.scalars(
                    select(ToilEntryRow.id).where(ToilEntryRow.employee_id.in_(batch)).order_by(ToilEntryRow.sequence)
                ).all()
            )
        )

    def recorded(self, employee: str) -> tuple[RecordedEntry, ...]:
        """Entries of a person with the instant of each, in the order in which they were added."""
        instants = self._connection.scalars(
            select(ToilEntryRow.recorded_at).where(ToilEntryRow.employee_id == employee).order_by(ToilEntryRow.sequence)
        ).all()
        return tuple(RecordedEntry(entry, at) for entry, at in zip(self.entries(employee), instants, strict=True))

    def _lots(self, statement: Select[str, str, str, int, date]) -> tuple[Lot, ...]:
        return tuple(
            Lot(lot, employee, LotKind(kind), minutes, expires)
            for lot, employee, kind, minutes, expires in self._connection.execute(statement)
        )

    def _locked_lots(self, lots: Sequence[Lot], entries: Sequence[JournalEntry]) -> list[Lot]:
        """Give the known lots that are given or posted to, and let no other posting to them in until the end."""
        names = {lot.id for lot in lots} | {posting.lot for entry in entries for posting in entry.postings}
        return [
            lot
            for batch in batches(sorted(names))
            for lot in self._lots(
                _lot_columns().where(ToilLotRow.id.in_(batch)).order_by(ToilLotRow.id).with_for_update()
            )
        ]

    def _entries_of(self, names: Sequence[str]) -> tuple[JournalEntry, ...]:
        return tuple(entry for batch in batches(names) for entry in self._entry_batch(batch))

    def _entry_batch(self, names: Sequence[str]) -> list[JournalEntry]:
        postings = grouped(
            (entry, Posting(ToilAccount(account), lot, minutes))
            for entry, account, lot, minutes in self._connection.execute(
                select(ToilPostingRow.entry_id, ToilPostingRow.account, ToilPostingRow.lot_id, ToilPostingRow.minutes)
                .where(ToilPostingRow.entry_id.in_(names))
                .order_by(ToilPostingRow.entry_id, ToilPostingRow.position)
            )
        )
        return [
            JournalEntry(entry, employee, effective, EntryKind(kind), postings.get(entry, ()), source, refers_to)
            for entry, employee, effective, kind, source, refers_to in self._connection.execute(
                select(
                    ToilEntryRow.id,
                    ToilEntryRow.employee_id,
                    ToilEntryRow.effective,
                    ToilEntryRow.kind,
                    ToilEntryRow.source,
                    ToilEntryRow.refers_to,
                )
                .where(ToilEntryRow.id.in_(names))
                .order_by(ToilEntryRow.sequence)
            )
        ]

    def _unknown_employees(self, employees: set[str]) -> list[str]:
        known = {
            employee
            for batch in batches(sorted(employees))
            for employee in self._connection.scalars(select(EmployeeRow.id).where(EmployeeRow.id.in_(batch)))
        }
        return [f"employee {employee} is on no staff list: add them first" for employee in sorted(employees - known)]

    def _lot_problems(self, lots: Mapping[str, Lot], entries: Sequence[JournalEntry]) -> list[str]:
        problems: list[str] = []
        change_minutes: dict[tuple[str, ToilAccount], int] = {}
        for entry in entries:
            for posting in entry.postings:
                lot = lots.get(posting.lot)
                if lot is None:
                    problems.append(f"entry {entry.id} names lot {posting.lot}, which is not known")
                elif lot.employee != entry.employee:
                    problems.append(f"entry {entry.id} of employee {entry.employee} names a lot of {lot.employee}")
                elif posting.account in NEVER_NEGATIVE:
                    place = posting.lot, posting.account
                    change_minutes[place] = change_minutes.get(place, 0) + posting.minutes
        left_minutes = self._left_minutes(sorted({lot for lot, _ in change_minutes}))
        for (name, account), change in sorted(change_minutes.items()):
            left = left_minutes.get((name, account), 0)
            if left + change < 0:
                problems.append(
                    f"lot {name} of employee {lots[name].employee} holds {left} minutes"
                    f"{' in reserve' if account is ToilAccount.HELD else ''}: {-change} cannot be taken from it"
                )
        return problems

    def _left_minutes(self, lots: Sequence[str]) -> dict[tuple[str, ToilAccount], int]:
        return {
            (lot, ToilAccount(account)): minutes
            for batch in batches(lots)
            for lot, account, minutes in self._connection.execute(
                select(ToilPostingRow.lot_id, ToilPostingRow.account, func.sum(ToilPostingRow.minutes))
                .where(ToilPostingRow.lot_id.in_(batch))
                .group_by(ToilPostingRow.lot_id, ToilPostingRow.account)
            )
        }

    def _answered_twice(self, entries: Sequence[JournalEntry]) -> list[str]:
        referred = sorted({entry.refers_to for entry in entries if entry.refers_to is not None})
        return [
            f"entry {referred_to} was answered already, by {answer}: reload the journal"
            for batch in batches(referred)
            for referred_to, answer in self._connection.execute(
                select(ToilEntryRow.refers_to, ToilEntryRow.id).where(ToilEntryRow.refers_to.in_(batch))
            )
        ]

    def _now(self) -> int:
        """Give the present instant; never one before the latest entry's, should the clock have been put back."""
        latest = select(ToilEntryRow.recorded_at).order_by(ToilEntryRow.sequence.desc()).limit(1)
        return max(self._clock(), self._connection.scalars(latest).one_or_none() or 0)

    def _insert(self, lots: Sequence[Lot], entries: Sequence[JournalEntry]) -> None:
        insert_all(
            self._connection,
            ToilLotRow,
            [
                {
                    "id": lot.id,
                    "employee_id": lot.employee,
                    "kind": lot.kind.value,
                    "minutes": lot.minutes,
                    "expires": lot.expires,
                }
                for lot in lots
            ],
        )
        recorded_at = self._now() if entries else 0
        insert_all(
            self._connection,
            ToilEntryRow,
            [
                {
                    "id": entry.id,
                    "employee_id": entry.employee,
                    "effective": entry.effective,
                    "kind": entry.kind.value,
                    "source": entry.source,
                    "refers_to": entry.refers_to,
                    "recorded_at": recorded_at,
                }
                for entry in entries
            ],
        )
        postings = [
            {
                "entry_id": entry.id,
                "position": position,
                "account": posting.account.value,
                "lot_id": posting.lot,
                "minutes": posting.minutes,
            }
            for entry in entries
            for position, posting in enumerate(entry.postings)
        ]
        # The database refuses a posting that overdraws a lot at that moment: additions go in before takings.
        insert_all(self._connection, ToilPostingRow, [each for each in postings if int(each["minutes"]) > 0])
        insert_all(self._connection, ToilPostingRow, [each for each in postings if int(each["minutes"]) <= 0])


def _lot_columns() -> Select[str, str, str, int, date]:
    return select(ToilLotRow.id, ToilLotRow.employee_id, ToilLotRow.kind, ToilLotRow.minutes, ToilLotRow.expires)


def _refuse_unbalanced(entries: Sequence[JournalEntry]) -> None:
    unbalanced = [entry.id for entry in entries if sum(posting.minutes for posting in entry.postings) != 0]
    if unbalanced:
        raise BugError(f"TOIL entries whose postings do not sum to zero: {', '.join(unbalanced)}")


def _new_and_differing(known: Mapping[str, Recorded], given: Sequence[Recorded]) -> tuple[list[Recorded], list[str]]:
    """Sort what is given into what is not known yet and the ids under which something else is known."""
    new: dict[str, Recorded] = {}
    differing: list[str] = []
    for each in given:
        before = known.get(each.id) or new.setdefault(each.id, each)
        if before != each:
            differing.append(each.id)
    return list(new.values()), differing
