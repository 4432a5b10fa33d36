"""Counts are added once and read by span."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shiftbid.domain.demand import FootfallCount
from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import Interval
from shiftbid.services.ports import UnitOfWorkFactory
from tests.storage.example_publications import FIRST, HALL, hours

HOURS = hours(FIRST, 4)
COUNTS = tuple(
    FootfallCount(HALL.id, hour, customer_class, None if n == 2 else n + 0.5)
    for n, hour in enumerate(HOURS)
    for customer_class in ("regular", "vip")
)


def test_counts_are_read_by_the_start_of_their_hour(staffed: UnitOfWorkFactory) -> None:
    with staffed() as unit:
        unit.footfall.append(tuple(reversed(COUNTS)))
        unit.commit()
    with staffed() as unit:
        assert unit.footfall.of_hall(HALL.id, Interval(HOURS[0].start, HOURS[-1].end)) == COUNTS
        assert unit.footfall.of_hall(HALL.id, Interval(HOURS[1].start, HOURS[3].start)) == COUNTS[2:6]
        assert unit.footfall.of_hall(HALL.id, Interval(HOURS[0].start + 1, HOURS[1].start)) == ()
        assert unit.footfall.of_hall("nowhere", Interval(0, HOURS[-1].end)) == ()


def test_no_counts_change_nothing(staffed: UnitOfWorkFactory) -> None:
    with staffed() as unit:
        unit.footfall.append(())
        assert unit.footfall.of_hall(HALL.id, Interval(0, HOURS[-1].end)) == ()


def test_hours_counted_already_or_given_twice_are_all_named(staffed: UnitOfWorkFactory) -> None:
    with staffed() as unit:
        unit.footfall.append(COUNTS[:2])
        unit.commit()
    with staffed() as unit, pytest.raises(InputError) as caught:
        unit.footfall.append((COUNTS[1], COUNTS[4], replace(COUNTS[4], count=9.0), COUNTS[6]))
    assert [str(problem) for problem in caught.value.problems] == [
        "2026-09-21T00:00+12:00, class vip: counted already",
        "2026-09-21T02:00+12:00, class regular: given twice",
    ]


def test_a_long_list_of_doubled_hours_is_cut(staffed: UnitOfWorkFactory) -> None:
    many = [FootfallCount(HALL.id, hour, "vip", 1.0) for hour in hours(FIRST, 60)]
    with staffed() as unit, pytest.raises(InputError, match="and 10 more hours"):
        unit.footfall.append(many + many)


def test_an_unknown_hall_is_refused(units: UnitOfWorkFactory) -> None:
    with units() as unit, pytest.raises(InputError, match="hall queen-st: is not in the database"):
        unit.footfall.append(COUNTS)


def test_a_negative_count_is_refused_by_the_database(staffed: UnitOfWorkFactory) -> None:
    with staffed() as unit, pytest.raises(InputError, match="outside its range"):
        unit.footfall.append((replace(COUNTS[0], count=-1.0),))
