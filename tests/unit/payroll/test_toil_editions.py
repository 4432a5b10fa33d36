from datetime import date, timedelta

import pytest

from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.domain.toil import EntryKind, Lot, LotKind, ToilAccount
from shiftbid.payroll.toil_editions import accrue_for, open_lot, recall, take_day_off
from shiftbid.payroll.toil_ledger import Change, ToilLedger
from shiftbid.payroll.toil_reversal import reverse
from tests.unit.payroll.toil_examples import POLICY, posted

DAY = date(2026, 1, 5)
LOT = Lot("bonus", "e", LotKind.HOUSE_BONUS, 600, DAY + timedelta(days=30))
PLAIN, PEAK = ShiftTemplate("A", 540, 900), ShiftTemplate("P", 660, 960, toil_minutes=30)


def working(template: ShiftTemplate) -> Assignment:
    return Assignment("e", dated(template, "h", DAY, "UTC"))


@pytest.fixture
def ledger() -> ToilLedger:
    ledger = ToilLedger("e")
    ledger.post(open_lot(ledger, LOT, DAY, POLICY))
    return ledger


def test_a_lot_is_brought_in_as_it_is(ledger: ToilLedger) -> None:
    entry = ledger.entries["opening/bonus"]
    assert (entry.kind, entry.effective, entry.source) == (EntryKind.OPENING, DAY, "opening balance")
    assert dict(ledger.lots) == {"bonus": LOT}


def test_only_a_shift_with_a_tariff_earns(ledger: ToilLedger) -> None:
    assert accrue_for(ledger, working(PLAIN), "h/v1", POLICY) == Change()
    (lot,), (entry,) = (change := accrue_for(ledger, working(PEAK), "h/v1", POLICY)).lots, change.entries
    assert lot == Lot("h/v1/e/P/2026-01-05", "e", LotKind.HOUSE_BONUS, 30, DAY + timedelta(days=180))
    assert (entry.id, entry.effective, entry.source) == ("h/v1/accrue/e/P/2026-01-05", DAY, "h/P/2026-01-05")


def test_a_day_off_is_given_where_the_balance_holds_it(ledger: ToilLedger) -> None:
    assert take_day_off(ledger, DAY, 601, "h/v1", POLICY) is None
    assert take_day_off(ledger, DAY, 0, "h/v1", POLICY) is None
    assert take_day_off(ledger, LOT.expires + timedelta(days=1), 60, "h/v1", POLICY) is None
    change = take_day_off(ledger, DAY, 600, "h/v1", POLICY)
    assert change is not None
    assert (change.entries[0].id, change.entries[0].source) == ("h/v1/use/e/2026-01-05", "TOIL day off on 2026-01-05")


def test_a_new_version_takes_back_exactly_what_the_version_before_had_posted(ledger: ToilLedger) -> None:
    taken = take_day_off(ledger, DAY, 480, "h/v1", POLICY)
    assert taken is not None
    ledger.post(taken)
    ledger.post(accrue_for(ledger, working(PEAK), "h/v1", POLICY))
    undone = posted(ledger, recall(ledger, "h/v1", "h/v2", POLICY))
    assert [entry.id for entry in undone.entries] == [
        "h/v2/reverse/h/v1/use/e/2026-01-05",
        "h/v2/reverse/h/v1/accrue/e/P/2026-01-05",
    ]
    assert {entry.effective for entry in undone.entries} == {DAY}
    assert dict(ledger.standing_minutes(ToilAccount.BANK)) == {"bonus": 600}
    again = take_day_off(ledger, DAY, 480, "h/v2", POLICY)
    assert again is not None
    ledger.post(again)
    third = recall(ledger, "h/v2", "h/v3", POLICY)
    assert [entry.refers_to for entry in third.entries] == ["h/v2/use/e/2026-01-05"]
    assert recall(ledger, "h/v1", "h/v3", POLICY) == Change()


def test_what_was_reversed_by_hand_is_not_taken_back_again(ledger: ToilLedger) -> None:
    taken = take_day_off(ledger, DAY, 480, "h/v1", POLICY)
    assert taken is not None
    ledger.post(taken)
    ledger.post(reverse(ledger, "cancelled", taken.entries[0].id, DAY, "called in", POLICY))
    assert recall(ledger, "h/v1", "h/v2", POLICY) == Change()
