"""The TOIL journal under random operations, with crashes before and after they are recorded, and replays."""

from __future__ import annotations

import random

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.toil import JournalEntry, Lot, ToilAccount
from shiftbid.payroll.toil_balances import account_minutes, balance
from shiftbid.payroll.toil_ledger import Change, ToilLedger
from tests.properties.toil_operations import (
    OVERDRAFT_MINUTES,
    Operation,
    overdrawn,
    overdrawn_by_day,
    random_operation,
    sums,
)

OPERATIONS = 10_000
RECENT = 200
EXPIRE = "expire"
"""Has no key of its own: run again on a later journal it may find more to do."""


class Store:
    """Lots and entries that outlive a crash; a change is recorded whole or not at all."""

    def __init__(self) -> None:
        self.lots: list[Lot] = []
        self.entries: list[JournalEntry] = []

    def record(self, change: Change) -> None:
        self.lots += change.lots
        self.entries += change.entries

    def reopened(self) -> ToilLedger:
        return ToilLedger("e", self.lots, self.entries)


def attempt(operation: Operation, ledger: ToilLedger) -> Change:
    try:
        return operation.do(ledger)
    except InputError:
        return Change()


@pytest.mark.parametrize("seed", [1, 2])
def test_ten_thousand_operations_with_crashes_keep_the_books(seed: int) -> None:
    rng, store = random.Random(seed), Store()
    ledger = store.reopened()
    done: list[Operation] = []
    for number in range(OPERATIONS):
        operation = random_operation(rng, number, ledger, store.entries[-RECENT:])
        change = attempt(operation, ledger)
        crash = rng.random()
        if crash < 0.002:  # before it is recorded: nothing happened, and it is asked for again
            ledger = store.reopened()
            assert attempt(operation, ledger) == change
        store.record(change)
        if crash > 0.998:  # after it is recorded, before anybody was told: asked for again, it changes nothing
            ledger = store.reopened()
        else:
            ledger.post(change)
        if change.entries:
            done.append(operation)
        keyed = [each for each in done[-RECENT:] if each.name != EXPIRE]
        if keyed and rng.random() < 0.05:
            replayed = rng.choice(keyed)
            assert replayed.do(ledger) == Change()
    assert {operation.name for operation in done} == {
        "accrue",
        "use",
        "hold",
        "release",
        "take",
        "reverse",
        "pay",
        EXPIRE,
    }
    assert len(store.entries) > OPERATIONS // 3
    held_sums = {
        (account, lot): minutes for account in ToilAccount for lot, minutes in ledger.standing_minutes(account).items()
    }
    assert held_sums == sums(store.entries) == account_minutes(store.entries)
    assert all(sum(posting.minutes for posting in entry.postings) == 0 for entry in store.entries)
    assert overdrawn(store.entries) == []
    assert overdrawn_by_day(store.entries) == []
    assert ledger.balance_minutes == balance(store.entries).minutes
    assert all(minutes <= 0 for minutes in ledger.standing_minutes(ToilAccount.ADVANCED).values())
    assert 0 <= balance(store.entries).owed_minutes <= OVERDRAFT_MINUTES
    assert len({entry.id for entry in store.entries}) == len(store.entries)
