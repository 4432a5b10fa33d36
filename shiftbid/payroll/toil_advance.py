"""Advances: minutes taken before they were earned, and the earned minutes that pay them back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.errors import InputError
from shiftbid.domain.toil import EntryKind, JournalEntry, Posting, ToilAccount
from shiftbid.payroll.toil_ledger import ToilLedger
from shiftbid.payroll.toil_policy import ToilPolicy


@dataclass(frozen=True, slots=True)
class Debt:
    """Minutes of a lot that were taken in advance on a day and are not paid back."""

    lot: str
    minutes: int
    taken_on: date


def debts(ledger: ToilLedger) -> list[Debt]:
    """Advances not paid back, oldest first."""
    owed = [
        Debt(lot, -minutes, ledger.first_day(ToilAccount.ADVANCED, lot))
        for lot, minutes in ledger.standing_minutes(ToilAccount.ADVANCED).items()
    ]
    return sorted(owed, key=lambda debt: (debt.taken_on, debt.lot))


def refuse_overdraft(ledger: ToilLedger, policy: ToilPolicy, short_minutes: int, what: str) -> None:
    """Raise InputError where an advance of so many more minutes would go below the policy's floor."""
    owed = sum(debt.minutes for debt in debts(ledger))
    if owed + short_minutes > policy.overdraft_minutes:
        allowed = policy.overdraft_minutes - owed
        raise InputError("TOIL", [f"{what} is {short_minutes} minutes short, and {allowed} may be taken in advance"])


def settlements(
    employee: str, cause: str, day: date, sources: Mapping[str, int], owed: Iterable[Debt]
) -> Iterator[JournalEntry]:
    """Entries that pay advances back out of earned minutes, the oldest advance first.

    Parameters
    ----------
    cause
        Id of the entry that makes this possible; the ids given begin with it.
    sources
        Minutes that may be used by lot, in the order in which they are.
    """
    left = dict(sources)
    number = 0
    for debt in owed:
        outstanding = debt.minutes
        for lot, available in left.items():
            paid = min(available, outstanding)
            if paid:
                number += 1
                left[lot] -= paid
                outstanding -= paid
                yield JournalEntry(
                    f"{cause}/settle/{number}",
                    employee,
                    max(day, debt.taken_on),
                    EntryKind.SETTLE,
                    (Posting(ToilAccount.BANK, lot, -paid), Posting(ToilAccount.ADVANCED, debt.lot, paid)),
                    f"pays back {debt.lot}",
                )
