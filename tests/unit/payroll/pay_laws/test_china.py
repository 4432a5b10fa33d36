"""Pay of China against cases worked by hand."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest

from tests.unit.payroll.paid_work import paid_hours, paid_parts

DAY_OF_8 = "09:00-18:00 12:00/60/unpaid"
CALENDAR = {"paid_rest_days": "calendar"}


@pytest.mark.parametrize(
    ("case", "hours"),
    [
        ({"shifts": [f"2026-03-02..2026-03-06 {DAY_OF_8}"]}, {"normal": 40}),
        ({"shifts": ["2026-03-02 09:00-20:00 12:00/60/unpaid"]}, {"normal": 8, "ot150": 2}),
        ({"shifts": ["2026-03-02 09:00-13:00", "2026-03-02 16:00-21:00"]}, {"normal": 8, "ot150": 1}),
        ({"shifts": [f"2026-03-07 {DAY_OF_8}"]}, {"rest200": 8}),
        ({"shifts": [f"2026-03-07 {DAY_OF_8}"], "calendar": {"2026-03-07": "swapped_workday"}}, {"normal": 8}),
        ({"shifts": [f"2026-03-06 {DAY_OF_8}"], "calendar": {"2026-03-06": "swapped_day_off"}}, {"rest200": 8}),
        ({"shifts": [f"2026-03-07 {DAY_OF_8}"], "calendar": {"2026-03-07": "holiday"}}, {"holiday300": 8}),
        ({"shifts": ["2026-03-05 20:00-04:00"], "calendar": {"2026-03-06": "holiday"}}, {"normal": 4, "holiday300": 4}),
        ({"shifts": ["2026-03-05 20:00-06:00"], "calendar": {"2026-03-05": "holiday"}}, {"normal": 6, "holiday300": 4}),
        # The swapped workday of the next week adds nothing to this one.
        (
            {
                "shifts": [],
                "period": "2026-03-02..2026-03-08",
                "totals": ["worked 2026-03-02..2026-03-08 2880"],
                "calendar": {"2026-03-14": "swapped_workday"},
            },
            {"normal": 40, "ot150": 8},
        ),
    ],
)
def test_standard_hours(case: Mapping[str, Any], hours: Mapping[str, int]) -> None:
    assert paid_hours("CN", case, CALENDAR) == hours


@pytest.mark.parametrize(
    ("case", "hours"),
    [
        # A shop's week from Tuesday to Saturday has no rest-day work; a sixth day is.
        ({"shifts": [f"2026-03-03..2026-03-07 {DAY_OF_8}"]}, {"normal": 40}),
        ({"shifts": [f"2026-03-02..2026-03-07 {DAY_OF_8}"]}, {"normal": 40, "rest200": 8}),
        # A swapped workday is a sixth working day, a day off in exchange takes one away, and so does a holiday.
        (
            {"shifts": [f"2026-03-02..2026-03-07 {DAY_OF_8}"], "calendar": {"2026-03-07": "swapped_workday"}},
            {"normal": 48},
        ),
        (
            {"shifts": [f"2026-03-03..2026-03-07 {DAY_OF_8}"], "calendar": {"2026-03-02": "swapped_day_off"}},
            {"normal": 32, "rest200": 8},
        ),
        (
            {"shifts": [f"2026-03-02..2026-03-07 {DAY_OF_8}"], "calendar": {"2026-03-04": "holiday"}},
            {"normal": 32, "holiday300": 8, "rest200": 8},
        ),
        # Two shifts of a day are one day; what remains of a holiday's night takes no working day.
        (
            {"shifts": ["2026-03-02..2026-03-06 08:00-11:00", "2026-03-02..2026-03-06 14:00-19:00"]},
            {"normal": 40},
        ),
        (
            {"shifts": ["2026-03-02..2026-03-06 22:00-06:00"], "calendar": {"2026-03-04": "holiday"}},
            {"normal": 2 * 8 - 6 + 2 * 8 + 6, "holiday300": 8},
        ),
        # The days worked before the period count.
        (
            {
                "period": "2026-03-06..2026-03-15",
                "history": [f"2026-03-02..2026-03-05 {DAY_OF_8}"],
                "shifts": [f"2026-03-06..2026-03-07 {DAY_OF_8}"],
            },
            {"normal": 8, "rest200": 8},
        ),
    ],
)
def test_rest_days_are_those_that_the_roster_leaves(case: Mapping[str, Any], hours: Mapping[str, int]) -> None:
    assert paid_hours("CN", case) == hours


def test_each_class_names_its_rule() -> None:
    case = {
        "shifts": [f"2026-03-02..2026-03-08 {DAY_OF_8}", "2026-03-09 09:00-18:00"],
        "calendar": {"2026-03-02": "holiday"},
    }
    rules = {(each.pay_class.value, each.rule) for each in paid_parts("CN", case, CALENDAR)}
    assert rules == {
        ("normal", "CN-PAY-OT"),
        ("ot150", "CN-PAY-OT"),
        ("rest200", "CN-PAY-RESTDAY"),
        ("holiday300", "CN-PAY-HOLIDAY"),
    }
    averaged = {
        "shifts": ["2026-03-01..2026-03-16 09:00-21:00"],
        "person": {"system": "comprehensive"},
        "cycle": "month",
    }
    assert {each.rule for each in paid_parts("CN", averaged)} == {"CN-CWH-OT-PAY"}


def test_a_sixth_working_day_is_overtime_of_the_week() -> None:
    sixth = {"shifts": [f"2026-03-02..2026-03-07 {DAY_OF_8}"], "calendar": {"2026-03-07": "workday"}}
    assert paid_hours("CN", sixth, CALENDAR) == {"normal": 40, "ot150": 8}
    swapped = {"shifts": [f"2026-03-02..2026-03-07 {DAY_OF_8}"], "calendar": {"2026-03-07": "swapped_workday"}}
    assert paid_hours("CN", swapped, CALENDAR) == {"normal": 48}


def test_what_was_worked_before_the_period_counts_towards_its_week() -> None:
    case = {
        "period": "2026-03-06..2026-03-31",
        "history": [f"2026-03-02..2026-03-05 {DAY_OF_8}"],
        "shifts": [f"2026-03-06..2026-03-07 {DAY_OF_8}"],
        "calendar": {"2026-03-07": "workday"},
    }
    assert paid_hours("CN", case, CALENDAR) == {"normal": 8, "ot150": 8}


def test_rest_day_work_is_given_back_hour_for_hour_where_the_hall_says_so() -> None:
    case = {"shifts": [f"2026-03-07 {DAY_OF_8}"], "settlements": {"rest_day_work": "toil"}}
    assert paid_hours("CN", case, CALENDAR) == {"toil_earned": 8}
    sixth = {"shifts": [f"2026-03-02..2026-03-07 {DAY_OF_8}"], "settlements": {"rest_day_work": "toil"}}
    assert paid_hours("CN", sixth) == {"normal": 40, "toil_earned": 8}


def test_overtime_and_holidays_stay_paid_whatever_the_hall_says() -> None:
    toil = {"weekday_overtime": "toil", "holiday_work": "toil"}
    case = {"shifts": ["2026-03-02 09:00-19:00 12:00/60/unpaid", f"2026-03-03 {DAY_OF_8}"], "settlements": toil}
    assert paid_hours("CN", {**case, "calendar": {"2026-03-03": "holiday"}}) == {
        "normal": 8,
        "ot150": 1,
        "holiday300": 8,
    }


def test_a_month_of_averaged_hours_is_overtime_above_165_36_hours() -> None:
    case = {
        "person": {"system": "comprehensive"},
        "cycle": "month",
        "shifts": ["2026-03-01..2026-03-16 09:00-21:00 13:00/60/unpaid"],
    }
    assert paid_hours("CN", case) == {"normal": Fraction(16536, 100), "ot150": Fraction(1064, 100)}
    assert paid_hours("CN", case, {"quota_basis": "actual_workdays"}) == {"normal": 176}


def test_averaged_hours_look_back_to_the_start_of_their_cycle() -> None:
    case = {
        "person": {"system": "comprehensive"},
        "cycle": "month",
        "period": "2026-03-16..2026-03-22",
        "history": ["2026-03-01..2026-03-15 09:00-21:00 13:00/60/unpaid"],
        "shifts": ["2026-03-16 09:00-21:00 13:00/60/unpaid"],
    }
    assert paid_hours("CN", case) == {"normal": Fraction(36, 100), "ot150": Fraction(1064, 100)}


def test_averaged_hours_pay_holidays_apart_and_rest_days_as_any_day() -> None:
    case = {
        "person": {"system": "comprehensive"},
        "cycle": "month",
        "calendar": {"2026-03-02": "holiday"},
        "shifts": ["2026-03-01..2026-03-02 09:00-21:00 13:00/60/unpaid"],
    }
    assert paid_hours("CN", case) == {"normal": 11, "holiday300": 11}


def test_averaged_hours_without_a_cycle_have_no_overtime_yet() -> None:
    case = {"person": {"system": "comprehensive"}, "shifts": ["2026-03-01..2026-03-31 09:00-21:00 13:00/60/unpaid"]}
    assert paid_hours("CN", case) == {"normal": 341}


def test_part_time_hours_are_paid_as_they_are() -> None:
    case = {"person": {"system": "part_time"}, "shifts": [f"2026-03-02..2026-03-08 {DAY_OF_8}"]}
    assert paid_hours("CN", case) == {"normal": 56}


def test_a_shift_over_midnight_counts_by_the_reading_of_the_day() -> None:
    case = {"shifts": ["2026-03-02 20:00-06:00"]}
    assert paid_hours("CN", case) == {"normal": 8, "ot150": 2}
    assert paid_hours("CN", case, {"day_attribution": "split_midnight"}) == {"normal": 10}


def test_hours_told_as_sums_are_paid_by_week_and_by_cycle() -> None:
    weeks = {"period": "2026-03-02..2026-03-15", "totals": ["worked 2026-03-02..2026-03-08 2640"]}
    assert paid_hours("CN", weeks) == {"normal": 40, "ot150": 4}
    averaged = {**weeks, "person": {"system": "comprehensive"}, "cycle": "week"}
    assert paid_hours("CN", averaged) == {"normal": 40, "ot150": 4}
    overtime = {"period": "2026-03-02..2026-03-15", "totals": ["overtime 2026-03-02..2026-03-08 90"]}
    assert paid_hours("CN", overtime) == {"ot150": Fraction(3, 2)}


def test_hours_before_the_period_are_not_paid_again() -> None:
    case = {
        "period": "2026-03-09..2026-03-15",
        "totals": ["overtime 2026-03-02..2026-03-08 90"],
        "history": [f"2026-03-06 {DAY_OF_8}"],
        "shifts": [f"2026-03-09 {DAY_OF_8}"],
    }
    assert paid_hours("CN", case) == {"normal": 8}
