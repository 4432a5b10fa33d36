from __future__ import annotations

from datetime import date

import pytest

from shiftbid.payroll.flsa_overtime import compensatory_minutes, weekly_overtime
from shiftbid.payroll.hour_class import HourClass
from shiftbid.rules.pay_book import load_pay

PAY = load_pay("US", date(2026, 3, 2))


@pytest.mark.parametrize(
    ("weeks", "normal", "overtime"),
    [([2399], 2399, 0), ([2400], 2400, 0), ([2401], 2400, 1), ([1800, 3000], 4200, 600), ([], 0, 0)],
)
def test_each_workweek_stands_alone(weeks: list[int], normal: int, overtime: int) -> None:
    split = weekly_overtime(weeks, PAY["US-OT"], exempt=False)
    assert split == {HourClass.NORMAL: normal, HourClass.HALF_AGAIN: overtime}


def test_exempt_staff_have_no_overtime() -> None:
    assert weekly_overtime([3000], PAY["US-OT"], exempt=True) == {HourClass.NORMAL: 3000, HourClass.HALF_AGAIN: 0}


@pytest.mark.parametrize(("overtime", "granted"), [(300, 450), (0, 0), (1, 2)])
def test_compensatory_time_is_half_again(overtime: int, granted: int) -> None:
    assert compensatory_minutes(overtime, PAY["US-COMP-PUBLIC-RATE"]) == granted
