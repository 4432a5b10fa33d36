"""Which halls are near enough to lend people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shiftbid.services import neighbour_halls
from shiftbid.services.neighbour_halls import are_neighbours, neighbour_spans
from shiftbid.services.ports import UnitOfWorkFactory
from tests.storage.example_publications import FIRST, HALL
from tests.unit.services.test_published_plan import OTHER, SAME, SECOND, publish, units, week

__all__ = ["units"]


def test_halls_of_one_country_and_zone_are_neighbours() -> None:
    assert are_neighbours(HALL, SAME)
    assert not are_neighbours(HALL, HALL)
    assert not are_neighbours(HALL, OTHER)
    assert not are_neighbours(HALL, replace(SAME, zone="Pacific/Chatham"))


def test_neighbours_that_planned_the_period_are_read(units: UnitOfWorkFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    late, further = replace(HALL, id="late"), replace(HALL, id="further")
    for hall in (HALL, SAME, OTHER, further):
        publish(units, hall, [week(FIRST)])
    publish(units, late, [week(SECOND)])
    with units() as unit:
        assert {each.publication.hall.id for each in neighbour_spans(unit, HALL, week(FIRST))} == {"further", "nearby"}
        monkeypatch.setattr(neighbour_halls, "MOST_NEIGHBOURS", 1)
        assert len(neighbour_spans(unit, HALL, week(FIRST))) == 1
