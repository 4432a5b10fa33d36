from __future__ import annotations

from datetime import date

import pytest

from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.payroll.hour_class import HourClass
from shiftbid.payroll.new_zealand_holidays import holiday_work

GOOD_FRIDAY, SATURDAY = date(2026, 4, 3), date(2026, 4, 4)
CALENDAR = Calendar({GOOD_FRIDAY: DayClass.HOLIDAY, date(2026, 4, 6): DayClass.HOLIDAY})


@pytest.mark.parametrize(("working_day", "days"), [(True, 1), (False, 0)])
def test_three_hours_earn_a_whole_day(working_day: bool, days: int) -> None:
    earned = holiday_work({GOOD_FRIDAY: 180, SATURDAY: 60}, CALENDAR, otherwise_working_day=working_day)
    assert earned.alternative_days == days
    assert earned.minutes == {HourClass.NORMAL: 60, HourClass.HOLIDAY_HALF_AGAIN: 180}


def test_each_holiday_earns_its_day_and_other_days_none() -> None:
    both = {GOOD_FRIDAY: 60, date(2026, 4, 6): 60}
    assert holiday_work(both, CALENDAR, otherwise_working_day=True).alternative_days == 2
    assert holiday_work({SATURDAY: 480, GOOD_FRIDAY: 0}, CALENDAR, otherwise_working_day=True).alternative_days == 0
