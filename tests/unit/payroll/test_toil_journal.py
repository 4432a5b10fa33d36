from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.domain.toil import EntryKind, JournalEntry, Lot, LotKind
from shiftbid.payroll.toil_journal import accrue_for, balances, opening_entry, reversals, use

DAY = date(2026, 1, 5)


def lot(name: str, minutes: int, expires: date, employee: str = "e") -> Lot:
    return Lot(name, employee, LotKind.HOUSE_BONUS, minutes, expires)


def test_only_a_shift_with_a_tariff_earns() -> None:
    plain, peak = ShiftTemplate("A", 540, 900), ShiftTemplate("P", 660, 960, toil_minutes=30)
    assert accrue_for(Assignment("e", dated(plain, "h", DAY, "UTC")), "h/v1") is None
    accrual = accrue_for(Assignment("e", dated(peak, "h", DAY, "UTC")), "h/v1")
    assert accrual is not None
    earned, entry = accrual
    assert (earned.minutes, earned.expires) == (30, DAY + timedelta(days=180))
    assert balances([entry]) == {earned.id: 30}
    assert entry.source == "h/P/2026-01-05"


def test_minutes_that_expire_first_are_used_first() -> None:
    lots = [lot("late", 300, DAY + timedelta(days=90)), lot("soon", 200, DAY + timedelta(days=9))]
    journal = [opening_entry(each, DAY) for each in lots]
    entry = use("e", DAY, 240, lots, journal, "day off")
    assert entry is not None
    assert balances([*journal, entry]) == {"late": 260, "soon": 0}


def test_expired_lots_and_other_peoples_lots_are_never_used() -> None:
    lots = [lot("old", 600, DAY - timedelta(days=1)), lot("theirs", 600, DAY + timedelta(days=9), "f")]
    journal = [opening_entry(each, DAY - timedelta(days=30)) for each in lots]
    assert use("e", DAY, 60, lots, journal, "day off") is None


@given(st.lists(st.integers(1, 600), min_size=1, max_size=5), st.lists(st.integers(1, 500), max_size=8))
def test_no_lot_is_ever_overdrawn_and_every_entry_balances(earned: list[int], taken: list[int]) -> None:
    lots = [lot(str(index), minutes, DAY + timedelta(days=index)) for index, minutes in enumerate(earned)]
    journal: list[JournalEntry] = [opening_entry(each, DAY) for each in lots]
    for index, minutes in enumerate(taken):
        entry = use("e", DAY, minutes, lots, journal, str(index))
        if entry is not None:
            assert entry.kind is EntryKind.USE
            journal.append(entry)
    assert all(sum(posting.minutes for posting in entry.postings) == 0 for entry in journal)
    assert all(minutes >= 0 for minutes in balances(journal).values())
    used = sum(earned) - sum(balances(journal).values())
    assert used == sum(posting.minutes for entry in journal for posting in entry.postings if posting.account == "used")


def test_a_new_version_takes_back_exactly_what_the_version_before_had_posted() -> None:
    bonus = lot("bonus", 600, DAY + timedelta(days=30))
    peak = ShiftTemplate("P", 660, 960, toil_minutes=30)
    journal = [opening_entry(bonus, DAY)]
    taken = use("e", DAY, 480, [bonus], journal, "h/v1")
    accrual = accrue_for(Assignment("e", dated(peak, "h", DAY, "UTC")), "h/v1")
    assert taken is not None
    assert accrual is not None
    journal += [taken, accrual[1]]
    undone = reversals(journal, "h/v1", "h/v2")
    assert balances([*journal, *undone]) == {"bonus": 600, accrual[0].id: 0}
    again = use("e", DAY, 480, [bonus], [*journal, *undone], "h/v2")
    assert again is not None
    assert again.id != taken.id
    assert reversals([*journal, *undone], "h/v1", "h/v3")[0].id.startswith("h/v3/reverse/h/v1/")
    assert reversals([*journal, *undone, again], "h/v2", "h/v3") == reversals([again], "h/v2", "h/v3")
