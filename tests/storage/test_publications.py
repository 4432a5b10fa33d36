"""Publications come back exactly as they were published."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.demand import FootfallCount
from shiftbid.domain.errors import BugError, InputError, StorageError
from shiftbid.domain.timeline import Period
from shiftbid.services.ports import PublicationContext, StaffList, UnitOfWorkFactory
from shiftbid.services.publication import HallPublication
from tests.storage.example_publications import (
    CALENDAR,
    FIRST,
    HALL,
    PERIOD,
    SETTINGS,
    STAFF,
    hours,
    large_publication,
    small_publication,
)


def publish(units: UnitOfWorkFactory, publication: HallPublication) -> None:
    with units() as unit:
        unit.publications.publish(publication, CALENDAR, SETTINGS)
        unit.commit()


@pytest.mark.parametrize("make", [small_publication, large_publication])
def test_a_publication_comes_back_equal(staffed: UnitOfWorkFactory, make: Callable[[], HallPublication]) -> None:
    publish(staffed, make())
    with staffed() as unit:
        assert unit.publications.latest(HALL.id, PERIOD) == make()
        assert unit.publications.context(HALL.id, PERIOD, 1) == PublicationContext(CALENDAR, SETTINGS)


def test_a_publication_with_nothing_in_it_comes_back_equal(units: UnitOfWorkFactory) -> None:
    small = small_publication()
    lists = ("employees", "leave", "consents", "worked", "history", "forecast", "demand", "menus", "findings", "facts")
    empty = replace(
        small,
        **dict.fromkeys((*lists, "certificate", "lots", "journal", "pay_lines"), ()),
        roster=replace(small.roster, assignments=()),
        election={},
        bidding_round={},
    )
    with units() as unit:
        unit.halls.add(HALL)
        unit.publications.publish(empty, Calendar({}), {})
        assert unit.publications.latest(HALL.id, PERIOD) == empty
        assert unit.publications.context(HALL.id, PERIOD, 1) == PublicationContext(Calendar({}), {})


def test_before_the_first_publication_there_is_none(staffed: UnitOfWorkFactory) -> None:
    with staffed() as unit:
        assert unit.publications.version(HALL.id, PERIOD) == 0
        assert unit.publications.latest(HALL.id, PERIOD) is None
        assert unit.publications.get(HALL.id, PERIOD, 1) is None
        assert unit.publications.context(HALL.id, PERIOD, 1) is None
        assert unit.publications.periods(HALL.id) == ()


def test_every_publication_is_a_version_and_earlier_ones_stay(staffed: UnitOfWorkFactory) -> None:
    first, second = small_publication(1), replace(small_publication(2), findings=(), adopted_menu="m0")
    publish(staffed, first)
    publish(staffed, second)
    with staffed() as unit:
        assert unit.publications.version(HALL.id, PERIOD) == 2
        assert unit.publications.latest(HALL.id, PERIOD) == second
        assert unit.publications.get(HALL.id, PERIOD, 1) == first


@pytest.mark.parametrize("version", [1, 3])
def test_a_plan_begun_on_another_version_is_refused(staffed: UnitOfWorkFactory, version: int) -> None:
    publish(staffed, small_publication(1))
    with staffed() as unit, pytest.raises(StorageError, match=r"version 1 is the latest.*must reload"):
        unit.publications.publish(small_publication(version), CALENDAR, SETTINGS)


def test_a_publication_keeps_the_hall_and_staff_it_was_made_with(staffed: UnitOfWorkFactory) -> None:
    publish(staffed, small_publication())
    with staffed() as unit:
        unit.halls.change(replace(HALL, name="Elsewhere", counters=HALL.counters + 1))
        unit.staff.replace(HALL.id, StaffList())
        unit.commit()
    with staffed() as unit:
        assert unit.publications.latest(HALL.id, PERIOD) == small_publication()
        assert unit.halls.get(HALL.id) == replace(HALL, name="Elsewhere", counters=HALL.counters + 1)
        assert unit.staff.of_hall(HALL.id) == StaffList()


def test_publishing_other_staff_leaves_the_present_staff_list_alone(staffed: UnitOfWorkFactory) -> None:
    publish(staffed, replace(small_publication(), consents=()))
    with staffed() as unit:
        assert unit.staff.of_hall(HALL.id) == STAFF
        published = unit.publications.latest(HALL.id, PERIOD)
    assert published is not None
    assert published.consents == ()


def test_periods_are_listed_once_and_in_order(staffed: UnitOfWorkFactory) -> None:
    later = Period.of_weeks(PERIOD.last, 2)
    small = small_publication()
    publish(staffed, replace(small, roster=replace(small.roster, period=later)))
    publish(staffed, small)
    publish(staffed, small_publication(2))
    with staffed() as unit:
        assert unit.publications.periods(HALL.id) == (PERIOD, later)
        assert unit.publications.version(HALL.id, later) == 1


def test_publications_share_the_pages_of_history_that_did_not_change(staffed: UnitOfWorkFactory, url: str) -> None:
    old = tuple(FootfallCount(HALL.id, hour, "vip", 1.0) for hour in hours(FIRST, 24 * 90))
    corrected = (*old[:-1], replace(old[-1], count=2.0))
    publish(staffed, replace(small_publication(1), history=old))
    publish(staffed, replace(small_publication(2), history=corrected))
    with staffed() as unit:
        assert [unit.publications.get(HALL.id, PERIOD, version) for version in (1, 2)] == [
            replace(small_publication(1), history=old),
            replace(small_publication(2), history=corrected),
        ]
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        stored = connection.scalar(text("SELECT count(*) FROM footfall_page_count"))
    engine.dispose()
    assert len(old) < stored <= len(old) + 24 * 28


def test_an_unknown_hall_is_refused(units: UnitOfWorkFactory) -> None:
    with units() as unit, pytest.raises(InputError, match=r"hall queen-st: is not in the database: add it first"):
        unit.publications.publish(small_publication(), CALENDAR, SETTINGS)


def test_rows_of_another_hall_are_refused(staffed: UnitOfWorkFactory) -> None:
    small = small_publication()
    foreign = replace(small, demand=(replace(small.demand[0], hall="other"),))
    with staffed() as unit, pytest.raises(BugError, match="holds rows of other"):
        unit.publications.publish(foreign, CALENDAR, SETTINGS)


def test_a_record_that_json_cannot_carry_is_refused(staffed: UnitOfWorkFactory) -> None:
    with staffed() as unit, pytest.raises(BugError, match="JSON cannot carry"):
        unit.publications.publish(small_publication(), CALENDAR, {"seed": 2**60})


def test_what_is_not_committed_never_happened(staffed: UnitOfWorkFactory) -> None:
    with staffed() as unit:
        unit.publications.publish(small_publication(), CALENDAR, SETTINGS)
    with staffed() as unit:
        assert unit.publications.version(HALL.id, PERIOD) == 0


def test_the_roster_of_a_version_is_read_alone(staffed: UnitOfWorkFactory) -> None:
    publish(staffed, small_publication())
    with staffed() as unit:
        assert unit.publications.roster(HALL.id, PERIOD, 1) == small_publication(1).roster
        assert unit.publications.roster(HALL.id, PERIOD, 2) is None
