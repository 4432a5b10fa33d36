"""One person's TOIL ledger: lots and entries with running totals. It grows by `post` alone; nothing is ever removed.

Minutes are free to take on a day only if the lot stays at zero or above on that day and on every later one, so a
backdated entry cannot spend what a later day has spent already. No lot is ever overdrawn, whichever way the journal is
read: in the order of recording, or by effective day.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from shiftbid.domain.errors import BugError, InputError
from shiftbid.domain.toil import EntryKind, JournalEntry, Lot, Posting, ToilAccount

SOURCE = "TOIL journal"
NEVER_NEGATIVE = (ToilAccount.BANK, ToilAccount.HELD)
ANSWERS = (EntryKind.RELEASE, EntryKind.TAKE, EntryKind.REVERSE)
"""Kinds that refer to an earlier entry, at most one to each."""
RETURNS = (EntryKind.RELEASE, EntryKind.REVERSE)


@dataclass(frozen=True, slots=True)
class Change:
    """Lots and entries to add together; empty where everything asked for stands in the journal already."""

    lots: tuple[Lot, ...] = ()
    entries: tuple[JournalEntry, ...] = ()

    def __add__(self, other: Change) -> Change:
        return Change(self.lots + other.lots, self.entries + other.entries)


@dataclass(frozen=True, slots=True)
class Asked:
    """What an entry is asked to say, apart from which lots are found for it: the same again is a replay.

    Attributes
    ----------
    minutes, lot
        None where the request leaves them open, such as paying out whatever is left.
    """

    kind: EntryKind
    effective: date
    source: str
    minutes: int | None = None
    lot: str | None = None
    refers_to: str | None = None


class ToilLedger:
    """Lots and entries of one person.

    Parameters
    ----------
    lots, entries
        What stands in the journal, entries in order of recording.
    """

    def __init__(self, employee: str, lots: Iterable[Lot] = (), entries: Iterable[JournalEntry] = ()) -> None:
        self.employee = employee
        self._lots: dict[str, Lot] = {}
        self._entries: dict[str, JournalEntry] = {}
        self._days: dict[tuple[ToilAccount, str], list[tuple[date, int]]] = {}
        self._standing: dict[ToilAccount, dict[str, int]] = {account: {} for account in ToilAccount}
        self._answered: dict[str, str] = {}
        self._returned: dict[str, date] = {}
        self.post(Change(tuple(lots), tuple(entries)))

    @property
    def lots(self) -> Mapping[str, Lot]:
        """Lots by id, in order of recording."""
        return MappingProxyType(self._lots)

    @property
    def entries(self) -> Mapping[str, JournalEntry]:
        """Entries by id, in order of recording."""
        return MappingProxyType(self._entries)

    @property
    def balance_minutes(self) -> int:
        """Minutes not yet spent: free and held, less what was taken in advance."""
        return sum(
            sum(self._standing[account].values())
            for account in (ToilAccount.BANK, ToilAccount.HELD, ToilAccount.ADVANCED)
        )

    def standing_minutes(self, account: ToilAccount) -> Mapping[str, int]:
        """Minutes on an account by lot, without those at zero."""
        return MappingProxyType(self._standing[account])

    def minutes(self, account: ToilAccount, lot: str) -> int:
        """Minutes of a lot on an account."""
        return self._standing[account].get(lot, 0)

    def free_minutes(self, lot: str, day: date, account: ToilAccount = ToilAccount.BANK) -> int:
        """Minutes of a lot that may leave an account on a day without any later day falling below zero."""
        standing, least = 0, None
        for effective, minutes in self._days.get((account, lot), ()):
            if effective > day:
                least = standing if least is None else min(least, standing)
            standing += minutes
        return standing if least is None else min(least, standing)

    def first_day(self, account: ToilAccount, lot: str) -> date:
        """Earliest day on which minutes of a lot moved on an account."""
        return self._days[account, lot][0][0]

    def answer_to(self, entry: str) -> JournalEntry | None:
        """Give the entry that reversed, released or took an entry; None where none did."""
        answer = self._answered.get(entry)
        return None if answer is None else self._entries[answer]

    def returned_on(self, lot: str) -> date | None:
        """Latest day on which a reversal or release gave minutes back to a lot; None where none did."""
        return self._returned.get(lot)

    def copy(self) -> ToilLedger:
        """Give a ledger of the same lots and entries that grows apart from this one."""
        return ToilLedger(self.employee, self._lots.values(), self._entries.values())

    def open_holds(self) -> Iterator[JournalEntry]:
        """Holds that are neither released nor taken."""
        return (
            entry for entry in self._entries.values() if entry.kind is EntryKind.HOLD and entry.id not in self._answered
        )

    def last_credit(self, lot: str) -> date:
        """Latest day on which minutes were added to a lot's bank."""
        return max(day for day, minutes in self._days[ToilAccount.BANK, lot] if minutes > 0)

    def repeats(self, key: str, asked: Asked) -> bool:
        """Whether an entry of this id stands in the journal; raises InputError where it says something else."""
        before = self._entries.get(key)
        if before is None:
            return False
        if asked != asked_of(before, asked):
            raise InputError(SOURCE, [f"{key} stands in the journal already, with other content"])
        return True

    def post(self, change: Change) -> None:
        """Add lots and entries, all or none; those that stand in the journal already, word for word, change nothing.

        Raises
        ------
        InputError
            The id of an entry or lot stands for something else already, or an entry was answered before.
        BugError
            Postings that do not sum to zero, an unknown lot, another person's lot, or a lot that would be overdrawn.
        """
        lots = {lot.id: lot for lot in change.lots if not self._knows_lot(lot)}
        entries = [entry for entry in change.entries if not self._knows(entry)]
        self._refuse_faulty(lots, entries)
        self._lots |= lots
        for entry in entries:
            self._add(entry)

    def _knows_lot(self, lot: Lot) -> bool:
        before = self._lots.get(lot.id)
        if before not in (None, lot):
            raise InputError(SOURCE, [f"lot {lot.id} stands in the journal already, with other content"])
        return before is not None

    def _knows(self, entry: JournalEntry) -> bool:
        before = self._entries.get(entry.id)
        if before not in (None, entry):
            raise InputError(SOURCE, [f"{entry.id} stands in the journal already, with other content"])
        if before is None and entry.kind in ANSWERS and entry.refers_to in self._answered:
            raise InputError(SOURCE, [f"{entry.refers_to} was answered already, by {self._answered[entry.refers_to]}"])
        return before is not None

    def _refuse_faulty(self, lots: Mapping[str, Lot], entries: Sequence[JournalEntry]) -> None:
        faults = [f"lot {lot.id} belongs to {lot.employee}" for lot in lots.values() if lot.employee != self.employee]
        moved: dict[tuple[ToilAccount, str], list[tuple[date, int]]] = {}
        for entry in entries:
            if sum(posting.minutes for posting in entry.postings) != 0:
                faults.append(f"entry {entry.id} does not balance")
            if entry.employee != self.employee:
                faults.append(f"entry {entry.id} belongs to {entry.employee}")
            for posting in entry.postings:
                if posting.lot not in self._lots and posting.lot not in lots:
                    faults.append(f"entry {entry.id} names lot {posting.lot}, which is not known")
                moved.setdefault((posting.account, posting.lot), []).append((entry.effective, posting.minutes))
        for (account, lot), postings in moved.items():
            if account in NEVER_NEGATIVE and any(minutes < 0 for _, minutes in postings):
                days = sorted([*self._days.get((account, lot), ()), *postings], key=_credits_first)
                if _lowest(minutes for _, minutes in days) < 0:
                    faults.append(f"lot {lot} would be overdrawn")
        if faults:
            raise BugError(f"TOIL journal of {self.employee}: {'; '.join(faults)}")

    def _add(self, entry: JournalEntry) -> None:
        self._entries[entry.id] = entry
        if entry.refers_to is not None and entry.kind in ANSWERS:
            self._answered[entry.refers_to] = entry.id
        for posting in entry.postings:
            self._move(entry.effective, posting)
            if entry.kind in RETURNS and posting.account is ToilAccount.BANK and posting.minutes > 0:
                self._returned[posting.lot] = max(entry.effective, self._returned.get(posting.lot, date.min))

    def _move(self, day: date, posting: Posting) -> None:
        insort(self._days.setdefault((posting.account, posting.lot), []), (day, posting.minutes), key=_credits_first)
        standing = self._standing[posting.account]
        standing[posting.lot] = standing.get(posting.lot, 0) + posting.minutes
        if not standing[posting.lot]:
            del standing[posting.lot]


