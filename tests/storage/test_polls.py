"""Votes and bidding rounds in the database: dated by its clock, added to, never changed; races have one winner."""

from __future__ import annotations

import json
import re
from collections.abc import Generator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.account import Role, User
from shiftbid.domain.errors import InputError, StorageError
from shiftbid.domain.poll import Poll, PollAct, PollKind, PollState, StandingWishes
from shiftbid.domain.tie_number import sha256_hex
from shiftbid.domain.timeline import Period
from shiftbid.services.poll_records import boxes_root, poll_records
from shiftbid.services.ports import UnitOfWork, UnitOfWorkFactory
from shiftbid.storage.checking import check
from shiftbid.storage.clock import seconds_now, store_seconds
from shiftbid.storage.database import Database
from shiftbid.storage.engine import open_engine
from shiftbid.storage.tables import METADATA
from tests.storage.at_once import Clock, at_once
from tests.storage.example_publications import HALL, STAFF
from tests.storage.raw_sql import run_sql

OPENED, DEADLINE = 1_000, 2_000
PERIOD = Period(date(2026, 10, 5), date(2026, 11, 1))
VOTE = Poll(PollKind.VOTE, HALL.id, PERIOD, 1, "m", OPENED, DEADLINE, "t", "key", "{}")
SOMEBODY = STAFF.employees[0].id


@pytest.fixture
def clock() -> Clock:
    return Clock(OPENED)


@pytest.fixture
def units(url: str, clock: Clock) -> Generator[UnitOfWorkFactory]:
    """A database with a hall, two accounts and an open vote, on a clock that the test sets."""
    with Database(url, clock) as database:
        with database.unit_of_work() as unit:
            unit.halls.add(HALL)
            unit.staff.replace(HALL.id, STAFF)
            unit.users.add(User("m", "Mere", Role.MANAGER, None, "$"))
            unit.users.add(User("t", "Tama", Role.PAYROLL, None, "$"))
            unit.polls.open(VOTE, "locked")
            unit.commit()
        yield database.unit_of_work


def give(units: UnitOfWorkFactory, box: str) -> int:
    with units() as unit:
        entry = unit.polls.add_entry(VOTE.id, SOMEBODY, "u", box)
        unit.commit()
    return entry.given_at


def chain(unit: UnitOfWork, poll: Poll) -> None:
    path, content = poll_records(poll)[-1]
    unit.records.append(path, sha256_hex(content), unit.records.head())


def close(units: UnitOfWorkFactory) -> Poll:
    with units() as unit:
        poll = unit.polls.hold(VOTE.id)
        content = canonical_json({"boxes_root": boxes_root(unit.polls.entries(VOTE.id))})
        closed = poll.after(unit.polls.add_step(poll, PollAct.CLOSE, "t", content))
        chain(unit, closed)
        unit.commit()
    return closed


