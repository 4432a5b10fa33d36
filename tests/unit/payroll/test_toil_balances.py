from dataclasses import replace
from datetime import date, timedelta

import pytest

from shiftbid.domain.toil import LotKind, RecordedEntry
from shiftbid.payroll.toil_balances import Balance, balance, effective_by, known_at, lot_minutes
from shiftbid.payroll.toil_ending import expire_due, pay_out
from shiftbid.payroll.toil_ledger import ToilLedger
from shiftbid.payroll.toil_reversal import reverse
from shiftbid.payroll.toil_taking import hold, use
from tests.unit.payroll.toil_examples import DAY, POLICY, earned, ledger_with, taking

SOON, LATE = date(2026, 4, 1), date(2026, 9, 1)


@pytest.fixture
def ledger() -> ToilLedger:
    ledger = ledger_with(earned("soon", 200, expires=SOON), earned("bonus", 300, SOON, LATE, LotKind.HOUSE_BONUS))
    ledger.post(use(ledger, taking("U1", 50, DAY + timedelta(days=3)), POLICY))
    ledger.post(hold(ledger, taking("H1", 40, DAY + timedelta(days=4))))
    return ledger


def test_a_balance_of_every_account() -> None:
    policy = replace(POLICY, overdraft_minutes=100)
    ledger = ledger_with(earned("L1", 200, expires=SOON), earned("L2", 100, expires=SOON, kind=LotKind.HOUSE_BONUS))
    ledger.post(use(ledger, taking("U1", 50), POLICY))
    ledger.post(hold(ledger, taking("H1", 40)))
    ledger.post(pay_out(ledger, "P1", DAY, "on request", POLICY, 10))
    ledger.post(expire_due(ledger, LATE, POLICY))
    ledger.post(use(ledger, taking("U2", 7, LATE), policy))
    assert balance(ledger.entries.values()) == Balance(0, 40, 7, 57, 100, 110)
    assert balance(ledger.entries.values()).minutes == 33 == ledger.balance_minutes


def test_balances_at_any_past_day(ledger: ToilLedger) -> None:
    days = [DAY - timedelta(days=1), DAY, DAY + timedelta(days=3), DAY + timedelta(days=4), SOON]
    balances = [balance(effective_by(ledger.entries.values(), day)) for day in days]
    assert [(each.free_minutes, each.held_minutes, each.minutes) for each in balances] == [
        *((0, 0, 0), (200, 0, 200), (150, 0, 150), (110, 40, 150), (410, 40, 450))
    ]


def test_balances_as_known_at_a_past_moment(ledger: ToilLedger) -> None:
    recorded = [RecordedEntry(entry, 1000 + n) for n, entry in enumerate(ledger.entries.values())]
    ledger.post(reverse(ledger, "R1", "U1", DAY, "mistake", POLICY))
    recorded.append(RecordedEntry(ledger.entries["R1"], 9000))
    on = DAY + timedelta(days=3)
    assert known_at(recorded, 999) == ()
    assert balance(effective_by(known_at(recorded, 8999), on)).minutes == 150
    assert balance(effective_by(known_at(recorded, 9000), on)).minutes == 200


def test_minutes_by_lot(ledger: ToilLedger) -> None:
    entries = list(ledger.entries.values())
    assert lot_minutes(entries) == {"soon": 110, "bonus": 300}
