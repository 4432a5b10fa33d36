"""Day classes: what the weekday says, and what a special day says instead."""

from __future__ import annotations

from datetime import date

from shiftbid.domain.calendar import Calendar, DayClass

SATURDAY, SUNDAY, MONDAY = date(2026, 2, 14), date(2026, 2, 15), date(2026, 2, 16)


def test_weekday_settles_an_ordinary_day() -> None:
    classes = [Calendar({}).class_of(day) for day in (SATURDAY, SUNDAY, MONDAY)]
    assert classes == [DayClass.REST_DAY, DayClass.REST_DAY, DayClass.WORKDAY]
    assert Calendar({}, weekly_rest_days=frozenset({0})).class_of(MONDAY) is DayClass.REST_DAY


def test_special_day_comes_before_the_weekday() -> None:
    calendar = Calendar({SATURDAY: DayClass.SWAPPED_WORKDAY, MONDAY: DayClass.HOLIDAY})
    assert calendar.class_of(SATURDAY) is DayClass.SWAPPED_WORKDAY
    assert [calendar.is_holiday(day) for day in (SATURDAY, SUNDAY, MONDAY)] == [False, False, True]
