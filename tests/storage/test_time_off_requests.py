"""Requests for time off from asking to the end, with their holds in the journal and their leave on the staff list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from shiftbid.domain.account import Role, User
from shiftbid.domain.errors import AccessError, InputError, StorageError
from shiftbid.domain.request import RequestAct, RequestState, RequestStep
from shiftbid.domain.staff import Leave, LeaveKind
from shiftbid.domain.timeline import Period, instant
from shiftbid.domain.toil import ToilAccount
from shiftbid.payroll.toil_balances import balance, effective_by
from shiftbid.payroll.toil_ledger import ToilLedger
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.time_off_requests import NewRequest, ask, cancel, days_taken_in, grant, refuse, take_begun
from tests.storage.example_publications import FIRST, HALL, LOT, OPENING, STAFF, ZONE
from tests.storage.raw_sql import run_sql

MANAGER = User("m", "Mia", Role.MANAGER, None, "hash")
ANN = User("u1", "Ann", Role.STAFF, "e1", "hash")
ZOE = User("u2", "Zoë", Role.STAFF, "e2", "hash")
NOW = instant(FIRST, 600, ZONE)
DAY = date(2026, 10, 7)
"""A Wednesday; Ann's contract gives 240 minutes for it."""
AFTER = DAY + timedelta(days=1)
OFF = NewRequest("r1", "e1", LeaveKind.TOIL, Period(DAY, DAY).interval(ZONE), "moving house")


