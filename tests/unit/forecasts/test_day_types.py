"""Kinds of days, and agreement with a Chinese bank's own calendar."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from forecasts import DayNotice, SettingsError
from forecasts.clock import day_number
from forecasts.day_types import classify_days, normal_name

BANK_CALENDAR = Path(__file__).parents[4] / "shared/benchmarks/forecast/cn_daytypes_2018_2020/daytypes.csv"


def test_new_zealand_easter() -> None:
    first = date(2025, 4, 14)
    days = classify_days(day_number(first), 14, "NZ", "AUK", {})
    assert days.weekday[0] == 0
    assert [i for i in range(14) if days.holiday[i]] == [4, 7, 11]  # Good Friday, Easter Monday, Anzac Day
    assert list(days.off_run[4:8]) == [4, 4, 4, 4]
    assert days.near[3]
    assert days.days_to[0] == 4
    assert days.days_since[10] == 3
    assert days.keys[4] == ("Good Friday", 0, False)
    assert days.keys[3] == ("Good Friday", -1, False)
    assert days.keys[6] == ("Easter Monday", -1, True)
    assert not days.special[10]


def test_month_ends_and_working_days_are_counted() -> None:
    days = classify_days(day_number(date(2024, 2, 27)), 5, None, None, {})
    assert list(days.days_to_month_end) == [2, 1, 0, 30, 29]
    assert list(days.working_day_of_month) == [19, 20, 21, 1, 1]


def test_bridge_day() -> None:
    # Waitangi Day 2025 is a Thursday: the Friday after it lies between days off
    days = classify_days(day_number(date(2025, 2, 5)), 3, "NZ", "AUK", {})
    assert list(days.bridge) == [False, False, True]


def test_notices_override_the_calendar() -> None:
    worked, off, feast = date(2027, 2, 20), date(2027, 2, 22), date(2027, 2, 24)
    notices = {worked: DayNotice("working"), off: DayNotice("off"), feast: DayNotice("holiday", "Spring Festival")}
    days = classify_days(day_number(worked), 5, None, None, notices)
    assert list(days.off) == [False, True, True, False, True]
    assert list(days.worked_weekend) == [True, False, False, False, False]
    assert list(days.holiday) == [False, False, False, False, True]
    assert days.keys[4] == ("Spring Festival", 0, False)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Day off (substituted from 02/11/2018)", "Day off"),
        ("休息日（2024-02-04日起取代）", "休息日"),
        ("Anzac Day; Easter Monday", "Anzac Day"),
        ("Christmas Day (observed)", "Christmas Day (observed)"),
    ],
)
def test_names_carry_no_dates(written: str, name: str) -> None:
    assert normal_name(written) == name


def test_unknown_country() -> None:
    with pytest.raises(SettingsError, match="ISO 3166"):
        classify_days(0, 1, "ZZ", None, {})


@pytest.mark.skipif(not BANK_CALENDAR.exists(), reason="needs ../shared/benchmarks/forecast beside the checkout")
def test_china_agrees_with_a_banks_calendar_on_every_day() -> None:
    with BANK_CALENDAR.open(encoding="utf-8") as stream:
        rows = [(date.fromisoformat(row["date"]), row["daytype"]) for row in csv.DictReader(stream)]
    assert len(rows) == 1461
    days = classify_days(day_number(rows[0][0]), len(rows), "CN", None, {})
    disagree = [day for i, (day, kind) in enumerate(rows) if days.off[i] == (kind in ("WN", "WS"))]
    assert disagree == []
    worked = [day for i, (day, kind) in enumerate(rows) if days.worked_weekend[i] != (kind == "WS")]
    assert worked == []