def test_a_poll_comes_back_as_it_was_opened(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        assert unit.polls.of_hall(HALL.id) == (VOTE,)
        assert unit.polls.get(VOTE.id) == VOTE
        assert unit.polls.locked_key(VOTE.id) == "locked"
        assert unit.polls.get("no/such") is None
        assert unit.polls.now() == OPENED


def test_later_entries_supersede_and_all_are_kept(units: UnitOfWorkFactory, clock: Clock) -> None:
    assert give(units, "one") == OPENED
    clock.now = DEADLINE - 1
    assert give(units, "two") == DEADLINE - 1
    with units() as unit:
        entries = unit.polls.entries(VOTE.id)
    assert [(each.position, each.box, each.given_at) for each in entries] == [(0, "one", OPENED), (1, "two", 1_999)]


def test_the_store_s_clock_refuses_what_comes_after_the_deadline(units: UnitOfWorkFactory, clock: Clock) -> None:
    clock.now = DEADLINE
    with pytest.raises(InputError, match="has passed; nothing more is taken"):
        give(units, "late")
    with units() as unit:
        assert unit.polls.entries(VOTE.id) == ()


def test_a_poll_is_not_closed_before_its_deadline(units: UnitOfWorkFactory, clock: Clock) -> None:
    clock.now = DEADLINE - 1
    with pytest.raises(InputError, match="close has to wait"):
        close(units)
    clock.now = DEADLINE
    assert close(units).state is PollState.CLOSED
    clock.now = DEADLINE - 1
    with pytest.raises(InputError, match="is closed"):
        give(units, "with the clock put back")


def test_of_two_who_close_the_second_hears_of_the_first(units: UnitOfWorkFactory, clock: Clock) -> None:
    clock.now = DEADLINE
    close(units)
    with units() as unit, pytest.raises(StorageError, match="meanwhile"):
        unit.polls.add_step(VOTE, PollAct.LAPSE, "t", "{}")


def test_a_destroyed_key_is_gone(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        unit.polls.destroy_key(VOTE.id)
        unit.commit()
    with units() as unit:
        assert unit.polls.locked_key(VOTE.id) is None


@pytest.mark.parametrize(
    ("poll", "problem"),
    [
        (replace(VOTE, number=2, trustee="nobody"), "user nobody has no account"),
        (replace(VOTE, number=2, opened_at=10, deadline=OPENED), "does not lie in the future"),
        (replace(VOTE, hall="nowhere"), "is not in the database"),
    ],
)
def test_a_poll_that_cannot_be_is_refused(units: UnitOfWorkFactory, poll: Poll, problem: str) -> None:
    with units() as unit, pytest.raises(InputError, match=problem):
        unit.polls.open(poll, "locked")


@pytest.mark.parametrize(
    ("poll", "employee", "problem"),
    [("no/such", SOMEBODY, "there is none of this name"), (VOTE.id, "ghost", "is on no staff list")],
)
def test_an_entry_names_a_poll_and_a_person(units: UnitOfWorkFactory, poll: str, employee: str, problem: str) -> None:
    with units() as unit, pytest.raises(InputError, match=problem):
        unit.polls.add_entry(poll, employee, "u", "box")


def test_of_polls_opened_at_one_instant_one_stands(units: UnitOfWorkFactory) -> None:
    def open_second() -> str:
        with units() as unit:
            unit.polls.open(replace(VOTE, number=2), "locked")
            unit.commit()
        return "opened"

    outcomes = at_once([open_second] * 4)
    assert outcomes.count("opened") == 1
    assert sum(isinstance(each, StorageError) for each in outcomes) == 3


def test_entries_given_at_one_instant_are_all_kept_in_one_order(units: UnitOfWorkFactory) -> None:
    outcomes = at_once([lambda number=number: give(units, f"box {number}") for number in range(6)])
    assert outcomes == [OPENED] * 6
    with units() as unit:
        entries = unit.polls.entries(VOTE.id)
    assert [each.position for each in entries] == list(range(6))
    assert {each.box for each in entries} == {f"box {number}" for number in range(6)}


def test_entries_and_the_close_at_one_instant_agree_on_what_counts(units: UnitOfWorkFactory, clock: Clock) -> None:
    """Entries race the close while the clock passes the deadline: each counts, or whoever gave it hears otherwise."""
    clock.now, clock.seconds_a_look = DEADLINE - 3, 1

    def close_when_due() -> str:
        while True:
            try:
                close(units)
            except InputError:
                continue
            return "closed"

    outcomes = at_once([close_when_due, *(lambda n=n: give(units, f"box {n}") for n in range(5))])
    assert outcomes[0] == "closed"
    with units() as unit:
        entries = unit.polls.entries(VOTE.id)
        closed = unit.polls.get(VOTE.id)
    taken = [each for each in outcomes[1:] if isinstance(each, int)]
    assert len(entries) == len(taken)
    assert all(moment < DEADLINE for moment in taken)
    assert closed is not None
    content = closed.content_of(PollAct.CLOSE)
    assert content is not None
    assert json.loads(content)["boxes_root"] == boxes_root(entries)


def test_the_store_s_clock_is_right(url: str) -> None:
    engine = open_engine(url)
    with engine.connect() as connection:
        assert abs(store_seconds(connection) - seconds_now()) <= 2
    engine.dispose()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE poll SET paper_json = '[]'", "/open is not what the hash chain says"),
        ("UPDATE poll SET deadline = 2001", "/open is not what the hash chain says"),
        ("UPDATE poll_step SET acted_by = 'm'", "/close is not what the hash chain says"),
        ("UPDATE poll_entry SET box = 'two'", "The boxes of .* are not those"),
    ],
)
def test_a_changed_byte_is_found(
    units: UnitOfWorkFactory, clock: Clock, url: str, backend: str, statement: str, problem: str
) -> None:
    with units() as unit:
        chain(unit, VOTE)
        unit.commit()
    give(units, "one")
    clock.now = DEADLINE
    close(units)
    assert check(url) == []
    table = statement.split()[1]
    if backend == "sqlite":
        run_sql(url, f"DROP TRIGGER {table}_append_only_update")
    else:
        run_sql(url, f"ALTER TABLE {table} DISABLE TRIGGER {table}_append_only")
    run_sql(url, statement)
    faults = check(url)
    if backend == "postgresql":
        run_sql(url, f"ALTER TABLE {table} ENABLE TRIGGER {table}_append_only")
    assert len(faults) == 1
    assert re.search(problem, faults[0])


