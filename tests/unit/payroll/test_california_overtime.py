from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shiftbid.payroll.california_overtime import CaliforniaOvertime, california_overtime, premium_minutes
from shiftbid.payroll.hour_class import HourClass
from shiftbid.rules.pay_book import load_pay

MON = date(2026, 3, 2)
PAY = load_pay("US-CA", MON)
LIMITS = CaliforniaOvertime.of(PAY)


def _week(*minutes: int) -> dict[date, int]:
    return {MON + timedelta(days=number): each for number, each in enumerate(minutes) if each}


@pytest.mark.parametrize(
    ("week", "normal", "half_again", "double"),
    [
        (_week(480), 480, 0, 0),
        (_week(481), 480, 1, 0),
        (_week(720), 480, 240, 0),
        (_week(721), 480, 240, 1),
        (_week(780), 480, 240, 60),
        (_week(480, 480, 480, 480, 480), 2400, 0, 0),
        # Ten hours on five days: ten hours of daily overtime, and none of them again above forty.
        (_week(600, 600, 600, 600, 600), 2400, 600, 0),
        (_week(480, 480, 480, 480, 480, 60), 2400, 60, 0),
        (_week(600, 480, 480, 480, 480, 300), 2400, 420, 0),
        # The seventh day pays from its first minute, and its hours are not among the forty.
        (_week(300, 300, 300, 300, 300, 300, 480), 1800, 480, 0),
        (_week(300, 300, 300, 300, 300, 300, 481), 1800, 480, 1),
        (_week(480, 480, 480, 480, 480, 480, 600), 2400, 960, 120),
        # Six days with the last weekday worked are no seven days.
        (_week(300, 300, 300, 0, 300, 300, 300), 1800, 0, 0),
        ({}, 0, 0, 0),
    ],
)
def test_day_week_and_seventh_day(week: dict[date, int], normal: int, half_again: int, double: int) -> None:
    assert california_overtime([week], LIMITS) == {
        HourClass.NORMAL: normal,
        HourClass.HALF_AGAIN: half_again,
        HourClass.DOUBLE: double,
    }


def test_weeks_are_not_averaged() -> None:
    weeks = [_week(480, 480, 480, 480, 480, 480), _week(480)]
    assert california_overtime(weeks, LIMITS)[HourClass.HALF_AGAIN] == 480


@given(st.lists(st.integers(0, 1440), min_size=7, max_size=7))
def test_every_minute_is_paid_once_and_never_below_the_federal_floor(minutes: list[int]) -> None:
    split = california_overtime([_week(*minutes)], LIMITS)
    assert sum(split.values()) == sum(minutes)
    assert split[HourClass.NORMAL] <= 2400


def test_one_premium_a_day_for_meals_and_one_for_rests() -> None:
    days = frozenset({MON, MON + timedelta(days=1)})
    for meals, rests in ((days, frozenset({MON})), (frozenset[date](), days)):
        assert premium_minutes(meals, rests, PAY["CA-MEAL-PREMIUM"]) == {
            HourClass.MEAL_PREMIUM: 60 * len(meals),
            HourClass.REST_PREMIUM: 60 * len(rests),
        }
