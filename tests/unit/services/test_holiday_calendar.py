"""Calendars of countries against published calendars and hand-checked days."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from shiftbid.domain.calendar import DayClass
from shiftbid.domain.errors import InputError
from shiftbid.services.holiday_calendar import calendar_for

SATURDAY_SUNDAY = frozenset({5, 6})
BANK_CALENDAR = Path(__file__).parents[3].parent / "shared/benchmarks/forecast/cn_daytypes_2018_2020/daytypes.csv"
WORKING = (DayClass.WORKDAY, DayClass.SWAPPED_WORKDAY)


def china(*years: int):
    return calendar_for("CN", None, years, SATURDAY_SUNDAY)


def test_a_chinese_banks_own_calendar_of_four_years_agrees_on_every_day():
    if not BANK_CALENDAR.exists():
        pytest.skip(f"needs the bank's calendar at {BANK_CALENDAR}")
    with BANK_CALENDAR.open(encoding="utf-8", newline="") as stream:
        rows = [(date.fromisoformat(row["date"]), row["daytype"]) for row in csv.DictReader(stream)]
    calendar = china(2018, 2019, 2020, 2021)
    assert len(rows) == 1461
    wrong = [day for day, kind in rows if (calendar.class_of(day) in WORKING) != (kind in ("WN", "WS"))]
    assert wrong == []
    assert {day for day, kind in rows if kind == "WS"} == {
        day for day, kind in calendar.special.items() if kind is DayClass.SWAPPED_WORKDAY
    }


def test_china_2026_has_thirteen_statutory_days_and_its_announced_exchanges():
    calendar = china(2026)
    by_class = {
        kind: sorted(f"{day:%m-%d}" for day, each in calendar.special.items() if each is kind) for kind in DayClass
    }
    assert by_class[DayClass.HOLIDAY] == [
        "01-01",
        *("02-16", "02-17", "02-18", "02-19"),
        "04-05",
        *("05-01", "05-02"),
        "06-19",
        "09-25",
        *("10-01", "10-02", "10-03"),
    ]
    assert by_class[DayClass.REST_DAY] == ["04-06", "05-04", "10-05"]
    assert by_class[DayClass.SWAPPED_DAY_OFF] == ["01-02", "02-20", "02-23", "05-05", "10-06", "10-07"]
    assert by_class[DayClass.SWAPPED_WORKDAY] == ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]
    assert calendar.projected_years == frozenset()


def test_chinas_next_year_is_marked_as_projected_and_has_no_exchanges():
    calendar = china(2026, 2027)
    assert calendar.projected_years == {2027}
    classes_2027 = {kind for day, kind in calendar.special.items() if day.year == 2027}
    assert classes_2027 == {DayClass.HOLIDAY, DayClass.REST_DAY}


def test_days_that_extended_the_spring_festival_of_2020_are_rest_days_not_statutory_holidays():
    calendar = china(2020)
    assert [calendar.class_of(date(2020, 1, 31)), calendar.class_of(date(2020, 2, 1))] == [DayClass.REST_DAY] * 2
    assert date(2020, 1, 31) not in calendar.names


def test_the_weekend_inside_an_official_break_stays_an_ordinary_rest_day():
    assert china(2026).class_of(date(2026, 2, 15)) is DayClass.REST_DAY


def test_only_the_years_asked_for_are_classified():
    assert {day.year for day in china(2019).special} == {2019}


def test_a_saturday_holiday_and_the_monday_on_which_it_is_observed_are_both_holidays():
    calendar = calendar_for("NZ", "AUK", [2026], SATURDAY_SUNDAY)
    assert date(2026, 4, 25).weekday() == 5
    assert calendar.is_holiday(date(2026, 4, 25))
    assert calendar.is_holiday(date(2026, 4, 27))
    assert calendar.is_holiday(date(2026, 1, 26))
    assert "Auckland" in calendar.names[date(2026, 1, 26)]
    assert calendar.projected_years == frozenset()


def test_exchanged_days_are_told_apart_outside_china_too():
    calendar = calendar_for("HU", None, [2024], SATURDAY_SUNDAY)
    assert calendar.class_of(date(2024, 8, 19)) is DayClass.SWAPPED_DAY_OFF
    assert calendar.class_of(date(2024, 8, 3)) is DayClass.SWAPPED_WORKDAY
    assert calendar.class_of(date(2024, 8, 20)) is DayClass.HOLIDAY


def test_names_do_not_follow_the_language_of_the_machine(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LANGUAGE", "en_US")
    assert china(2026).names[date(2026, 10, 1)] == "国庆节"


@pytest.mark.parametrize(
    ("country", "subdivision", "said"),
    [("XX", None, "no holidays"), ("NZ", "ZZZ", "AUK"), ("JP", "13", "no subdivisions")],
)
def test_an_unknown_place_is_named_with_what_there_is(country: str, subdivision: str | None, said: str):
    with pytest.raises(InputError, match=said):
        calendar_for(country, subdivision, [2026], SATURDAY_SUNDAY)
