"""The TOIL journal only grows, balances, and never overdraws a lot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from shiftbid.domain.errors import BugError, InputError
from shiftbid.domain.toil import EntryKind, JournalEntry, Posting, ToilAccount
from shiftbid.payroll.toil_balances import known_at
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.storage.database import Database
from tests.storage.example_publications import FIRST, LOT, OPENING, taking


@pytest.fixture
def opened(staffed: UnitOfWorkFactory) -> UnitOfWorkFactory:
    with staffed() as unit:
        unit.journal.append((LOT,), (OPENING,))
        unit.commit()
    return staffed


def test_lots_and_entries_come_back_equal_and_in_order(opened: UnitOfWorkFactory) -> None:
    later = replace(LOT, id="e1/a", expires=LOT.expires.replace(year=2028))
    with opened() as unit:
        unit.journal.append((later,), (taking("use/2", 20), taking("use/1", 40)))
        unit.commit()
    with opened() as unit:
        assert unit.journal.lots("e1") == (LOT, later)
        assert unit.journal.entries("e1") == (OPENING, taking("use/2", 20), taking("use/1", 40))
        assert unit.journal.lots("e2") == ()
        assert unit.journal.entries("e2") == ()


def test_many_people_are_read_at_once_as_one_by_one(opened: UnitOfWorkFactory) -> None:
    other = replace(LOT, id="e2/opening", employee="e2")
    theirs = replace(OPENING, id="opening/e2", employee="e2", postings=_of_lot(OPENING.postings, other.id))
    with opened() as unit:
        unit.journal.append((other,), (theirs, taking("use/2", 20), taking("use/1", 40)))
        unit.commit()
    with opened() as unit:
        people = ("e2", "e1", "nobody")
        assert unit.journal.lots_by_person(people) == {each: unit.journal.lots(each) for each in ("e1", "e2")}
        assert unit.journal.entries_by_person(people) == {each: unit.journal.entries(each) for each in ("e1", "e2")}
        assert unit.journal.lots_by_person(("e2",)) == {"e2": (other,)}
        assert unit.journal.entries_by_person(("e2",)) == {"e2": (theirs,)}


def _of_lot(postings: Sequence[Posting], lot: str) -> tuple[Posting, ...]:
    return tuple(replace(posting, lot=lot) for posting in postings)


def test_the_same_entry_again_changes_nothing(opened: UnitOfWorkFactory) -> None:
    with opened() as unit:
        unit.journal.append((LOT, LOT), (OPENING, taking("use/1", 120), taking("use/1", 120)))
        unit.journal.append((LOT,), (OPENING, taking("use/1", 120)))
        unit.commit()
    with opened() as unit:
        assert unit.journal.lots("e1") == (LOT,)
        assert unit.journal.entries("e1") == (OPENING, taking("use/1", 120))


def test_the_same_id_with_other_content_is_refused(opened: UnitOfWorkFactory) -> None:
    with opened() as unit, pytest.raises(InputError) as caught:
        unit.journal.append((replace(LOT, minutes=1),), (replace(OPENING, source="elsewhere"),))
    assert [str(problem) for problem in caught.value.problems] == [
        "e1/opening stands in the journal already, with other content",
        "opening/e1 stands in the journal already, with other content",
    ]


def test_a_lot_may_be_emptied_but_not_overdrawn(opened: UnitOfWorkFactory) -> None:
    with opened() as unit:
        unit.journal.append((), (taking("use/1", 120),))
        unit.commit()
    with opened() as unit, pytest.raises(InputError, match="holds 0 minutes: 1 cannot be taken from it"):
        unit.journal.append((), (taking("use/2", 1),))


def test_takings_of_one_call_count_together(opened: UnitOfWorkFactory) -> None:
    with opened() as unit, pytest.raises(InputError, match="holds 120 minutes: 121 cannot be taken"):
        unit.journal.append((), (taking("use/1", 60), taking("use/2", 61)))


def test_a_lot_may_be_opened_and_drawn_on_in_one_call_in_any_order(staffed: UnitOfWorkFactory) -> None:
    with staffed() as unit:
        unit.journal.append((LOT,), (taking("use/1", 120), OPENING))
        assert unit.journal.entries("e1") == (taking("use/1", 120), OPENING)


def test_unknown_people_and_lots_are_all_named(staffed: UnitOfWorkFactory) -> None:
    stranger = replace(OPENING, id="opening/e9", employee="e9")
    with staffed() as unit, pytest.raises(InputError) as caught:
        unit.journal.append((), (stranger, taking("use/1", 5)))
    assert [str(problem) for problem in caught.value.problems] == [
        "employee e9 is on no staff list: add them first",
        "entry opening/e9 names lot e1/opening, which is not known",
        "entry opening/e9 names lot e1/opening, which is not known",
        "entry use/1 names lot e1/opening, which is not known",
        "entry use/1 names lot e1/opening, which is not known",
    ]


def test_nobody_draws_on_the_lot_of_another(opened: UnitOfWorkFactory) -> None:
    with opened() as unit, pytest.raises(InputError, match="entry use/1 of employee e2 names a lot of e1"):
        unit.journal.append((), (replace(taking("use/1", 5), employee="e2"),))


def test_an_unbalanced_entry_is_our_mistake(opened: UnitOfWorkFactory) -> None:
    lopsided = replace(taking("use/1", 5), postings=(Posting(ToilAccount.BANK, LOT.id, -5),))
    with opened() as unit, pytest.raises(BugError, match="do not sum to zero: use/1"):
        unit.journal.append((), (lopsided,))


def answer(name: str, account: ToilAccount, minutes: int = 50) -> JournalEntry:
    """An entry that ends the example's hold, to the bank or as taken."""
    kind = EntryKind.RELEASE if account is ToilAccount.BANK else EntryKind.TAKE
    postings = (Posting(ToilAccount.HELD, LOT.id, -minutes), Posting(account, LOT.id, minutes))
    return JournalEntry(name, "e1", FIRST, kind, postings, "answered", "hold/1")


