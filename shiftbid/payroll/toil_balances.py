"""Balances: what a journal says at any past day, and what it said at any past moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.toil import JournalEntry, RecordedEntry, ToilAccount


@dataclass(frozen=True, slots=True)
class Balance:
    """Minutes by account on a day; `free` may be taken, `held` is reserved, `owed` was taken in advance."""

    free_minutes: int
    held_minutes: int
    owed_minutes: int
    used_minutes: int
    expired_minutes: int
    paid_out_minutes: int

    @property
    def minutes(self) -> int:
        """The balance: what was earned and is not spent; below zero where an advance is larger."""
        return self.free_minutes + self.held_minutes - self.owed_minutes


def known_at(recorded: Iterable[RecordedEntry], moment: int) -> tuple[JournalEntry, ...]:
    """Entries that stood in the journal at an instant (UTC seconds)."""
    return tuple(each.entry for each in recorded if each.recorded_at <= moment)


def effective_by(entries: Iterable[JournalEntry], day: date) -> tuple[JournalEntry, ...]:
    """Entries that count on a day."""
    return tuple(entry for entry in entries if entry.effective <= day)


def account_minutes(entries: Iterable[JournalEntry]) -> Mapping[tuple[ToilAccount, str], int]:
    """Minutes by account and lot, those at zero left out."""
    totals: dict[tuple[ToilAccount, str], int] = {}
    for entry in entries:
        for posting in entry.postings:
            key = posting.account, posting.lot
            totals[key] = totals.get(key, 0) + posting.minutes
    return {key: minutes for key, minutes in totals.items() if minutes}


def balance(entries: Iterable[JournalEntry]) -> Balance:
    """Balance that entries sum to: all of them, or those that `effective_by` or `known_at` leave."""
    totals = dict.fromkeys(ToilAccount, 0)
    for (account, _), minutes in account_minutes(entries).items():
        totals[account] += minutes
    return Balance(
        free_minutes=totals[ToilAccount.BANK],
        held_minutes=totals[ToilAccount.HELD],
        owed_minutes=-totals[ToilAccount.ADVANCED],
        used_minutes=totals[ToilAccount.USED],
        expired_minutes=totals[ToilAccount.EXPIRED],
        paid_out_minutes=totals[ToilAccount.PAID_OUT],
    )


def lot_minutes(entries: Iterable[JournalEntry]) -> Mapping[str, int]:
    """Minutes of each lot that may still be taken, those at zero left out."""
    return {lot: minutes for (account, lot), minutes in account_minutes(entries).items() if account is ToilAccount.BANK}
