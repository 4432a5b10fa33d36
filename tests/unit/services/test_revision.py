from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.pay import PayClass
from shiftbid.domain.roster import Assignment, RosterState
from shiftbid.domain.staff import Leave, LeaveKind
from shiftbid.domain.timeline import day_interval
from shiftbid.domain.toil import EntryKind, Lot, LotKind
from shiftbid.payroll.toil_editions import take_day_off
from shiftbid.rules.book import load_pack
from shiftbid.services.progress import Progress
from shiftbid.services.publication import HallPublication
from shiftbid.services.revision import ChangeKind, RosterChange, difference, revised
from shiftbid.services.toil_return import ToilBooks, edition_of, house_policy, opening_books, post_accruals
from tests.gui.fake_hall import CALENDAR, FIRST, ZONE, fake_publication

PACK = load_pack("HOUSE", FIRST)
CHANGE = RosterChange(ChangeKind.EDIT, "manager", 1_792_000_000, "Ben is ill")
EMPTY = ToilBooks((), ())


def ignore(progress: Progress) -> None:
    del progress


@pytest.fixture(scope="module")
def published() -> HallPublication:
    return fake_publication(weeks=1, people=12)


def given_to_another(publication: HallPublication) -> tuple[Assignment, ...]:
    first, *others = publication.roster.assignments
    free = next(
        each.id
        for each in publication.employees
        if each.id != first.employee
        and all(one.shift.day != first.shift.day for one in others if one.employee == each.id)
    )
    return (*others, replace(first, employee=free))


def test_the_next_version_says_what_was_changed_and_why(published: HallPublication) -> None:
    wanted = given_to_another(published)
    after = revised(published, CALENDAR, PACK, EMPTY, wanted, CHANGE, ignore)
    assert (after.roster.version, after.roster.state) == (2, RosterState.PUBLISHED)
    assert set(after.roster.assignments) == set(wanted)
    moved = published.roster.assignments[0]
    shift = {"date": moved.shift.day.isoformat(), "template": moved.shift.template}
    assert after.bidding_round["changes"] == [
        {
            "version": 2,
            "kind": "edit",
            "by": "manager",
            "at": "2026-10-14T17:46:40+00:00",
            "reason": "Ben is ill",
            "dropped": [{"employee": moved.employee, **shift}],
            "added": [{"employee": wanted[-1].employee, **shift}],
        }
    ]
    again = revised(after, CALENDAR, PACK, EMPTY, published.roster.assignments, CHANGE, ignore)
    assert [each["version"] for each in again.bidding_round["changes"]] == [2, 3]


def test_what_follows_from_the_roster_is_computed_anew(published: HallPublication) -> None:
    dropped, *kept = published.roster.assignments
    before = revised(published, CALENDAR, PACK, EMPTY, given_to_another(published), CHANGE, ignore)
    after = revised(before, CALENDAR, PACK, EMPTY, kept, CHANGE, ignore)
    fewer = {row.quarter for row in after.certificate} & {
        row.quarter for row, old in zip(after.certificate, before.certificate, strict=True) if row.heads < old.heads
    }
    assert fewer
    assert all(dropped.shift.staffs(quarter) for quarter in fewer)
    paid = [sum(line.minutes for line in each.pay_lines) for each in (before, after)]
    assert paid[0] - paid[1] == dropped.shift.paid_minutes
    assert {finding.rule for finding in after.findings} <= {rule.id for rule in PACK.rules}


def test_a_day_off_in_lieu_is_given_again_and_earnings_follow_the_shifts(published: HallPublication) -> None:
    person, day = published.employees[0], date(2026, 10, 14)
    lot = Lot("brought", person.id, LotKind.OVERTIME, 600, date(2027, 10, 1))
    edition, policy = edition_of(published.hall.id, published.roster.period, 1), house_policy(FIRST)
    opened = opening_books([lot], FIRST)
    taken = take_day_off(opened.ledgers()[person.id], day, 480, edition, policy)
    assert taken is not None
    first = post_accruals(opened.with_changes([taken]), edition, published.roster.assignments)
    away = Leave(person.id, day_interval(day, ZONE), LeaveKind.TOIL)
    with_leave = replace(published, leave=(*published.leave, away))
    after = revised(with_leave, CALENDAR, PACK, first, given_to_another(published), CHANGE, ignore)
    standing = ToilBooks(after.lots, after.journal).ledgers()
    uses = [entry for entry in after.journal if entry.kind is EntryKind.USE]
    assert [(entry.employee, entry.effective) for entry in uses] == [(person.id, day)] * 2
    earned = {each.employee: 0 for each in after.roster.assignments}
    for each in after.roster.assignments:
        earned[each.employee] += each.shift.toil_minutes
    for employee, minutes in earned.items():
        brought = 600 - 480 if employee == person.id else 0
        balance = standing[employee].balance_minutes if employee in standing else 0
        assert balance == brought + minutes


def test_a_locked_roster_and_no_change_are_refused(published: HallPublication) -> None:
    locked = replace(published, roster=replace(published.roster, state=RosterState.LOCKED))
    with pytest.raises(InputError, match="locked"):
        revised(locked, CALENDAR, PACK, EMPTY, given_to_another(published), CHANGE, ignore)
    with pytest.raises(InputError, match="nothing differs"):
        revised(published, CALENDAR, PACK, EMPTY, published.roster.assignments, CHANGE, ignore)


def test_a_pin_alone_is_a_change_that_moves_nobody(published: HallPublication) -> None:
    first, *others = published.roster.assignments
    pinned = (replace(first, pinned=not first.pinned), *others)
    assert not difference(published.roster.assignments, pinned).employees
    after = revised(published, CALENDAR, PACK, EMPTY, pinned, CHANGE, ignore)
    assert after.bidding_round["changes"][0]["dropped"] == []


def test_a_late_change_is_paid_where_the_law_asks_for_it(published: HallPublication) -> None:
    first = published.roster.assignments[0]
    late = replace(CHANGE, at=first.shift.span.start - 3600)
    wanted = given_to_another(published)
    after = revised(published, CALENDAR, load_pack("US-OR", FIRST), EMPTY, wanted, late, ignore)
    owed = {line.employee: line.minutes for line in after.pay_lines if line.pay_class is PayClass.PREDICTABILITY}
    # An hour for whom the shift was added, half of the hours for whom they were cut.
    assert owed == {wanted[-1].employee: 60, first.employee: -(-first.shift.paid_minutes // 2)}
    swapped = revised(
        published, CALENDAR, load_pack("US-OR", FIRST), EMPTY, wanted, replace(late, kind=ChangeKind.SWAP), ignore
    )
    assert not [line for line in swapped.pay_lines if line.pay_class is PayClass.PREDICTABILITY]
