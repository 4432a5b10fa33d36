"""Random operations on TOIL journals, each with a key, and sums of a journal by plain arithmetic."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate

from shiftbid.domain.toil import EntryKind, JournalEntry, LotKind, ToilAccount
from shiftbid.payroll.toil_earning import Earning, accrue
from shiftbid.payroll.toil_ending import expire_due, pay_out
from shiftbid.payroll.toil_ledger import Change, ToilLedger
from shiftbid.payroll.toil_policy import LotTerms, Outcome, ToilPolicy, Validity
from shiftbid.payroll.toil_reversal import reverse
from shiftbid.payroll.toil_taking import Taking, hold, release, take, use

FIRST = date(2026, 1, 1)
OVERDRAFT_MINUTES = 240
POLICY = ToilPolicy(
    law="HOUSE",
    terms={
        LotKind.REST_DAY_WORK: LotTerms(Fraction(1), Validity(months=2), Outcome.PAYOUT, Outcome.PAYOUT),
        LotKind.HOUSE_BONUS: LotTerms(Fraction(1), Validity(days=40), Outcome.FORFEIT, Outcome.FORFEIT),
        LotKind.OVERTIME: LotTerms(Fraction(3, 2), Validity(days=25), Outcome.EXTEND, Outcome.PAYOUT),
    },
    cap_minutes=6000,
    overdraft_minutes=OVERDRAFT_MINUTES,
)


@dataclass(frozen=True, slots=True)
class Operation:
    """Something asked of a journal; doing it twice must be the same as doing it once."""

    name: str
    do: Callable[[ToilLedger], Change]


def random_operation(rng: random.Random, number: int, ledger: ToilLedger, recent: Sequence[JournalEntry]) -> Operation:
    """An operation that may or may not be possible; days wander forward and reach back and ahead."""
    key, day = f"op/{number}", FIRST + timedelta(days=number // 20 + rng.randint(-15, 15))
    minutes = rng.choice([15, 30, 60, 240, 480])
    kinds = rng.choice([None, None, frozenset({rng.choice(list(POLICY.terms))})])
    taking = Taking(key, minutes, day, "day off", day + timedelta(days=rng.choice([0, 0, 9])), kinds)
    entry = rng.choice(recent).id if recent else "none"
    held = rng.choice([each.id for each in recent if each.kind is EntryKind.HOLD] or ["none"])
    earning = Earning(key, f"lot/{number}", rng.choice(list(POLICY.terms)), minutes, day, "shift")
    kind = rng.choices(
        ["accrue", "use", "hold", "release", "take", "reverse", "expire", "pay"], [30, 15, 15, 6, 6, 14, 8, 2]
    )[0]
    doing: dict[str, Callable[[ToilLedger], Change]] = {
        "accrue": lambda ledger: accrue(ledger, earning, POLICY),
        "use": lambda ledger: use(ledger, taking, POLICY),
        "hold": lambda ledger: hold(ledger, taking),
        "release": lambda ledger: release(ledger, key, held, day, "refused"),
        "take": lambda ledger: take(ledger, key, held, day, "taken"),
        "reverse": lambda ledger: reverse(ledger, key, entry, day, "mistake", POLICY),
        "expire": lambda ledger: expire_due(ledger, day, POLICY),
        "pay": lambda ledger: pay_out(ledger, key, day, "on request", POLICY, minutes),
    }
    return Operation(kind, doing[kind])


def sums(entries: Sequence[JournalEntry]) -> dict[tuple[ToilAccount, str], int]:
    """Minutes by account and lot."""
    totals: defaultdict[tuple[ToilAccount, str], int] = defaultdict(int)
    for entry in entries:
        for posting in entry.postings:
            totals[posting.account, posting.lot] += posting.minutes
    return {place: minutes for place, minutes in totals.items() if minutes}


def overdrawn(entries: Sequence[JournalEntry]) -> list[str]:
    """Lots whose bank or reserve falls below zero at some point of the entries, in their order."""
    totals: defaultdict[tuple[ToilAccount, str], int] = defaultdict(int)
    found: list[str] = []
    for entry in entries:
        for posting in entry.postings:
            totals[posting.account, posting.lot] += posting.minutes
        found += [
            f"{posting.lot} by {entry.id}"
            for posting in entry.postings
            if posting.account in (ToilAccount.BANK, ToilAccount.HELD) and totals[posting.account, posting.lot] < 0
        ]
    return found


def overdrawn_by_day(entries: Sequence[JournalEntry]) -> list[str]:
    """Lots whose bank or reserve is below zero at the end of some effective day."""
    days: defaultdict[tuple[ToilAccount, str], defaultdict[date, int]] = defaultdict(lambda: defaultdict(int))
    for entry in entries:
        for posting in entry.postings:
            days[posting.account, posting.lot][entry.effective] += posting.minutes
    return [
        f"{lot} ({account.value})"
        for (account, lot), changes in days.items()
        if account in (ToilAccount.BANK, ToilAccount.HELD)
        and min(accumulate(minutes for _, minutes in sorted(changes.items()))) < 0
    ]
