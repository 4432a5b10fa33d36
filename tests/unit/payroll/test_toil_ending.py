from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.toil import EntryKind, LotKind, ToilAccount
from shiftbid.payroll.toil_earning import accrue
from shiftbid.payroll.toil_ending import end_employment, expire_due, pay_out
from shiftbid.payroll.toil_ledger import Change, ToilLedger
from shiftbid.payroll.toil_policy import LotTerms, Outcome, Validity
from shiftbid.payroll.toil_reversal import reverse
from shiftbid.payroll.toil_taking import hold, release, take, use
from tests.unit.payroll.toil_examples import DAY, POLICY, earned, ledger_with, posted, taking

SOON, LATE = date(2026, 4, 1), date(2026, 9, 1)
NEXT = SOON + timedelta(days=1)
ADVANCES = replace(POLICY, overdraft_minutes=100)
PAID, LOST, CARRIED = LotKind.REST_DAY_WORK, LotKind.HOUSE_BONUS, LotKind.OVERTIME


def ledger_of(kind: LotKind) -> ToilLedger:
    return ledger_with(earned("L1", 60, expires=SOON, kind=kind))


def standing(ledger: ToilLedger, account: ToilAccount) -> dict[str, int]:
    return dict(ledger.standing_minutes(account))


@pytest.mark.parametrize(
    ("kind", "entry_kind", "account"),
    [(PAID, EntryKind.PAYOUT, ToilAccount.PAID_OUT), (LOST, EntryKind.EXPIRE, ToilAccount.EXPIRED)],
)
def test_a_lot_ends_the_day_after_its_last_day_by_the_terms_of_its_kind(
    kind: LotKind, entry_kind: EntryKind, account: ToilAccount
) -> None:
    ledger = ledger_of(kind)
    assert expire_due(ledger, SOON, POLICY) == Change()
    entry = posted(ledger, expire_due(ledger, LATE, POLICY)).entries[0]
    assert (entry.id, entry.kind, entry.effective) == ("expiry/L1/1", entry_kind, NEXT)
    assert standing(ledger, account) == {"L1": 60}
    assert standing(ledger, ToilAccount.BANK) == {}
    assert expire_due(ledger, LATE, POLICY) == Change()


def test_an_extended_lot_lasts_as_long_again() -> None:
    ledger = ledger_of(CARRIED)
    change = posted(ledger, expire_due(ledger, NEXT, POLICY))
    (longer,) = change.lots
    assert (longer.kind, longer.minutes, longer.expires) == (CARRIED, 60, date(2026, 10, 2))
    assert standing(ledger, ToilAccount.BANK) == {longer.id: 60}
    assert change.entries[0].kind is EntryKind.EXTEND


def test_held_minutes_wait_for_the_answer() -> None:
    ledger = ledger_of(PAID)
    ledger.post(hold(ledger, taking("H1", 40)))
    ledger.post(expire_due(ledger, LATE, POLICY))
    assert standing(ledger, ToilAccount.PAID_OUT) == {"L1": 20}
    ledger.post(take(ledger, "T1", "H1", SOON, "taken"))
    assert standing(ledger, ToilAccount.USED) == {"L1": 40}


def test_a_day_off_after_the_last_day_does_not_keep_what_was_left_beside_it() -> None:
    ledger = ledger_of(LOST)
    ledger.post(hold(ledger, taking("H1", 40)))
    ledger.post(take(ledger, "T1", "H1", LATE, "day off"))
    (entry,) = expire_due(ledger, LATE, POLICY).entries
    assert (entry.kind, ledger.returned_on("L1")) == (EntryKind.EXPIRE, None)


@pytest.mark.parametrize("answered", [SOON, NEXT])
def test_minutes_given_back_after_the_last_day_are_never_lost(answered: date) -> None:
    ledger = ledger_of(LOST)
    ledger.post(hold(ledger, taking("H1", 60)))
    ledger.post(release(ledger, "A1", "H1", answered, "refused"))
    entry = expire_due(ledger, LATE, POLICY).entries[0]
    assert entry.kind is (EntryKind.EXPIRE if answered == SOON else EntryKind.EXTEND)
    assert entry.effective == NEXT


def test_what_comes_back_after_a_payout_is_paid_by_a_further_entry() -> None:
    ledger = ledger_of(PAID)
    ledger.post(use(ledger, taking("U1", 50), POLICY))
    ledger.post(expire_due(ledger, LATE, POLICY))
    ledger.post(reverse(ledger, "R1", "U1", LATE, "mistake", POLICY))
    assert expire_due(ledger, LATE - timedelta(days=1), POLICY) == Change()
    again = posted(ledger, expire_due(ledger, LATE, POLICY)).entries[0]
    assert (again.id, again.effective) == ("expiry/L1/2", LATE)
    assert standing(ledger, ToilAccount.PAID_OUT) == {"L1": 60}