HOLD = JournalEntry(
    "hold/1",
    "e1",
    FIRST,
    EntryKind.HOLD,
    (Posting(ToilAccount.BANK, LOT.id, -50), Posting(ToilAccount.HELD, LOT.id, 50)),
    "day off",
)


def test_a_hold_and_its_answer_come_back_equal(opened: UnitOfWorkFactory) -> None:
    taken = answer("take/1", ToilAccount.USED)
    with opened() as unit:
        unit.journal.append((), (HOLD, taken))
        unit.commit()
    with opened() as unit:
        assert unit.journal.entries("e1") == (OPENING, HOLD, taken)


def test_an_entry_is_answered_once(opened: UnitOfWorkFactory) -> None:
    with opened() as unit:
        unit.journal.append((), (HOLD, answer("release/1", ToilAccount.BANK)))
        unit.commit()
    with opened() as unit, pytest.raises(InputError, match="entry hold/1 was answered already, by release/1"):
        unit.journal.append((), (answer("take/1", ToilAccount.USED),))


def test_no_more_is_taken_of_a_hold_than_it_holds(opened: UnitOfWorkFactory) -> None:
    with opened() as unit:
        unit.journal.append((), (HOLD,))
        with pytest.raises(InputError, match="holds 50 minutes in reserve: 51 cannot be taken from it"):
            unit.journal.append((), (answer("take/1", ToilAccount.USED, 51),))


def test_entries_carry_the_instant_at_which_they_were_recorded(url: str, staffed: UnitOfWorkFactory) -> None:
    readings = iter([1000, 3000, 2000])
    with Database(url, lambda _: next(readings)) as database:
        for lots, entry in (((LOT,), OPENING), ((), taking("use/1", 40)), ((), taking("use/2", 20))):
            with database.unit_of_work() as unit:
                unit.journal.append(lots, (entry,))
                unit.commit()
        with database.unit_of_work() as unit:
            recorded = unit.journal.recorded("e1")
    assert [(each.entry.id, each.recorded_at) for each in recorded] == [
        *((OPENING.id, 1000), ("use/1", 3000), ("use/2", 3000))
    ]
    assert known_at(recorded, 2999) == (OPENING,)
