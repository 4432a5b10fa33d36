"""What a plan looks back on, read from a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.domain.timeline import Period
from shiftbid.services.planning import _inputs
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.publication import WorkedShift
from shiftbid.storage.database import Database
from shiftbid.storage.schema import init
from tests.storage.example_publications import (
    CALENDAR,
    FIRST,
    HALL,
    SETTINGS,
    STAFF,
    TEMPLATE,
    ZONE,
    small_publication,
)

WEEK = Period.of_weeks(FIRST, 1)
NEXT = Period.of_weeks(FIRST + timedelta(days=7), 1)
CLOCKED = dated(ShiftTemplate("worked", 540, 1000), HALL.id, FIRST, ZONE)


@pytest.fixture
def units(tmp_path: Path) -> UnitOfWorkFactory:
    """A published week in which e1 and e2 work on its first and second day."""
    url = f"sqlite:///{tmp_path / 'hall.sqlite'}"
    init(url)
    taken = tuple(
        Assignment(who, dated(TEMPLATE, HALL.id, FIRST + timedelta(days=n), ZONE))
        for who in ("e1", "e2")
        for n in range(2)
    )
    small = small_publication()
    week = replace(small, roster=replace(small.roster, period=WEEK, assignments=taken), lots=(), journal=())
    database = Database(url)
    with database.unit_of_work() as unit:
        unit.halls.add(HALL)
        unit.staff.replace(HALL.id, replace(STAFF, worked=(WorkedShift("e2", CLOCKED),)))
        unit.publications.publish(week, CALENDAR, SETTINGS)
        unit.commit()
    return database.unit_of_work


def test_clocked_days_take_the_place_of_the_roster_and_others_count_as_planned(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        worked = _inputs(unit, HALL.id, NEXT).staff.worked
    assert sorted((each.employee, each.shift.day - FIRST, each.shift.template) for each in worked) == [
        ("e1", timedelta(1), "early"),
        ("e2", timedelta(0), "worked"),
        ("e2", timedelta(1), "early"),
    ]