@pytest.fixture
def ready(staffed: UnitOfWorkFactory) -> UnitOfWorkFactory:
    with staffed() as unit:
        lot = replace(LOT, minutes=300)
        postings = tuple(replace(each, minutes=each.minutes // 120 * 300) for each in OPENING.postings)
        unit.journal.append((lot,), (replace(OPENING, postings=postings),))
        unit.commit()
    return staffed


def minutes(units: UnitOfWorkFactory, day: date = DAY) -> tuple[int, int, int]:
    """Free, held and used minutes of Ann on a day."""
    with units() as unit:
        found = balance(effective_by(unit.journal.entries("e1"), day))
    return found.free_minutes, found.held_minutes, found.used_minutes


def leave_of(units: UnitOfWorkFactory) -> tuple[Leave, ...]:
    with units() as unit:
        return unit.staff.of_hall(HALL.id).leave


def test_asking_holds_the_minutes_and_asking_again_is_the_same_request(ready: UnitOfWorkFactory) -> None:
    asked = ask(ready, HALL.id, OFF, ANN, NOW)
    assert asked.state is RequestState.ASKED
    assert asked.steps == (RequestStep(RequestAct.ASK, "u1", NOW, "moving house"),)
    assert minutes(ready) == (60, 240, 0)
    assert ask(ready, HALL.id, OFF, ANN, NOW + 60) == asked
    with ready() as unit:
        assert unit.requests.by_person(("e2", "e1")) == {"e1": (asked,)}
    with ready() as unit:
        assert unit.requests.of_employee("e1") == (asked,)
        assert unit.requests.get("r9") is None
    assert leave_of(ready) == STAFF.leave


def test_a_grant_puts_the_leave_on_the_list_and_the_day_uses_the_minutes(ready: UnitOfWorkFactory) -> None:
    ask(ready, HALL.id, OFF, ANN, NOW)
    granted = grant(ready, HALL.id, "r1", MANAGER, NOW + 60)
    assert granted.state is RequestState.GRANTED
    assert leave_of(ready) == (*STAFF.leave, Leave("e1", OFF.span, LeaveKind.TOIL))
    assert take_begun(ready, HALL.id, DAY) == ()
    (taken,) = take_begun(ready, HALL.id, AFTER)
    assert taken.state is RequestState.TAKEN
    assert taken.steps[-1] == RequestStep(RequestAct.TAKE, "clock", instant(AFTER, 0, ZONE), "")
    assert minutes(ready, date(2026, 10, 6)) == (60, 240, 0)
    assert minutes(ready) == (60, 0, 240)
    assert take_begun(ready, HALL.id, AFTER) == ()


def test_a_roster_of_the_period_uses_the_granted_days(ready: UnitOfWorkFactory) -> None:
    ask(ready, HALL.id, OFF, ANN, NOW)
    with ready() as unit:
        staff = unit.staff.of_hall(HALL.id)
        assert list(days_taken_in(unit, staff, ZONE, Period(DAY, DAY))) == []
    grant(ready, HALL.id, "r1", MANAGER, NOW)
    with ready() as unit:
        staff = unit.staff.of_hall(HALL.id)
        assert list(days_taken_in(unit, staff, ZONE, Period(FIRST, FIRST))) == []
        (change,) = days_taken_in(unit, staff, ZONE, Period(FIRST, DAY))
        unit.journal.append(change.lots, change.entries)
        unit.commit()
    assert minutes(ready) == (60, 0, 240)
    take_begun(ready, HALL.id, AFTER)
    assert minutes(ready) == (60, 0, 240)


def test_a_refusal_gives_the_minutes_back_with_a_reason(ready: UnitOfWorkFactory) -> None:
    ask(ready, HALL.id, OFF, ANN, NOW)
    with pytest.raises(InputError, match="give a reason to refuse it"):
        refuse(ready, HALL.id, "r1", MANAGER, NOW, "")
    assert minutes(ready) == (60, 240, 0)
    refused = refuse(ready, HALL.id, "r1", MANAGER, NOW, "two away already")
    assert (refused.state, refused.steps[-1].reason) == (RequestState.REFUSED, "two away already")
    assert minutes(ready) == (300, 0, 0)


@pytest.mark.parametrize("taken", [False, True])
def test_cancelling_gives_minutes_and_availability_back(ready: UnitOfWorkFactory, taken: bool) -> None:
    ask(ready, HALL.id, OFF, ANN, NOW)
    grant(ready, HALL.id, "r1", MANAGER, NOW)
    now = instant(AFTER, 0, ZONE) if taken else NOW
    if taken:
        take_begun(ready, HALL.id, AFTER)
    assert cancel(ready, HALL.id, "r1", ANN, now).state is RequestState.CANCELLED
    assert minutes(ready, AFTER) == (300, 0, 0)
    assert leave_of(ready) == STAFF.leave
    with pytest.raises(InputError, match="it is cancelled: cancel is not possible, only nothing more"):
        cancel(ready, HALL.id, "r1", ANN, now)
    later = replace(OFF, id="r2", span=Period(AFTER, AFTER).interval(ZONE))
    assert ask(ready, HALL.id, later, ANN, now).state is RequestState.ASKED


def test_two_requests_cannot_hold_the_same_minutes(ready: UnitOfWorkFactory) -> None:
    ask(ready, HALL.id, OFF, ANN, NOW)
    next_day = date(2026, 10, 8)
    with pytest.raises(InputError, match="240 minutes are asked for, 60 are free"):
        ask(ready, HALL.id, NewRequest("r2", "e1", LeaveKind.TOIL, Period(next_day, next_day).interval(ZONE)), ANN, NOW)
    with ready() as unit:
        assert unit.requests.get("r2") is None


@pytest.mark.parametrize("kind", [LeaveKind.ANNUAL, LeaveKind.UNPAID, LeaveKind.UNAVAILABLE])
def test_leave_and_availability_need_no_minutes(ready: UnitOfWorkFactory, kind: LeaveKind) -> None:
    hours = replace(OFF, kind=kind, span=replace(OFF.span, end=OFF.span.start + 7200))
    ask(ready, HALL.id, hours, MANAGER, NOW)
    grant(ready, HALL.id, "r1", MANAGER, NOW)
    assert leave_of(ready)[-1] == Leave("e1", hours.span, kind)
    assert minutes(ready) == (300, 0, 0)


def test_time_off_overlaps_no_other_time_off(ready: UnitOfWorkFactory) -> None:
    ask(ready, HALL.id, OFF, ANN, NOW)
    for span, what in ((OFF.span, "request r1"), (STAFF.leave[0].span, r"leave \(toil\)")):
        with pytest.raises(InputError, match=f"overlaps {what} from 2026-"):
            ask(ready, HALL.id, NewRequest("r2", "e1", LeaveKind.ANNUAL, span), ANN, NOW)
    backwards = replace(OFF.span, start=OFF.span.end + 60)
    with pytest.raises(InputError, match="ends before it starts"):
        ask(ready, HALL.id, NewRequest("r2", "e1", LeaveKind.ANNUAL, backwards), ANN, NOW)
    with pytest.raises(InputError, match="there is a request of this id already"):
        ask(ready, HALL.id, NewRequest("r1", "e2", LeaveKind.ANNUAL, OFF.span), ZOE, NOW)


def test_staff_act_for_themselves_and_managers_answer(ready: UnitOfWorkFactory) -> None:
    with pytest.raises(AccessError, match="Only e1 or a manager"):
        ask(ready, HALL.id, OFF, ZOE, NOW)
    ask(ready, HALL.id, OFF, ANN, NOW)
    with pytest.raises(AccessError, match="Only e1 or a manager"):
        cancel(ready, HALL.id, "r1", ZOE, NOW)
    for answer in (
        lambda: grant(ready, HALL.id, "r1", ANN, NOW),
        lambda: refuse(ready, HALL.id, "r1", ANN, NOW, "no"),
    ):
        with pytest.raises(AccessError, match="Only a manager"):
            answer()


def test_unknown_halls_people_and_requests_are_named(ready: UnitOfWorkFactory) -> None:
    with pytest.raises(InputError, match="there is no hall 'x'; known: queen-st"):
        ask(ready, "x", OFF, ANN, NOW)
    with pytest.raises(InputError, match="employee e9: is not on the staff list of hall queen-st"):
        ask(ready, HALL.id, replace(OFF, employee="e9"), MANAGER, NOW)
    with pytest.raises(InputError, match="request r9: there is no such request"):
        grant(ready, HALL.id, "r9", MANAGER, NOW)


def test_of_two_who_answer_at_once_the_second_must_reload(ready: UnitOfWorkFactory) -> None:
    asked = ask(ready, HALL.id, OFF, ANN, NOW)
    grant(ready, HALL.id, "r1", MANAGER, NOW)
    with ready() as unit, pytest.raises(StorageError, match="Reload it"):
        unit.requests.add_step(asked, RequestStep(RequestAct.REFUSE, "m2", NOW, "no"))
    with ready() as unit, pytest.raises(InputError, match="there is no such request"):
        unit.requests.add_step(replace(asked, id="r9"), RequestStep(RequestAct.REFUSE, "m2", NOW, "no"))
    with ready() as unit, pytest.raises(InputError, match="employee e9 is on no staff list"):
        unit.requests.add(replace(asked, id="r9", employee="e9"))


def test_requests_are_never_changed_or_removed(ready: UnitOfWorkFactory, url: str) -> None:
    ask(ready, HALL.id, OFF, ANN, NOW)
    for statement in ("UPDATE time_off_step SET act = 'grant'", "DELETE FROM time_off_request"):
        with pytest.raises(Exception, match="append-only"):
            run_sql(url, statement)


def test_the_ledger_of_a_request_is_whole(ready: UnitOfWorkFactory) -> None:
    ask(ready, HALL.id, OFF, ANN, NOW)
    with ready() as unit:
        ledger = ToilLedger("e1", unit.journal.lots("e1"), unit.journal.entries("e1"))
    assert dict(ledger.standing_minutes(ToilAccount.HELD)) == {LOT.id: 240}