def test_standing_wishes_count_from_then_on_and_all_are_kept(units: UnitOfWorkFactory, clock: Clock) -> None:
    for moment, wishes in ((OPENED, ("want:off:tue",)), (OPENED + 5, ("like:early", "avoid:late")), (OPENED + 9, ())):
        clock.now = moment
        with units() as unit:
            unit.polls.add_standing(SOMEBODY, "u", wishes)
            unit.commit()
    with units() as unit:
        assert unit.polls.standing_at(OPENED) == {}
        assert unit.polls.standing_at(OPENED + 5)[SOMEBODY] == StandingWishes(SOMEBODY, "u", OPENED, ("want:off:tue",))
        assert unit.polls.standing_at(OPENED + 6)[SOMEBODY].wishes == ("like:early", "avoid:late")
        assert unit.polls.standing_at(OPENED + 10)[SOMEBODY].wishes == ()
        with pytest.raises(InputError, match="is on no staff list"):
            unit.polls.add_standing("ghost", "u", ())


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_destroyed_key_is_not_left_in_the_file(url: str, clock: Clock, units: UnitOfWorkFactory) -> None:
    key = "a key that stands nowhere else"
    with units() as unit:
        unit.polls.open(replace(VOTE, number=2), key)
        unit.commit()
    folder = Path(url.removeprefix("sqlite:///")).parent
    assert key.encode() in b"".join(file.read_bytes() for file in folder.glob("*.db*"))
    with units() as unit:
        unit.polls.destroy_key(replace(VOTE, number=2).id)
        unit.commit()
    Database(url).close()
    assert key.encode() not in b"".join(file.read_bytes() for file in folder.glob("*.db*"))


def test_an_entry_dated_after_the_deadline_is_not_put_in_by_hand(units: UnitOfWorkFactory, url: str) -> None:
    def by_hand(given_at: int) -> str:
        row = {
            "poll_id": VOTE.id,
            "employee_id": SOMEBODY,
            "position": 0,
            "given_by": "m",
            "given_at": given_at,
            "box": "",
        }
        insert = METADATA.tables["poll_entry"].insert().values(**row)
        return str(insert.compile(compile_kwargs={"literal_binds": True}))

    with pytest.raises(IntegrityError, match="before its deadline only"):
        run_sql(url, by_hand(DEADLINE))
    run_sql(url, by_hand(DEADLINE - 1))
