from __future__ import annotations

from datetime import date

import pytest

from shiftbid.payroll.retail_award_toil import EarnedTimeOff, OvertimeRecord, earned_time_off, months_after
from shiftbid.rules.pay_book import load_pay

EXPIRY = load_pay("AU-RETAIL", date(2026, 3, 2))["AU-TOIL-EXPIRY"]


@pytest.mark.parametrize(("rate_percent", "minutes"), [(150, 180), (200, 240), (100, 120)])
def test_time_off_is_as_long_as_the_payment(rate_percent: int, minutes: int) -> None:
    day = date(2026, 3, 2)
    earned = earned_time_off([OvertimeRecord(day, 120, rate_percent)], EXPIRY)
    assert earned == (EarnedTimeOff(day, minutes, date(2026, 9, 2)),)


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 29), date(2028, 2, 29)),
        (date(2026, 6, 30), date(2026, 12, 30)),
        (date(2026, 7, 1), date(2027, 1, 1)),
    ],
)
def test_six_months_end_in_shorter_months_too(day: date, later: date) -> None:
    assert months_after(day, 6) == later