def entry_of(
    entry_id: str,
    employee: str,
    day: date,
    kind: EntryKind,
    moves: Iterable[tuple[ToilAccount, ToilAccount, str, int]],
    source: str,
    refers_to: str | None = None,
) -> JournalEntry:
    """Build an entry of moves (from account, to account, lot, minutes): two postings each."""
    postings = tuple(
        posting
        for origin, target, lot, minutes in moves
        for posting in (Posting(origin, lot, -minutes), Posting(target, lot, minutes))
    )
    return JournalEntry(entry_id, employee, day, kind, postings, source, refers_to)


def moved_minutes(entry: JournalEntry, account: ToilAccount) -> int:
    """Minutes that an entry adds to an account, over all lots."""
    return sum(posting.minutes for posting in entry.postings if posting.account is account)


def asked_of(entry: JournalEntry, like: Asked) -> Asked:
    """What was asked for when an entry was made, without what `like` leaves open."""
    return Asked(
        entry.kind,
        entry.effective,
        entry.source,
        None if like.minutes is None else sum(each.minutes for each in entry.postings if each.minutes > 0),
        None if like.lot is None else entry.postings[0].lot,
        entry.refers_to,
    )


def _credits_first(dated: tuple[date, int]) -> tuple[date, int]:
    day, minutes = dated
    return day, -minutes


def _lowest(changes: Iterable[int]) -> int:
    standing = lowest = 0
    for change in changes:
        standing += change
        lowest = min(lowest, standing)
    return lowest
