from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from shiftbid.domain.demand import FootfallCount, FootfallSlot
from shiftbid.domain.timeline import Interval, instant
from shiftbid.ui.pages.footfall.presenter import HISTORY_DAYS, FootfallSheet, footfall_sheet
from tests.gui.fake_hall import FIRST, HALL, ZONE, fake_publication

BEFORE = FIRST - timedelta(days=2)  # a Saturday, open from 9 to 19


def hour(day: date, clock: int) -> Interval:
    return Interval(instant(day, clock * 60, ZONE), instant(day, clock * 60 + 60, ZONE))


def expected(day: date, clock: int, mean: float, customer_class: str = "regular") -> FootfallSlot:
    return FootfallSlot(HALL.id, hour(day, clock), customer_class, mean, mean - 1, mean, mean + 2)


def counted(day: date, clock: int, count: float | None, customer_class: str = "regular") -> FootfallCount:
    return FootfallCount(HALL.id, hour(day, clock), customer_class, count)


def sheet_of(history: tuple[FootfallCount, ...], forecast: tuple[FootfallSlot, ...]) -> FootfallSheet:
    return footfall_sheet(replace(fake_publication(weeks=1, people=1), history=history, forecast=forecast))


def test_history_stands_before_the_forecast_on_one_axis() -> None:
    sheet = sheet_of((counted(BEFORE, 9, 5.0), counted(BEFORE, 10, 7.0)), (expected(FIRST, 9, 6.0),))
    assert sheet.forecast_from == 2
    assert [(block.day, block.first, block.end) for block in sheet.days] == [(BEFORE, 0, 2), (FIRST, 2, 3)]
    (series,) = sheet.series
    assert [each.counted for each in series.hours] == [5.0, 7.0, None]
    assert [each.forecast is not None for each in series.hours] == [False, False, True]


def test_shut_hours_take_no_room() -> None:
    sheet = sheet_of((counted(BEFORE, 3, 0.0), counted(BEFORE, 9, 5.0)), (expected(FIRST, 9, 6.0),))
    assert [interval.start for interval in sheet.hours] == [hour(BEFORE, 9).start, hour(FIRST, 9).start]


def test_a_missing_reading_is_no_zero() -> None:
    sheet = sheet_of((counted(BEFORE, 9, None), counted(BEFORE, 10, 0.0)), (expected(FIRST, 9, 6.0),))
    assert [each.counted for each in sheet.series[0].hours[:2]] == [None, 0.0]


def test_only_the_last_weeks_of_history_are_shown() -> None:
    long_ago = BEFORE - timedelta(days=HISTORY_DAYS)
    sheet = sheet_of((counted(long_ago, 9, 1.0), counted(BEFORE, 9, 5.0)), (expected(FIRST, 9, 6.0),))
    assert [block.day for block in sheet.days] == [BEFORE, FIRST]


def test_history_that_ends_long_before_the_forecast_is_shown_all_the_same() -> None:
    old = BEFORE - timedelta(days=700)
    sheet = sheet_of((counted(old, 12, 4.0),), (expected(FIRST, 9, 6.0),))
    assert sheet.days[0].day == old


def test_a_plan_without_history_shows_its_forecast() -> None:
    sheet = sheet_of((), (expected(FIRST, 9, 6.0), expected(FIRST, 10, 8.0)))
    assert (sheet.forecast_from, len(sheet.hours)) == (0, 2)
    assert sheet.series[0].most == 10.0


def test_each_class_has_its_series_and_its_peak() -> None:
    forecast = (expected(FIRST, 9, 6.0), expected(FIRST, 10, 9.0), expected(FIRST, 10, 2.0, "vip"))
    regular, vip = sheet_of((counted(BEFORE, 9, 20.0),), forecast).series
    assert (regular.customer_class, vip.customer_class) == ("regular", "vip")
    assert regular.expected == pytest.approx(15.0)
    assert regular.busiest is forecast[1]
    assert (regular.most, vip.most) == (20.0, 4.0)
    assert vip.hours[1].forecast is None


def test_positions_belong_to_days() -> None:
    sheet = sheet_of((counted(BEFORE, 9, 5.0),), (expected(FIRST, 9, 6.0), expected(FIRST, 10, 6.0)))
    assert [sheet.block_at(position).day for position in range(3)] == [BEFORE, FIRST, FIRST]
    assert sheet.days[1].middle == 2.0
