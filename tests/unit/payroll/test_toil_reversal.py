from dataclasses import replace
from datetime import date

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.toil import EntryKind, LotKind, Posting, ToilAccount
from shiftbid.payroll.toil_earning import accrue
from shiftbid.payroll.toil_ending import end_employment, expire_due, pay_out
from shiftbid.payroll.toil_ledger import Change, ToilLedger
from shiftbid.payroll.toil_reversal import reverse
from shiftbid.payroll.toil_taking import hold, release, take, use
from tests.unit.payroll.toil_examples import DAY, POLICY, earned, ledger_with, posted, taking

SOON, LATE = date(2026, 4, 1), date(2026, 9, 1)
ADVANCES = replace(POLICY, overdraft_minutes=100)


@pytest.fixture
def ledger() -> ToilLedger:
    return ledger_with(earned("soon", 200, expires=SOON), earned("late", 300, expires=LATE))


def undo(ledger: ToilLedger, entry: str, day: date = DAY, key: str = "R") -> Change:
    return posted(ledger, reverse(ledger, key, entry, day, "mistake", ADVANCES))


def standing(ledger: ToilLedger, account: ToilAccount) -> dict[str, int]:
    return dict(ledger.standing_minutes(account))


def test_a_use_returns_to_the_lots_it_came_from_and_history_stays(ledger: ToilLedger) -> None:
    ledger.post(use(ledger, taking("U1", 240, SOON), POLICY))
    entry = undo(ledger, "U1").entries[0]
    assert (entry.kind, entry.refers_to, entry.effective) == (EntryKind.REVERSE, "U1", SOON)
    assert standing(ledger, ToilAccount.BANK) == {"soon": 200, "late": 300}
    assert standing(ledger, ToilAccount.USED) == {}
    assert list(ledger.entries) == ["accrue/soon", "accrue/late", "U1", "R"]


def test_a_reversal_counts_from_its_own_day_where_that_is_later(ledger: ToilLedger) -> None:
    ledger.post(use(ledger, taking("U1", 240), POLICY))
    assert undo(ledger, "U1", LATE).entries[0].effective == LATE


def test_a_day_off_that_was_held_and_taken_returns_to_the_bank(ledger: ToilLedger) -> None:
    ledger.post(hold(ledger, taking("H1", 240)))
    ledger.post(take(ledger, "T1", "H1", SOON, "taken"))
    undo(ledger, "T1")
    assert standing(ledger, ToilAccount.BANK) == {"soon": 200, "late": 300}
    assert standing(ledger, ToilAccount.HELD) == {}


def test_an_untouched_accrual_is_taken_back_whole(ledger: ToilLedger) -> None:
    entry = undo(ledger, "accrue/soon").entries[0]
    assert entry.postings == (Posting(ToilAccount.EARNED, "soon", 200), Posting(ToilAccount.BANK, "soon", -200))
    assert standing(ledger, ToilAccount.BANK) == {"late": 300}
    assert standing(ledger, ToilAccount.EARNED) == {"late": -300}


def test_what_was_used_of_a_reversed_accrual_is_covered_by_other_lots(ledger: ToilLedger) -> None:
    ledger.post(use(ledger, taking("U1", 150), POLICY))
    reversal, settled = undo(ledger, "accrue/soon").entries
    assert reversal.kind is EntryKind.REVERSE
    assert settled.postings == (Posting(ToilAccount.BANK, "late", -150), Posting(ToilAccount.ADVANCED, "soon", 150))
    assert standing(ledger, ToilAccount.BANK) == {"late": 150}
    assert standing(ledger, ToilAccount.ADVANCED) == {}
    assert standing(ledger, ToilAccount.USED) == {"soon": 150}


def test_what_other_lots_lack_is_an_advance_down_to_the_floor(ledger: ToilLedger) -> None:
    ledger.post(use(ledger, taking("U1", 390), POLICY))
    undo(ledger, "accrue/soon")
    assert (standing(ledger, ToilAccount.BANK), ledger.balance_minutes) == ({}, -90)
    ledger.post(accrue(ledger, earned("new", 300), POLICY))
    assert standing(ledger, ToilAccount.BANK) == {"new": 210}


def test_below_the_floor_an_accrual_cannot_be_reversed(ledger: ToilLedger) -> None:
    ledger.post(use(ledger, taking("U1", 401), POLICY))
    with pytest.raises(InputError, match="of which 200 minutes were taken, is 101 minutes short, and 100 may"):
        undo(ledger, "accrue/soon")
    assert list(ledger.entries) == ["accrue/soon", "accrue/late", "U1"]


def test_the_paid_part_of_a_capped_accrual_is_taken_back_too() -> None:
    ledger = ledger_with(earned("L1", 480), policy=replace(POLICY, cap_minutes=400))
    undo(ledger, "accrue/L1")
    assert all(standing(ledger, account) == {} for account in ToilAccount)


def test_a_use_in_advance_cancels_the_advance() -> None:
    ledger = ledger_with(earned("L1", 60))
    ledger.post(use(ledger, taking("U1", 160), ADVANCES))
    undo(ledger, "U1")
    assert standing(ledger, ToilAccount.BANK) == {"L1": 60}
    assert standing(ledger, ToilAccount.ADVANCED) == standing(ledger, ToilAccount.USED) == {}


