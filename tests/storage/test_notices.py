"""Notices replace what was known of their years; a place's own goes before its country's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from shiftbid.domain.calendar import DayClass, NoticeDay
from shiftbid.domain.hall import Hall
from shiftbid.domain.timeline import instant
from shiftbid.services.hall_settings import hall_settings
from shiftbid.services.ports import UnitOfWorkFactory
from tests.storage.example_publications import CALENDAR, HALL, SETTINGS, small_publication

NEW_YEAR = NoticeDay(date(2027, 1, 1), DayClass.HOLIDAY, "元旦")
WORKED = NoticeDay(date(2027, 2, 14), DayClass.SWAPPED_WORKDAY)
LATER = NoticeDay(date(2028, 1, 1), DayClass.HOLIDAY, "元旦")
OWN = NoticeDay(date(2027, 3, 19), DayClass.HOLIDAY, "San José")


def test_a_notice_takes_the_place_of_its_years_only(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        unit.notices.replace("CN", None, [LATER, NEW_YEAR])
        unit.notices.replace("CN", None, [WORKED])
        unit.notices.replace("ES", None, [NEW_YEAR, LATER])
        unit.notices.replace("ES", "MD", [OWN])
        unit.commit()
    with units() as unit:
        assert unit.notices.of_place("CN", None) == (WORKED, LATER)
        assert unit.notices.of_place("CN", "GD") == (WORKED, LATER)
        assert unit.notices.of_place("ES", "MD") == (OWN, LATER)
        assert unit.notices.of_place("NZ", None) == ()


def test_years_without_a_notice_are_projected_where_a_country_announces_its_days(units: UnitOfWorkFactory) -> None:
    place = replace(HALL, id="nanjing", country="CN", subdivision=None, zone="Asia/Shanghai")
    first = instant(date(2026, 11, 2), 0, place.zone)

    def projected(hall: Hall) -> tuple[int, ...]:
        with units() as unit:
            settings = hall_settings(unit, hall.id, first)
        assert settings is not None
        return settings.projected_years

    with units() as unit:
        for hall in (place, HALL):
            unit.halls.add(hall)
        unit.commit()
    assert (projected(place), projected(HALL)) == ((2027,), ())
    with units() as unit:
        unit.notices.replace("CN", None, [NEW_YEAR])
        unit.commit()
    assert projected(place) == ()


def test_plans_made_on_projected_days_are_named(staffed: UnitOfWorkFactory) -> None:
    published = small_publication()
    period = published.roster.period
    now = instant(period.first, 0, HALL.zone)
    with staffed() as unit:
        certain = hall_settings(unit, HALL.id, now)
        unit.publications.publish(
            published, replace(CALENDAR, projected_years=frozenset({period.first.year})), SETTINGS
        )
        projected = hall_settings(unit, HALL.id, now)
        over = hall_settings(unit, HALL.id, instant(period.last, 0, HALL.zone) + 86_400)
    assert certain is not None
    assert projected is not None
    assert over is not None
    assert (certain.projected_plans, projected.projected_plans, over.projected_plans) == ((), (period,), ())
