"""Which publication holds for which day, and what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Hall
from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import dated
from shiftbid.domain.timeline import Period
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.published_plan import published_plan, roster_publication, span_lines
from shiftbid.storage.database import Database
from shiftbid.storage.schema import init
from tests.storage.example_publications import CALENDAR, FIRST, HALL, SETTINGS, STAFF, TEMPLATE, ZONE, small_publication

OTHER = replace(HALL, id="abroad", country="AU", subdivision="VIC")
SAME = replace(HALL, id="nearby")


def week(first: date) -> Period:
    return Period.of_weeks(first, 1)


SECOND = FIRST + timedelta(days=4)
"""The second period begins while the first still runs."""


@pytest.fixture
def units(tmp_path: Path) -> UnitOfWorkFactory:
    url = f"sqlite:///{tmp_path / 'hall.sqlite'}"
    init(url)
    return Database(url).unit_of_work


def publish(units: UnitOfWorkFactory, hall: Hall, periods: Sequence[Period]) -> None:
    """Publish rosters in which e2 works every day, paid by as many minutes as the period's number."""
    small = small_publication()
    people = tuple(replace(each, hall=hall.id, id=f"{hall.id}-{each.id}") for each in STAFF.employees)
    with units() as unit:
        unit.halls.add(hall)
        for number, period in enumerate(periods, start=1):
            taken = tuple(Assignment(people[0].id, dated(TEMPLATE, hall.id, day, ZONE)) for day in period.days)
            lines = tuple(
                PayLine(people[0].id, each.shift.day, hall.id, PayClass.NORMAL, number, "R", each.shift.id)
                for each in taken
            )
            made = replace(
                small,
                hall=hall,
                employees=people,
                **dict.fromkeys(("leave", "consents", "worked", "history", "forecast", "demand", "menus"), ()),
                **dict.fromkeys(("facts", "findings", "certificate", "lots", "journal"), ()),
                roster=replace(small.roster, hall=hall.id, period=period, assignments=taken),
                pay_lines=lines,
            )
            unit.publications.publish(made, CALENDAR, {**SETTINGS, "pack": "HOUSE"})
        unit.commit()


def test_a_day_of_two_publications_belongs_to_the_one_that_starts_later(units: UnitOfWorkFactory) -> None:
    publish(units, HALL, [week(FIRST), week(SECOND)])
    with units() as unit:
        plan = published_plan(unit, HALL.id, Period(FIRST, SECOND + timedelta(days=6)))
    paid = {line.day - FIRST: line.minutes for span in plan.spans for line in span_lines(span)}
    assert paid == {timedelta(n): 1 if n < 4 else 2 for n in range(11)}
    roster = roster_publication(plan).halls[0].roster
    assert [each.shift.day for each in roster.assignments] == list(plan.period.days)
    assert {span.pack for span in plan.spans} == {"HOUSE"}


def test_the_latest_period_is_meant_where_none_is_given_and_only_its_days_are_shown(units: UnitOfWorkFactory) -> None:
    publish(units, HALL, [week(FIRST), week(SECOND)])
    with units() as unit:
        plan = published_plan(unit, None, None)
    assert plan.period == week(SECOND)
    assert [each.shift.day for each in roster_publication(plan).halls[0].roster.assignments] == list(week(SECOND).days)


def test_every_gap_of_every_hall_is_named(units: UnitOfWorkFactory) -> None:
    publish(units, HALL, [week(FIRST), week(FIRST + timedelta(days=8))])
    publish(units, SAME, [week(FIRST)])
    with units() as unit, pytest.raises(InputError) as caught:
        published_plan(unit, None, Period(FIRST, FIRST + timedelta(days=16)))
    assert [str(problem).partition(";")[0] for problem in caught.value.problems] == [
        "hall nearby has no published roster for 2026-09-28 to 2026-10-07",
        "hall queen-st has no published roster for 2026-09-28",
        "hall queen-st has no published roster for 2026-10-06 to 2026-10-07",
    ]


def test_halls_with_other_latest_periods_or_other_holidays_are_exported_one_by_one(units: UnitOfWorkFactory) -> None:
    publish(units, HALL, [week(FIRST)])
    publish(units, OTHER, [week(SECOND)])
    with units() as unit:
        with pytest.raises(InputError, match=r"2026-09-21/2026-09-27, 2026-09-25/2026-10-01\); give one"):
            published_plan(unit, None, None)
        both = published_plan(unit, None, Period(SECOND, FIRST + timedelta(days=6)))
    assert list(both.by_hall) == ["abroad", "queen-st"]
    with pytest.raises(InputError, match="places with different holidays"):
        roster_publication(both)


def test_a_hall_without_a_publication_is_told_from_one_that_is_not_there(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        unit.halls.add(HALL)
        with pytest.raises(InputError, match="hall queen-st does not have one yet"):
            published_plan(unit, HALL.id, None)
        with pytest.raises(InputError, match="'nowhere' is not in the database; it has queen-st"):
            published_plan(unit, "nowhere", None)
