from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from shiftbid.domain.schedule_notice import ScheduleChange
from shiftbid.payroll.predictability_pay import chicago_pay, new_york_fast_food_cents, oregon_pay, seattle_pay
from shiftbid.rules.pay_book import load_pay

ON = date(2026, 3, 2)
DAY = 1440


def _change(notice: int = DAY, *, added: int = 0, moved: int = 0, cancelled: int = 0) -> ScheduleChange:
    return ScheduleChange("c", notice, added, moved, cancelled)


@pytest.mark.parametrize(
    ("change", "minutes"),
    [
        (_change(added=30), 0),
        (_change(added=31), 60),
        (_change(added=480), 60),
        (_change(moved=30), 0),
        (_change(moved=31), 60),
        (_change(cancelled=30), 0),
        (_change(cancelled=31), Fraction(31, 2)),
        (_change(cancelled=480), 240),
        (_change(14 * DAY, added=480), 0),
        (_change(14 * DAY - 1, added=480), 60),
    ],
)
def test_oregon(change: ScheduleChange, minutes: int) -> None:
    assert oregon_pay(change, load_pay("US-OR", ON)).minutes == minutes


@pytest.mark.parametrize(
    ("change", "minutes"),
    [
        (_change(0, cancelled=180), 90),
        (_change(added=1), 60),
        (_change(moved=60), 60),
        (_change(), 0),
        (_change(14 * DAY, cancelled=180), 0),
    ],
)
def test_seattle(change: ScheduleChange, minutes: int) -> None:
    assert seattle_pay(change, load_pay("US-SEA", ON)).minutes == minutes


@pytest.mark.parametrize(
    ("change", "minutes"),
    [
        (_change(1200, cancelled=480), 240),
        (_change(DAY - 1, cancelled=480), 240),
        (_change(DAY, cancelled=480), 60),
        (_change(1200, added=60), 60),
        (_change(1200, moved=60), 60),
        (_change(14 * DAY - 1, added=60), 60),
        (_change(14 * DAY, added=60), 0),
        (_change(1200), 0),
    ],
)
def test_chicago(change: ScheduleChange, minutes: int) -> None:
    assert chicago_pay(change, load_pay("US-CHI", ON)).minutes == minutes


def test_chicago_asked_for_ten_days_at_first() -> None:
    change = _change(11 * DAY, added=60)
    days = (date(2022, 6, 30), date(2022, 7, 1))
    assert [chicago_pay(change, load_pay("US-CHI", day)).minutes for day in days] == [0, 60]


@pytest.mark.parametrize(
    ("notice", "added", "cut"),
    [
        (14 * DAY, 0, 0),
        (14 * DAY - 1, 1000, 2000),
        (7 * DAY, 1000, 2000),
        (7 * DAY - 1, 1500, 4500),
        (DAY, 1500, 4500),
        (DAY - 1, 1500, 7500),
    ],
)
def test_new_york_fast_food(notice: int, added: int, cut: int) -> None:
    pay = load_pay("US-NYC-FF", ON)
    assert new_york_fast_food_cents(_change(notice, added=60), pay) == added
    assert new_york_fast_food_cents(_change(notice, moved=60), pay) == added
    assert new_york_fast_food_cents(_change(notice, cancelled=60), pay) == cut
    assert new_york_fast_food_cents(_change(notice), pay) == 0
