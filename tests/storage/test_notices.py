"""Notices replace what was known of their years; a place's own goes before its country's."""

from __future__ import annotations

from datetime import date

from shiftbid.domain.calendar import DayClass, NoticeDay
from shiftbid.services.ports import UnitOfWorkFactory

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