def test_an_advance_that_was_paid_back_stands_in_its_own_lot_when_its_use_is_reversed() -> None:
    ledger = ledger_with(earned("L1", 60))
    ledger.post(use(ledger, taking("U1", 160), ADVANCES))
    ledger.post(accrue(ledger, earned("L2", 70), ADVANCES))
    assert ledger.balance_minutes == -30
    undo(ledger, "U1")
    assert standing(ledger, ToilAccount.BANK) == {"L1": 60, "advance/U1": 70}
    assert ledger.balance_minutes == 130


def test_returned_minutes_pay_back_another_advance() -> None:
    ledger = ledger_with(earned("L1", 60))
    ledger.post(use(ledger, taking("U1", 60), ADVANCES))
    ledger.post(use(ledger, taking("U2", 40), ADVANCES))
    undo(ledger, "U1")
    assert standing(ledger, ToilAccount.BANK) == {"L1": 20}


def test_a_payout_and_an_extension_are_undone_exactly(ledger: ToilLedger) -> None:
    ledger.post(pay_out(ledger, "P1", DAY, "on request", POLICY, 250))
    undo(ledger, "P1")
    assert standing(ledger, ToilAccount.BANK) == {"soon": 200, "late": 300}
    assert standing(ledger, ToilAccount.PAID_OUT) == {}


def test_an_extension_whose_minutes_are_gone_stays() -> None:
    ledger = ledger_with(earned("L1", 60, expires=SOON, kind=LotKind.OVERTIME))
    (extension,) = posted(ledger, expire_due(ledger, LATE, POLICY)).entries
    ledger.post(use(ledger, taking("U1", 1, LATE), POLICY))
    with pytest.raises(InputError, match="gave 60 minutes to lot expiry/L1/1/lot, which are not there any more"):
        undo(ledger, extension.id, LATE)
    undo(ledger, "U1", LATE, "R1")
    undo(ledger, extension.id, LATE)
    assert standing(ledger, ToilAccount.BANK) == {"L1": 60}


def test_each_entry_is_reversed_once_and_a_replay_changes_nothing(ledger: ToilLedger) -> None:
    ledger.post(use(ledger, taking("U1", 240), POLICY))
    undo(ledger, "U1")
    assert undo(ledger, "U1") == Change()
    with pytest.raises(InputError, match="U1 was reversed already, by R"):
        undo(ledger, "U1", key="R2")
    with pytest.raises(InputError, match="R stands in the journal already, with other content"):
        undo(ledger, "accrue/soon")
    with pytest.raises(InputError, match="U9 is no entry in the journal of e"):
        undo(ledger, "U9")


def test_holds_releases_reversals_and_settlements_are_not_reversed(ledger: ToilLedger) -> None:
    ledger.post(hold(ledger, taking("H1", 240)))
    with pytest.raises(InputError, match="H1 is of kind hold: release it instead"):
        undo(ledger, "H1")
    ledger.post(release(ledger, "A1", "H1", DAY, "refused"))
    ledger.post(use(ledger, taking("U1", 550), ADVANCES))
    ledger.post(accrue(ledger, earned("new", 300), ADVANCES))
    ledger.post(end_employment(ledger, "left", LATE, "left", POLICY))
    undo(ledger, "U1")
    for entry, advice in (
        ("A1", "hold the minutes anew"),
        ("R", "record anew"),
        ("accrue/new/settle/1", "reverse what it followed from"),
        ("left", "it ends the journal"),
    ):
        with pytest.raises(InputError, match=advice):
            undo(ledger, entry, key="R2")


def in_debt(minutes: int) -> ToilLedger:
    """A lot of these minutes, and an advance on another kind that it may pay back."""
    ledger = ledger_with(earned("L1", minutes))
    only_bonus = frozenset({LotKind.HOUSE_BONUS})
    ledger.post(use(ledger, taking("U1", 30, kinds=only_bonus), ADVANCES))
    return ledger


@pytest.mark.parametrize("minutes", [1, 60])
def test_what_a_payout_gives_back_pays_an_advance_back(minutes: int) -> None:
    ledger = in_debt(minutes)
    ledger.post(pay_out(ledger, "P1", DAY, "on request", POLICY, minutes))
    _, settled = undo(ledger, "P1").entries
    assert sum(each.minutes for each in settled.postings if each.minutes > 0) == min(minutes, 30)


def test_nothing_pays_an_advance_back_where_the_reversal_takes_minutes_away() -> None:
    ledger = in_debt(60)
    before = standing(ledger, ToilAccount.ADVANCED)
    assert len(undo(ledger, "accrue/L1").entries) == 1
    assert standing(ledger, ToilAccount.ADVANCED) == before


def test_what_an_undone_extension_gives_back_pays_an_advance_back_once() -> None:
    ledger = ledger_with(earned("L1", 60, expires=SOON, kind=LotKind.OVERTIME))
    ledger.post(use(ledger, taking("U1", 30, kinds=frozenset({LotKind.HOUSE_BONUS})), ADVANCES))
    (extension,) = posted(ledger, expire_due(ledger, LATE, POLICY)).entries
    _, settled = undo(ledger, extension.id, LATE).entries
    assert {each.lot: each.minutes for each in settled.postings if each.account is ToilAccount.BANK} == {"L1": -30}
