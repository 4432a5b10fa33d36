from dataclasses import replace
from datetime import date, timedelta

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.toil import EntryKind, LotKind, ToilAccount
from shiftbid.payroll.toil_ledger import Change, ToilLedger
from shiftbid.payroll.toil_policy import Validity
from shiftbid.payroll.toil_reversal import reverse
from shiftbid.payroll.toil_taking import Taking, hold, parts_of, release, take, use
from tests.unit.payroll.toil_examples import DAY, POLICY, earned, ledger_with, posted, taking

SOON, LATE = date(2026, 4, 1), date(2026, 9, 1)
ADVANCES = replace(POLICY, overdraft_minutes=100)


@pytest.fixture
def ledger() -> ToilLedger:
    return ledger_with(earned("late", 300, expires=LATE), earned("soon", 200, expires=SOON))


def left(ledger: ToilLedger) -> dict[str, int]:
    return dict(ledger.standing_minutes(ToilAccount.BANK))


def test_minutes_that_expire_first_are_used_first(ledger: ToilLedger) -> None:
    change = posted(ledger, use(ledger, taking("U1", 240), POLICY))
    assert change.entries[0].kind is EntryKind.USE
    assert left(ledger) == {"late": 260}
    assert dict(ledger.standing_minutes(ToilAccount.USED)) == {"soon": 200, "late": 40}


def test_of_lots_that_expire_together_the_first_by_name_is_used_first() -> None:
    ledger = ledger_with(earned("b", 60, expires=SOON), earned("a", 60, expires=SOON))
    ledger.post(use(ledger, taking("U1", 30), POLICY))
    assert left(ledger) == {"a": 30, "b": 60}


def test_the_last_day_of_a_lot_is_a_day_to_take_it(ledger: ToilLedger) -> None:
    assert parts_of(ledger, 500, SOON, SOON) == ([("soon", 200), ("late", 300)], 0)
    after = SOON + timedelta(days=1)
    assert parts_of(ledger, 500, after, after) == ([("late", 300)], 200)
    assert parts_of(ledger, 500, DAY, after) == ([("late", 300)], 200)


def test_nothing_is_taken_before_it_was_earned(ledger: ToilLedger) -> None:
    before = DAY - timedelta(days=1)
    assert parts_of(ledger, 10, before, before) == ([], 10)
    with pytest.raises(InputError, match="10 minutes short, and 0 may be taken in advance"):
        use(ledger, taking("U1", 10, before), POLICY)


def test_a_backdated_taking_cannot_spend_what_a_later_day_has_spent(ledger: ToilLedger) -> None:
    ledger.post(use(ledger, taking("U1", 400, DAY + timedelta(days=20)), POLICY))
    assert parts_of(ledger, 500, DAY + timedelta(days=5), DAY + timedelta(days=5)) == ([("late", 100)], 400)


def test_minutes_given_back_later_are_not_free_before(ledger: ToilLedger) -> None:
    ledger.post(use(ledger, taking("U1", 500, DAY + timedelta(days=5)), POLICY))
    ledger.post(reverse(ledger, "R1", "U1", DAY + timedelta(days=10), "mistake", POLICY))
    assert parts_of(ledger, 500, DAY + timedelta(days=9), DAY + timedelta(days=9)) == ([], 500)
    assert parts_of(ledger, 500, DAY + timedelta(days=10), DAY + timedelta(days=10))[1] == 0


def test_kinds_are_kept_apart(ledger: ToilLedger) -> None:
    bonus = frozenset({LotKind.HOUSE_BONUS})
    with pytest.raises(InputError, match="short"):
        use(ledger, taking("U1", 10, kinds=bonus), POLICY)
    assert parts_of(ledger, 10, DAY, DAY, frozenset({LotKind.REST_DAY_WORK})) == ([("soon", 10)], 0)
    assert parts_of(ledger, 10, DAY, DAY, without="soon") == ([("late", 10)], 0)


def test_the_same_taking_again_changes_nothing_and_another_of_its_key_is_refused(ledger: ToilLedger) -> None:
    ledger.post(use(ledger, taking("U1", 240), POLICY))
    assert use(ledger, taking("U1", 240), POLICY) == Change()
    for other in (taking("U1", 239), taking("U1", 240, SOON), Taking("U1", 240, DAY, "other")):
        with pytest.raises(InputError, match="U1 stands in the journal already, with other content"):
            use(ledger, other, POLICY)
    with pytest.raises(InputError, match="with other content"):
        hold(ledger, taking("U1", 240))


@pytest.mark.parametrize("minutes", [0, -5])
def test_nothing_taken_is_no_entry(ledger: ToilLedger, minutes: int) -> None:
    with pytest.raises(InputError, match="give a positive number"):
        use(ledger, taking("U1", minutes), POLICY)


