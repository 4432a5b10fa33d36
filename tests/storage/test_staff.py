"""Staff lists are kept as they were given, and faulty ones named."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.staff import EVERYBODY, ConsentKind
from shiftbid.domain.timeline import Interval
from shiftbid.services.ports import StaffList, UnitOfWorkFactory
from tests.storage.example_publications import HALL, STAFF
from tests.storage.raw_sql import query


def test_a_staff_list_comes_back_equal(staffed: UnitOfWorkFactory) -> None:
    with staffed() as unit:
        assert unit.staff.of_hall(HALL.id) == STAFF


def test_a_hall_without_a_staff_list_has_an_empty_one(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        unit.halls.add(HALL)
        assert unit.staff.of_hall(HALL.id) == StaffList()


def test_a_new_list_replaces_the_old_one_wholly(staffed: UnitOfWorkFactory, url: str) -> None:
    shorter = StaffList(STAFF.employees[1:], STAFF.leave[:1])
    with staffed() as unit:
        unit.staff.replace(HALL.id, shorter)
        unit.commit()
    with staffed() as unit:
        assert unit.staff.of_hall(HALL.id) == shorter
    assert query(url, "SELECT count(*) FROM staff_list")[0][0] == 1
    assert query(url, "SELECT count(*) FROM worked_break")[0][0] == 0


def test_a_record_for_everybody_comes_back_equal(staffed: UnitOfWorkFactory) -> None:
    permitted = replace(STAFF, consents=(replace(STAFF.consents[0], employee=EVERYBODY, kind=ConsentKind.AUTHORITY),))
    with staffed() as unit:
        unit.staff.replace(HALL.id, permitted)
        unit.commit()
    with staffed() as unit:
        assert unit.staff.of_hall(HALL.id) == permitted


def test_all_problems_of_a_list_are_named_at_once(staffed: UnitOfWorkFactory) -> None:
    first, second = STAFF.employees
    faulty = StaffList(
        employees=(first, first, replace(second, hall="other")),
        leave=(replace(STAFF.leave[0], employee="ghost"), replace(STAFF.leave[0], span=Interval(5, 5))),
        consents=(
            replace(STAFF.consents[0], last=STAFF.consents[0].first - timedelta(days=1)),
            replace(STAFF.consents[0], employee=EVERYBODY),
        ),
    )
    with staffed() as unit, pytest.raises(InputError) as caught:
        unit.staff.replace(HALL.id, faulty)
    assert [str(problem) for problem in caught.value.problems] == [
        "employee e2 is listed 2 times",
        "employee e1 belongs to hall other, not queen-st",
        "leave names employee ghost, who is not listed",
        "leave of employee e1 ends before it starts",
        "a consent of employee e2 to weekly-hours ends on 2026-09-20, before 2026-09-21",
        "a person's consent to weekly-hours is given for everybody; name the employee",
    ]


def test_an_unknown_hall_is_refused(units: UnitOfWorkFactory) -> None:
    with units() as unit, pytest.raises(InputError, match="hall nowhere: is not in the database"):
        unit.staff.replace("nowhere", StaffList())
