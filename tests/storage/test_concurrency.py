"""Of two who change the same thing at once, one wins and the other is told."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from shiftbid.domain.errors import InputError, ShiftbidError, StorageError
from shiftbid.services.ports import CHAIN_START, UnitOfWork, UnitOfWorkFactory
from tests.storage.example_publications import (
    CALENDAR,
    HALL,
    LOT,
    OPENING,
    PERIOD,
    SETTINGS,
    STAFF,
    small_publication,
    taking,
)

Change = Callable[[UnitOfWork], None]


def at_once(units: UnitOfWorkFactory, *changes: Change) -> list[ShiftbidError]:
    """Run each change in a thread and unit of work of its own, all begun before any writes; give the refusals."""
    begun = threading.Barrier(len(changes))

    def run(change: Change) -> ShiftbidError | None:
        try:
            with units() as unit:
                unit.publications.version(HALL.id, PERIOD)
                begun.wait(timeout=60)
                change(unit)
                unit.commit()
        except ShiftbidError as error:
            return error
        return None

    with ThreadPoolExecutor(len(changes)) as threads:
        return [error for error in threads.map(run, changes) if error is not None]


def publish(unit: UnitOfWork) -> None:
    unit.publications.publish(small_publication(), CALENDAR, SETTINGS)


def take_100_minutes(name: str) -> Change:
    return lambda unit: unit.journal.append((), (taking(name, 100),))


@pytest.fixture
def opened(staffed: UnitOfWorkFactory) -> UnitOfWorkFactory:
    with staffed() as unit:
        unit.journal.append((LOT,), (OPENING,))
        unit.commit()
    return staffed


def test_of_two_publications_one_wins(staffed: UnitOfWorkFactory) -> None:
    refusals = at_once(staffed, publish, publish)
    assert [type(error) for error in refusals] == [StorageError]
    assert "must reload" in str(refusals[0])
    with staffed() as unit:
        assert unit.publications.latest(HALL.id, PERIOD) == small_publication()
        assert unit.publications.version(HALL.id, PERIOD) == 1


def test_of_two_takings_from_one_lot_one_wins(opened: UnitOfWorkFactory) -> None:
    refusals = at_once(opened, take_100_minutes("use/1"), take_100_minutes("use/2"))
    assert [type(error) for error in refusals] == [InputError]
    assert "holds 20 minutes: 100 cannot be taken" in str(refusals[0])
    with opened() as unit:
        assert len(unit.journal.entries("e1")) == 2


def test_of_two_records_behind_one_head_one_wins(units: UnitOfWorkFactory) -> None:
    def add(name: str) -> Change:
        return lambda unit: unit.records.append(name, "a" * 64, CHAIN_START) and None

    refusals = at_once(units, add("one"), add("two"))
    assert [type(error) for error in refusals] == [StorageError]
    assert "eload" in str(refusals[0])
    with units() as unit:
        assert len(unit.records.all()) == 1


def test_two_who_change_different_things_both_succeed(opened: UnitOfWorkFactory) -> None:
    other = replace(HALL, id="other")
    assert at_once(opened, lambda unit: unit.halls.add(other), take_100_minutes("use/1"), publish) == []
    with opened() as unit:
        assert unit.halls.get("other") == other
        assert len(unit.journal.entries("e1")) == 2
        assert unit.publications.version(HALL.id, PERIOD) == 1


def test_a_reader_is_not_held_up_by_a_writer(staffed: UnitOfWorkFactory) -> None:
    with staffed() as writer:
        publish(writer)
        with staffed() as reader:
            assert reader.publications.version(HALL.id, PERIOD) == 0
            assert reader.staff.of_hall(HALL.id) == STAFF
        writer.commit()
    with staffed() as reader:
        assert reader.publications.version(HALL.id, PERIOD) == 1


def test_one_who_was_told_reloads_and_succeeds(opened: UnitOfWorkFactory) -> None:
    at_once(opened, take_100_minutes("use/1"), take_100_minutes("use/2"))
    with opened() as unit:
        unit.journal.append((), (taking("use/3", 20),))
        unit.commit()