def test_a_balance_goes_below_zero_only_down_to_the_floor(ledger: ToilLedger) -> None:
    with pytest.raises(InputError, match=r"day off of 601 minutes is 101 minutes short, and 100 may be taken"):
        use(ledger, taking("U1", 601), ADVANCES)
    change = posted(ledger, use(ledger, taking("U1", 570), ADVANCES))
    assert (change.lots[0].id, change.lots[0].kind) == ("advance/U1", LotKind.ADVANCE)
    assert change.lots[0].expires == date(2026, 9, 2)
    assert (ledger.balance_minutes, left(ledger)) == (-70, {})
    with pytest.raises(InputError, match="31 minutes short, and 30 may be taken"):
        use(ledger, taking("U2", 31), ADVANCES)
    assert use(ledger, taking("U1", 570), ADVANCES) == Change()


def test_two_requests_cannot_hold_the_same_minutes(ledger: ToilLedger) -> None:
    ledger.post(hold(ledger, taking("H1", 450)))
    assert left(ledger) == {"late": 50}
    assert ledger.balance_minutes == 500
    assert [each.id for each in ledger.open_holds()] == ["H1"]
    with pytest.raises(InputError, match="51 minutes are asked for, 50 are free on 2026-03-02"):
        hold(ledger, taking("H2", 51))
    assert hold(ledger, taking("H1", 450)) == Change()


def test_a_hold_reserves_minutes_that_last_until_the_day_off(ledger: ToilLedger) -> None:
    ledger.post(hold(ledger, Taking("H1", 60, DAY, "day off", SOON + timedelta(days=1))))
    assert dict(ledger.standing_minutes(ToilAccount.HELD)) == {"late": 60}


def test_a_hold_is_released_to_its_lots_or_taken(ledger: ToilLedger) -> None:
    ledger.post(hold(ledger, taking("H1", 450)))
    released = posted(ledger, release(ledger, "A1", "H1", DAY - timedelta(days=1), "refused")).entries[0]
    assert (released.kind, released.effective, released.refers_to) == (EntryKind.RELEASE, DAY, "H1")
    assert left(ledger) == {"late": 300, "soon": 200}
    assert list(ledger.open_holds()) == []
    ledger.post(hold(ledger, taking("H2", 450)))
    taken = posted(ledger, take(ledger, "A2", "H2", SOON, "taken")).entries[0]
    assert (taken.kind, taken.effective, taken.refers_to) == (EntryKind.TAKE, SOON, "H2")
    assert dict(ledger.standing_minutes(ToilAccount.USED)) == {"soon": 200, "late": 250}
    assert (left(ledger), ledger.balance_minutes) == ({"late": 50}, 50)


def test_a_hold_is_answered_once(ledger: ToilLedger) -> None:
    ledger.post(hold(ledger, taking("H1", 60)))
    ledger.post(take(ledger, "A1", "H1", SOON, "taken"))
    assert take(ledger, "A1", "H1", SOON, "taken") == Change()
    with pytest.raises(InputError, match=r"hold H1 was answered already, by A1 \(take\)"):
        release(ledger, "A2", "H1", SOON, "refused")
    with pytest.raises(InputError, match="A1 stands in the journal already, with other content"):
        release(ledger, "A1", "H1", SOON, "taken")
    for unknown in ("H9", "accrue/soon"):
        with pytest.raises(InputError, match=f"{unknown} is no hold"):
            release(ledger, "A3", unknown, SOON, "refused")


def test_minutes_of_a_released_hold_pay_an_advance_back() -> None:
    ledger = ledger_with(earned("L1", 60))
    ledger.post(hold(ledger, taking("H1", 60)))
    ledger.post(use(ledger, taking("U1", 50), ADVANCES))
    ledger.post(release(ledger, "A1", "H1", DAY, "refused"))
    assert left(ledger) == {"L1": 10}
    assert ledger.balance_minutes == 10


@pytest.mark.parametrize(("days", "longest"), [(185, Validity(months=6)), (187, Validity(days=187))])
def test_an_advance_lasts_as_long_as_the_longest_of_the_kinds(days: int, longest: Validity) -> None:
    bonus = replace(POLICY.terms[LotKind.HOUSE_BONUS], validity=Validity(days=days))
    policy = replace(POLICY, overdraft_minutes=100, terms={**POLICY.terms, LotKind.HOUSE_BONUS: bonus})
    (lot,) = use(ledger_with(), taking("U1", 50), policy).lots
    assert (lot.kind, lot.expires) == (LotKind.ADVANCE, longest.last_day(DAY))
