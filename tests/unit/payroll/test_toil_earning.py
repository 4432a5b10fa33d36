from dataclasses import replace
from datetime import date, timedelta

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.toil import EntryKind, LotKind, Posting, ToilAccount
from shiftbid.payroll.toil_earning import Earning, accrue
from shiftbid.payroll.toil_ledger import Change, ToilLedger
from shiftbid.payroll.toil_taking import use
from tests.unit.payroll.toil_examples import DAY, POLICY, earned, ledger_with, posted, taking


def test_what_is_earned_stands_in_a_lot_of_its_own_and_expires_by_the_terms_of_its_kind() -> None:
    change = accrue(ToilLedger("e"), earned("L1", 480), POLICY)
    (lot,), (entry,) = change.lots, change.entries
    assert (lot.id, lot.employee, lot.kind, lot.minutes) == ("L1", "e", LotKind.REST_DAY_WORK, 480)
    assert lot.expires == date(2026, 9, 2)
    assert (entry.id, entry.kind, entry.effective, entry.source) == ("accrue/L1", EntryKind.ACCRUE, DAY, "shift")
    assert entry.postings == (Posting(ToilAccount.EARNED, "L1", -480), Posting(ToilAccount.BANK, "L1", 480))


def test_the_same_earning_again_changes_nothing() -> None:
    ledger = ledger_with(earned("L1", 480))
    assert accrue(ledger, earned("L1", 480), POLICY) == Change()


@pytest.mark.parametrize(
    "other",
    [
        earned("L1", 479),
        earned("L1", 480, source="another shift"),
        earned("L1", 480, DAY + timedelta(days=1)),
        earned("L1", 480, kind=LotKind.OVERTIME),
        earned("L1", 480, expires=date(2026, 9, 3)),
        replace(earned("L1", 480), lot="L2"),
        replace(earned("L1", 480), key="another"),
    ],
)
def test_the_same_key_or_lot_with_other_content_is_refused(other: Earning) -> None:
    ledger = ledger_with(earned("L1", 480))
    with pytest.raises(InputError, match=r"with other content|exists already"):
        accrue(ledger, other, POLICY)
    assert list(ledger.entries) == ["accrue/L1"]


@pytest.mark.parametrize("minutes", [0, -1])
def test_nothing_earned_is_no_entry(minutes: int) -> None:
    with pytest.raises(InputError, match="give a positive number"):
        accrue(ToilLedger("e"), earned("L1", minutes), POLICY)


def test_a_kind_that_the_policy_does_not_grant_is_refused_but_may_be_brought_in() -> None:
    brought = replace(earned("L1", 60, kind=LotKind.HOLIDAY_WORK, expires=DAY), entry_kind=EntryKind.OPENING)
    assert accrue(ToilLedger("e"), brought, POLICY).lots[0].expires == DAY
    with pytest.raises(InputError, match="grants no time off for holiday_work"):
        accrue(ToilLedger("e"), replace(brought, entry_kind=EntryKind.ACCRUE), POLICY)


@pytest.mark.parametrize(("cap", "banked"), [(600, 480), (599, 479), (120, 0), (100, 0)])
def test_what_exceeds_the_cap_is_paid_at_once(cap: int, banked: int) -> None:
    policy = replace(POLICY, cap_minutes=cap)
    ledger = ledger_with(earned("L1", 120))
    entry = posted(ledger, accrue(ledger, earned("L2", 480), policy)).entries[0]
    assert ledger.minutes(ToilAccount.BANK, "L2") == banked
    assert ledger.minutes(ToilAccount.PAID_OUT, "L2") == 480 - banked
    assert len(entry.postings) == 2 + (0 < banked < 480)
    assert accrue(ledger, earned("L2", 480), policy) == Change()


def test_an_advance_is_paid_back_first_and_from_the_day_it_was_taken() -> None:
    policy = replace(POLICY, overdraft_minutes=120)
    ledger = ledger_with()
    ledger.post(use(ledger, taking("U1", 100, DAY + timedelta(days=9)), policy))
    assert ledger.balance_minutes == -100
    change = posted(ledger, accrue(ledger, earned("L1", 480), policy))
    settled = change.entries[1]
    assert (settled.kind, settled.id) == (EntryKind.SETTLE, "accrue/L1/settle/1")
    assert settled.effective == DAY + timedelta(days=9)
    assert ledger.balance_minutes == 380
    assert dict(ledger.standing_minutes(ToilAccount.BANK)) == {"L1": 380}
    assert dict(ledger.standing_minutes(ToilAccount.ADVANCED)) == {}


def test_the_oldest_advance_is_paid_back_first() -> None:
    policy = replace(POLICY, overdraft_minutes=300)
    ledger = ledger_with()
    for key, day in (("later", DAY + timedelta(days=2)), ("sooner", DAY + timedelta(days=1))):
        ledger.post(use(ledger, taking(key, 100, day), policy))
    ledger.post(accrue(ledger, earned("L1", 150), policy))
    assert dict(ledger.standing_minutes(ToilAccount.ADVANCED)) == {"advance/later": -50}
    ledger.post(accrue(ledger, earned("L2", 20), policy))
    assert dict(ledger.standing_minutes(ToilAccount.ADVANCED)) == {"advance/later": -30}
    assert dict(ledger.standing_minutes(ToilAccount.BANK)) == {}
