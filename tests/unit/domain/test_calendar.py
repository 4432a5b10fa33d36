"""Day classes: what the weekday says, and what a special day says instead."""

from __future__ import annotations

from datetime import date

from shiftbid.domain.calendar import Calendar, DayClass, NoticeDay, announced

SATURDAY, SUNDAY, MONDAY = date(2026, 2, 14), date(2026, 2, 15), date(2026, 2, 16)


def test_weekday_settles_an_ordinary_day() -> None:
    classes = [Calendar({}).class_of(day) for day in (SATURDAY, SUNDAY, MONDAY)]
    assert classes == [DayClass.REST_DAY, DayClass.REST_DAY, DayClass.WORKDAY]
    assert Calendar({}, weekly_rest_days=frozenset({0})).class_of(MONDAY) is DayClass.REST_DAY


def test_special_day_comes_before_the_weekday() -> None:
    calendar = Calendar({SATURDAY: DayClass.SWAPPED_WORKDAY, MONDAY: DayClass.HOLIDAY})
    assert calendar.class_of(SATURDAY) is DayClass.SWAPPED_WORKDAY
    assert [calendar.is_holiday(day) for day in (SATURDAY, SUNDAY, MONDAY)] == [False, False, True]


COMPUTED = Calendar(
    special={
        date(2026, 1, 1): DayClass.HOLIDAY,
        date(2027, 1, 1): DayClass.HOLIDAY,
        date(2027, 2, 9): DayClass.REST_DAY,
    },
    names={date(2026, 1, 1): "元旦", date(2027, 1, 1): "元旦", date(2027, 2, 9): "补假"},
    projected_years=frozenset({2027, 2028}),
)
NOTICE = (
    NoticeDay(date(2027, 2, 14), DayClass.SWAPPED_WORKDAY, "ignored"),
    NoticeDay(date(2027, 1, 2), DayClass.HOLIDAY, "New Year"),
)


def test_a_notice_settles_its_years_and_leaves_the_others() -> None:
    calendar = announced(COMPUTED, NOTICE)
    assert dict(calendar.special) == {
        date(2026, 1, 1): DayClass.HOLIDAY,
        date(2027, 1, 2): DayClass.HOLIDAY,
        date(2027, 2, 14): DayClass.SWAPPED_WORKDAY,
    }
    assert dict(calendar.names) == {date(2026, 1, 1): "元旦", date(2027, 1, 2): "New Year"}
    assert calendar.projected_years == {2028}
    assert calendar.class_of(date(2027, 2, 9)) is DayClass.WORKDAY


def test_without_a_notice_nothing_changes() -> None:
    assert announced(COMPUTED, ()) == COMPUTED
