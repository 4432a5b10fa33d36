"""A person's TOIL statement: every entry with the balance after it, and what is left of which lot until when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.toil import NEVER, EntryKind, JournalEntry, Lot, LotKind
from shiftbid.payroll.toil_balances import Balance, balance, effective_by, lot_minutes

WORDS = {
    EntryKind.OPENING: "brought in",
    EntryKind.ACCRUE: "earned",
    EntryKind.HOLD: "reserved",
    EntryKind.RELEASE: "reservation ended",
    EntryKind.TAKE: "reserved time taken",
    EntryKind.USE: "taken",
    EntryKind.REVERSE: "taken back",
    EntryKind.SETTLE: "advance paid back",
    EntryKind.EXPIRE: "expired",
    EntryKind.EXTEND: "extended",
    EntryKind.PAYOUT: "paid out",
    EntryKind.LEAVING: "employment ended",
}
KIND_WORDS = {
    LotKind.HOUSE_BONUS: "house bonus",
    LotKind.REST_DAY_WORK: "rest-day work",
    LotKind.OVERTIME: "overtime",
    LotKind.HOLIDAY_WORK: "holiday work",
    LotKind.ADVANCE: "returned advance",
}


@dataclass(frozen=True, slots=True)
class StatementRow:
    """An entry: minutes it adds to the balance (negative: takes), the balance after it, and what was free then."""

    day: date
    kind: EntryKind
    source: str
    change_minutes: int
    balance_minutes: int
    free_minutes: int
    entry: str


@dataclass(frozen=True, slots=True)
class LotRow:
    """What is left of a lot, and the last day to take it."""

    kind: LotKind
    minutes: int
    expires: date
    lot: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A person's entries by effective day, the balance on the day asked for, and the lots it stands in."""

    employee: str
    on: date
    rows: tuple[StatementRow, ...]
    balance: Balance
    lots: tuple[LotRow, ...]

    def text(self, name: str) -> str:
        """The statement as a person reads it, lots to use first on top."""
        lines = [
            f"Time off in lieu of {name} on {self.on.isoformat()}",
            f"Balance {duration(self.balance.minutes)}: {duration(self.balance.free_minutes)} to take, "
            f"{duration(self.balance.held_minutes)} reserved, {duration(self.balance.owed_minutes)} taken in advance",
            *(f"  {duration(row.minutes)} of {KIND_WORDS[row.kind]}, {_until(row.expires)}" for row in self.lots),
            "",
            *(
                f"{row.day.isoformat()}  {duration(row.change_minutes):>8}  {duration(row.balance_minutes):>8}  "
                f"{WORDS[row.kind]}: {row.source or row.entry}"
                for row in self.rows
            ),
        ]
        return "\n".join(lines).rstrip() + "\n"


def statement(employee: str, lots: Sequence[Lot], entries: Iterable[JournalEntry], on: date) -> Statement:
    """Statement of a person on a day.

    Parameters
    ----------
    entries
        The person's journal; as it was known at a past moment, where `known_at` made it shorter.
    """
    counted = sorted(effective_by(entries, on), key=lambda entry: entry.effective)
    rows: list[StatementRow] = []
    minutes = free_minutes = 0
    for entry in counted:
        change = balance((entry,))
        minutes += change.minutes
        free_minutes += change.free_minutes
        rows.append(
            StatementRow(entry.effective, entry.kind, entry.source, change.minutes, minutes, free_minutes, entry.id)
        )
    left = lot_minutes(counted)
    standing = [LotRow(lot.kind, left[lot.id], lot.expires, lot.id) for lot in lots if lot.id in left]
    return Statement(
        employee, on, tuple(rows), balance(counted), tuple(sorted(standing, key=lambda row: (row.expires, row.lot)))
    )


def duration(minutes: int) -> str:
    """Hours and minutes: ``7 h 30``, ``-0 h 45``."""
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else ''}{hours} h {rest:02d}"


def _until(expires: date) -> str:
    return "without a last day" if expires == NEVER else f"until {expires.isoformat()}"