def test_minutes_of_a_reversed_advance_that_was_paid_back_are_paid_when_they_expire() -> None:
    ledger = ledger_with()
    ledger.post(use(ledger, taking("U1", 30), ADVANCES))
    ledger.post(accrue(ledger, earned("L1", 60, expires=LATE), ADVANCES))
    ledger.post(reverse(ledger, "R1", "U1", DAY, "mistake", ADVANCES))
    ledger.post(expire_due(ledger, date(2027, 1, 1), POLICY))
    assert standing(ledger, ToilAccount.PAID_OUT) == {"advance/U1": 30, "L1": 30}


def test_minutes_are_paid_on_request_earliest_expiry_first_and_only_where_pay_stands_behind() -> None:
    ledger = ledger_with(
        earned("late", 60, expires=LATE), earned("soon", 60, expires=SOON), earned("bonus", 60, kind=LOST)
    )
    entry = posted(ledger, pay_out(ledger, "P1", DAY, "on request", POLICY, 80)).entries[0]
    assert entry.kind is EntryKind.PAYOUT
    assert standing(ledger, ToilAccount.PAID_OUT) == {"soon": 60, "late": 20}
    assert pay_out(ledger, "P1", DAY, "on request", POLICY, 80) == Change()
    with pytest.raises(InputError, match="P1 stands in the journal already"):
        pay_out(ledger, "P1", DAY, "on request", POLICY, 81)
    with pytest.raises(InputError, match="P2 pays out 41 minutes, 40 may be paid on 2026-03-02"):
        pay_out(ledger, "P2", DAY, "on request", POLICY, 41)
    with pytest.raises(InputError, match="P2 pays out 1 minutes, 0 may be paid"):
        pay_out(ledger, "P2", DAY, "on request", POLICY, 1, "bonus")
    ledger.post(pay_out(ledger, "P3", DAY, "all of it", POLICY))
    assert standing(ledger, ToilAccount.BANK) == {"bonus": 60}
    assert pay_out(ledger, "P3", DAY, "all of it", POLICY) == Change()
    with pytest.raises(InputError, match="P4 pays out 0 minutes, 0 may be paid"):
        pay_out(ledger, "P4", DAY, "all of it", POLICY)


def test_one_lot_alone_is_paid() -> None:
    ledger = ledger_with(earned("late", 60, expires=LATE), earned("soon", 60, expires=SOON))
    ledger.post(pay_out(ledger, "P1", DAY, "on request", POLICY, lot="late"))
    assert standing(ledger, ToilAccount.PAID_OUT) == {"late": 60}


def test_the_end_of_employment_pays_what_pay_stands_behind_and_ends_the_rest() -> None:
    ledger = ledger_with(
        earned("work", 120, expires=LATE), earned("bonus", 60, kind=LOST, expires=LATE), earned("old", 30, expires=SOON)
    )
    ledger.post(hold(ledger, taking("H1", 40)))
    change = posted(ledger, end_employment(ledger, "left", NEXT, "resigned", POLICY))
    assert [entry.kind for entry in change.entries] == [EntryKind.RELEASE, EntryKind.PAYOUT, EntryKind.LEAVING]
    assert standing(ledger, ToilAccount.PAID_OUT) == {"work": 120, "old": 30}
    assert standing(ledger, ToilAccount.EXPIRED) == {"bonus": 60}
    assert ledger.balance_minutes == 0
    assert end_employment(ledger, "left", NEXT, "resigned", POLICY) == Change()
    with pytest.raises(InputError, match="left stands in the journal already"):
        end_employment(ledger, "left", LATE, "resigned", POLICY)


def test_an_advance_is_paid_back_before_the_rest_is_paid() -> None:
    kinds = frozenset({LOST})
    ledger = ledger_with(earned("work", 120, expires=LATE))
    ledger.post(use(ledger, taking("U1", 30, kinds=kinds), ADVANCES))
    ledger.post(end_employment(ledger, "left", DAY, "resigned", POLICY))
    assert standing(ledger, ToilAccount.PAID_OUT) == {"work": 90}
    assert ledger.balance_minutes == 0


def test_an_advance_that_is_left_stays_on_record() -> None:
    ledger = ledger_with()
    ledger.post(use(ledger, taking("U1", 30), ADVANCES))
    (entry,) = posted(ledger, end_employment(ledger, "left", DAY, "resigned", POLICY)).entries
    assert (entry.kind, entry.postings) == (EntryKind.LEAVING, ())
    assert ledger.balance_minutes == -30


def test_a_lot_extended_for_ever_is_not_extended_again() -> None:
    terms = {CARRIED: LotTerms(Fraction(1), Validity(), Outcome.EXTEND, Outcome.PAYOUT)}
    ledger = ledger_of(CARRIED)
    ledger.post(expire_due(ledger, NEXT, replace(POLICY, terms=terms)))
    assert expire_due(ledger, date(2999, 1, 1), replace(POLICY, terms=terms)) == Change()


def test_minutes_of_a_kind_that_the_policy_does_not_grant_are_paid() -> None:
    ledger = ledger_of(LotKind.OVERTIME)
    ledger.post(expire_due(ledger, NEXT, replace(POLICY, terms={})))
    assert standing(ledger, ToilAccount.PAID_OUT) == {"L1": 60}
