"""Pay classes of China against cases worked by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from shiftbid.domain.pay import PayClass
from shiftbid.payroll.china_pay import ChinaPay, china_pay
from shiftbid.rules.book import load_pack
from shiftbid.rules.pay_book import load_pay
from tests.rules.worked_case import situation_of

ON = date(2026, 3, 2)
DAY_OF_8 = "09:00-18:00 12:00/60/unpaid"
NAMES = {"normal": PayClass.NORMAL, "ot150": PayClass.OVERTIME, "rest": PayClass.REST_DAY, "holiday": PayClass.HOLIDAY}


def _pay(case: Mapping[str, Any], readings: Mapping[str, str | int] | None = None) -> ChinaPay:
    pack = load_pack("CN", ON).read_as(readings or {})
    overtime = load_pay("CN", ON)["CN-PAY-OT"]
    situation = situation_of(case, "Asia/Shanghai")
    return china_pay(situation, overtime, pack.rule("CN-OT-DAY-GENERAL"), pack.rule("CN-CWH-OT-AVG"))


def _hours(pay: ChinaPay) -> dict[str, Fraction]:
    return {name: pay.minutes[pay_class] / 60 for name, pay_class in NAMES.items() if pay.minutes[pay_class]}


@pytest.mark.parametrize(
    ("case", "hours"),
    [
        ({"shifts": [f"2026-03-02..2026-03-06 {DAY_OF_8}"]}, {"normal": 40}),
        ({"shifts": ["2026-03-02 09:00-20:00 12:00/60/unpaid"]}, {"normal": 8, "ot150": 2}),
        ({"shifts": ["2026-03-02 09:00-13:00", "2026-03-02 16:00-21:00"]}, {"normal": 8, "ot150": 1}),
        ({"shifts": [f"2026-03-07 {DAY_OF_8}"]}, {"rest": 8}),
        ({"shifts": [f"2026-03-07 {DAY_OF_8}"], "calendar": {"2026-03-07": "swapped_workday"}}, {"normal": 8}),
        ({"shifts": [f"2026-03-06 {DAY_OF_8}"], "calendar": {"2026-03-06": "swapped_day_off"}}, {"rest": 8}),
        ({"shifts": [f"2026-03-07 {DAY_OF_8}"], "calendar": {"2026-03-07": "holiday"}}, {"holiday": 8}),
        ({"shifts": ["2026-03-05 20:00-04:00"], "calendar": {"2026-03-06": "holiday"}}, {"normal": 4, "holiday": 4}),
        ({"shifts": ["2026-03-05 20:00-06:00"], "calendar": {"2026-03-05": "holiday"}}, {"normal": 6, "holiday": 4}),
    ],
)
def test_standard_hours(case: Mapping[str, Any], hours: Mapping[str, int]) -> None:
    assert _hours(_pay(case)) == hours


def test_a_sixth_working_day_is_overtime_of_the_week() -> None:
    sixth = {"shifts": [f"2026-03-02..2026-03-07 {DAY_OF_8}"], "calendar": {"2026-03-07": "workday"}}
    assert _hours(_pay(sixth)) == {"normal": 40, "ot150": 8}
    swapped = {"shifts": [f"2026-03-02..2026-03-07 {DAY_OF_8}"], "calendar": {"2026-03-07": "swapped_workday"}}
    assert _hours(_pay(swapped)) == {"normal": 48}


def test_rest_day_work_is_given_back_hour_for_hour_where_the_hall_says_so() -> None:
    case = {"shifts": [f"2026-03-07 {DAY_OF_8}"], "settlements": {"rest_day_work": "toil"}}
    assert _pay(case).time_off_minutes == 480
    assert _hours(_pay(case)) == {}


def test_overtime_and_holidays_stay_paid_whatever_the_hall_says() -> None:
    toil = {"weekday_overtime": "toil", "holiday_work": "toil"}
    case = {"shifts": ["2026-03-02 09:00-19:00 12:00/60/unpaid", f"2026-03-03 {DAY_OF_8}"], "settlements": toil}
    pay = _pay({**case, "calendar": {"2026-03-03": "holiday"}})
    assert _hours(pay) == {"normal": 8, "ot150": 1, "holiday": 8}
    assert pay.time_off_minutes == 0


def test_a_month_of_averaged_hours_is_overtime_above_165_36_hours() -> None:
    case = {
        "person": {"system": "comprehensive"},
        "cycle": "month",
        "shifts": ["2026-03-01..2026-03-16 09:00-21:00 13:00/60/unpaid"],
    }
    assert _hours(_pay(case)) == {"normal": Fraction(16536, 100), "ot150": Fraction(1064, 100)}
    by_calendar = _pay(case, {"quota_basis": "actual_workdays"})
    assert _hours(by_calendar) == {"normal": 176}


def test_averaged_hours_pay_holidays_apart_and_rest_days_as_any_day() -> None:
    case = {
        "person": {"system": "comprehensive"},
        "cycle": "month",
        "calendar": {"2026-03-02": "holiday"},
        "shifts": ["2026-03-01..2026-03-02 09:00-21:00 13:00/60/unpaid"],
    }
    assert _hours(_pay(case)) == {"normal": 11, "holiday": 11}


def test_averaged_hours_without_a_cycle_have_no_overtime_yet() -> None:
    case = {"person": {"system": "comprehensive"}, "shifts": ["2026-03-01..2026-03-31 09:00-21:00 13:00/60/unpaid"]}
    assert _hours(_pay(case)) == {"normal": 341}


def test_part_time_hours_are_paid_as_they_are() -> None:
    case = {"person": {"system": "part_time"}, "shifts": [f"2026-03-02..2026-03-08 {DAY_OF_8}"]}
    assert _hours(_pay(case)) == {"normal": 56}


def test_a_shift_over_midnight_counts_by_the_reading_of_the_day() -> None:
    case = {"shifts": ["2026-03-02 20:00-06:00"]}
    assert _hours(_pay(case)) == {"normal": 8, "ot150": 2}
    assert _hours(_pay(case, {"day_attribution": "split_midnight"})) == {"normal": 10}


def test_hours_told_as_sums_are_paid_by_week_and_by_cycle() -> None:
    weeks = {"period": "2026-03-02..2026-03-15", "totals": ["worked 2026-03-02..2026-03-08 2640"]}
    assert _hours(_pay(weeks)) == {"normal": 40, "ot150": 4}
    averaged = {**weeks, "person": {"system": "comprehensive"}, "cycle": "week"}
    assert _hours(_pay(averaged)) == {"normal": 40, "ot150": 4}
    overtime = {"period": "2026-03-02..2026-03-15", "totals": ["overtime 2026-03-02..2026-03-08 90"]}
    assert _hours(_pay(overtime)) == {"ot150": Fraction(3, 2)}


def test_hours_before_the_period_are_not_paid_again() -> None:
    case = {
        "period": "2026-03-09..2026-03-15",
        "totals": ["overtime 2026-03-02..2026-03-08 90"],
        "history": [f"2026-03-06 {DAY_OF_8}"],
        "shifts": [f"2026-03-09 {DAY_OF_8}"],
    }
    assert _hours(_pay(case)) == {"normal": 8}
