"""Halls are kept as they were given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import OpeningHours
from shiftbid.services.ports import UnitOfWorkFactory
from tests.storage.example_publications import CLOSES_FIRST, HALL, STAFF
from tests.storage.raw_sql import query

SECOND = replace(
    HALL, id="a-first", subdivision=None, opening=OpeningHours((None,) * 7), promise=replace(HALL.promise, level=1.0)
)


def test_halls_come_back_equal_in_order_of_id(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        assert unit.halls.all() == ()
        unit.halls.add(HALL)
        unit.halls.add(SECOND)
        unit.commit()
    with units() as unit:
        assert unit.halls.get(HALL.id) == HALL
        assert unit.halls.get("nowhere") is None
        assert unit.halls.all() == (SECOND, HALL)


def test_an_id_is_given_once(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        unit.halls.add(HALL)
        with pytest.raises(InputError, match="is there already"):
            unit.halls.add(HALL)


def test_changed_details_replace_the_old_ones(units: UnitOfWorkFactory, url: str) -> None:
    changed = replace(HALL, counters=9, opening=OpeningHours.parse("10:00-11:00"))
    with units() as unit:
        unit.halls.add(HALL)
        unit.staff.replace(HALL.id, STAFF)
        unit.halls.change(changed)
        unit.commit()
    with units() as unit:
        assert unit.halls.get(HALL.id) == changed
        assert unit.staff.of_hall(HALL.id) == STAFF
    assert query(url, "SELECT count(*) FROM hall_details")[0][0] == 1


def test_an_unknown_hall_cannot_be_changed(units: UnitOfWorkFactory) -> None:
    with units() as unit, pytest.raises(InputError, match="is not in the database"):
        unit.halls.change(HALL)


def test_impossible_details_are_refused_by_the_database(units: UnitOfWorkFactory) -> None:
    with units() as unit, pytest.raises(InputError, match=r"outside its range.*opens_minute_before"):
        unit.halls.add(replace(HALL, opening=CLOSES_FIRST))
