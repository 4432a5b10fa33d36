from dataclasses import replace
from datetime import timedelta

import pytest

from shiftbid.domain.errors import BugError, InputError
from shiftbid.domain.toil import EntryKind, JournalEntry, Lot, LotKind, Posting, ToilAccount
from shiftbid.payroll.toil_earning import accrue
from shiftbid.payroll.toil_ledger import Change, ToilLedger
from shiftbid.payroll.toil_reversal import reverse
from shiftbid.payroll.toil_taking import hold, release, use
from tests.unit.payroll.toil_examples import DAY, POLICY, earned, ledger_with, taking


def entry(*postings: Posting, name: str = "x", employee: str = "e") -> JournalEntry:
    return JournalEntry(name, employee, DAY, EntryKind.USE, postings, "test")


def used(minutes: int, lot: str = "L1") -> tuple[Posting, Posting]:
    return Posting(ToilAccount.BANK, lot, -minutes), Posting(ToilAccount.USED, lot, minutes)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (Change(entries=(entry(Posting(ToilAccount.BANK, "L1", 5)),)), "entry x does not balance"),
        (Change(entries=(entry(*used(5), employee="f"),)), "entry x belongs to f"),
        (Change(entries=(entry(*used(5, "L9")),)), "entry x names lot L9, which is not known"),
        (Change(entries=(entry(*used(61)),)), "lot L1 would be overdrawn"),
        (Change(entries=(entry(*used(31)), entry(*used(30), name="y"))), "lot L1 would be overdrawn"),
        (Change((Lot("L2", "f", LotKind.OVERTIME, 5, DAY),)), "lot L2 belongs to f"),
    ],
)
def test_what_correct_code_cannot_ask_for_is_our_mistake_and_changes_nothing(change: Change, fault: str) -> None:
    ledger = ledger_with(earned("L1", 60))
    with pytest.raises(BugError, match=fault):
        ledger.post(change)
    assert (list(ledger.entries), list(ledger.lots), ledger.balance_minutes) == (["accrue/L1"], ["L1"], 60)


def test_what_stands_in_the_journal_already_changes_nothing_word_for_word_and_is_refused_otherwise() -> None:
    ledger = ledger_with(earned("L1", 60))
    change = use(ledger, taking("U1", 20), POLICY)
    ledger.post(change)
    ledger.post(change)
    assert ledger.balance_minutes == 40
    with pytest.raises(InputError, match="U1 stands in the journal already, with other content"):
        ledger.post(Change(entries=(replace(change.entries[0], source="other"),)))
    with pytest.raises(InputError, match="lot L1 stands in the journal already, with other content"):
        ledger.post(Change((replace(ledger.lots["L1"], minutes=61),)))


def test_an_entry_is_answered_once_however_it_is_asked() -> None:
    ledger = ledger_with(earned("L1", 60))
    ledger.post(hold(ledger, taking("H1", 20)))
    first, second = (release(ledger, key, "H1", DAY, "refused") for key in ("A1", "A2"))
    ledger.post(first)
    with pytest.raises(InputError, match="H1 was answered already, by A1"):
        ledger.post(second)
    assert ledger.answer_to("H1") == first.entries[0]
    assert ledger.answer_to("A1") is None


def test_a_copy_grows_apart() -> None:
    ledger = ledger_with(earned("L1", 60))
    copy = ledger.copy()
    copy.post(use(copy, taking("U1", 20), POLICY))
    assert (copy.balance_minutes, ledger.balance_minutes) == (40, 60)


def test_free_minutes_are_the_least_that_any_later_day_holds() -> None:
    ledger = ledger_with(earned("L1", 60, DAY))
    day = [DAY + timedelta(days=n) for n in range(6)]
    ledger.post(use(ledger, taking("U1", 50, day[3]), POLICY))
    assert [ledger.free_minutes("L1", each) for each in (DAY - timedelta(days=1), day[0], day[2], day[3], day[5])] == [
        *(0, 10, 10, 10, 10)
    ]
    assert ledger.free_minutes("unknown", DAY) == 0
    assert ledger.first_day(ToilAccount.BANK, "L1") == DAY
    assert ledger.last_credit("L1") == DAY


def test_the_last_credit_may_be_a_single_minute_that_came_back() -> None:
    ledger = ledger_with(earned("L1", 60))
    ledger.post(use(ledger, taking("U1", 1), POLICY))
    ledger.post(reverse(ledger, "R1", "U1", DAY + timedelta(days=3), "mistake", POLICY))
    assert ledger.last_credit("L1") == DAY + timedelta(days=3)


def test_a_ledger_is_built_again_from_its_lots_and_entries() -> None:
    ledger = ledger_with(earned("L1", 60), earned("L2", 30))
    ledger.post(use(ledger, taking("U1", 70), POLICY))
    again = ToilLedger("e", ledger.lots.values(), ledger.entries.values())
    assert again.standing_minutes(ToilAccount.BANK) == ledger.standing_minutes(ToilAccount.BANK) == {"L2": 20}
    assert accrue(again, earned("L2", 30), POLICY) == Change()


def test_a_single_minute_is_the_same_when_asked_again() -> None:
    ledger = ledger_with(earned("L1", 60))
    ledger.post(use(ledger, taking("U1", 1), POLICY))
    assert use(ledger, taking("U1", 1), POLICY) == Change()
    with pytest.raises(InputError, match="U1 stands in the journal already, with other content"):
        use(ledger, taking("U1", 2), POLICY)
