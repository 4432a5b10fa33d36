"""Overtime of France by the week, and the rest that replaces it."""

from __future__ import annotations

from datetime import date

import pytest

from shiftbid.payroll.france_overtime import equivalent_rest_minutes, weekly_overtime
from shiftbid.payroll.hour_class import HourClass
from shiftbid.rules.pay_book import load_pay

PAY = load_pay("FR", date(2026, 3, 2))


@pytest.mark.parametrize(
    ("week_minutes", "normal", "plus_25", "plus_50", "rest"),
    [
        ([2099], 2099, 0, 0, 0),
        ([2100], 2100, 0, 0, 0),
        ([2101], 2100, 1, 0, 2),
        ([2580], 2100, 480, 0, 600),
        ([2581], 2100, 480, 1, 602),
        ([2700], 2100, 480, 120, 780),
        ([2700, 1500], 3600, 480, 120, 780),
        ([], 0, 0, 0, 0),
    ],
)
def test_a_week_is_split_after_35_and_43_hours(
    week_minutes: list[int], normal: int, plus_25: int, plus_50: int, rest: int
) -> None:
    paid = weekly_overtime(week_minutes, PAY)
    assert paid == {HourClass.NORMAL: normal, HourClass.PLUS_25: plus_25, HourClass.PLUS_50: plus_50}
    assert sum(paid.values()) == sum(week_minutes)
    assert equivalent_rest_minutes(paid, PAY) == rest


def test_values_of_before_the_law_of_2016_are_cited_by_their_old_article() -> None:
    old = load_pay("FR", date(2016, 8, 9))
    assert "before 10 August 2016" in old["FR-OT-25"].article
    assert old["FR-OT-25"].numbers == PAY["FR-OT-25"].numbers
