"""Premium pay of Japan against cases worked by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.unit.payroll.paid_work import paid_hours

WEEK = "2026-03-02..2026-03-06 09:00-17:00"


@pytest.mark.parametrize(
    ("case", "hours"),
    [
        ({"shifts": [WEEK]}, {"normal": 40}),
        ({"shifts": [WEEK, "2026-03-07 09:00-12:00"]}, {"normal": 40, "ot125": 3}),
        ({"shifts": ["2026-03-02..2026-03-06 09:00-19:00"]}, {"normal": 40, "ot125": 10}),
        # Two shifts of a day are added; a night belongs to the day on which it starts, and 22:00 to 05:00 is on top.
        ({"shifts": ["2026-03-02 09:00-13:00", "2026-03-02 14:00-19:00"]}, {"normal": 8, "ot125": 1}),
        ({"shifts": ["2026-03-02 20:00-06:00 00:00/60/unpaid"]}, {"normal": 8, "ot125": 1, "night25": 6}),
        ({"shifts": ["2026-03-03 04:00-12:00"]}, {"normal": 8, "night25": 1}),
        ({"shifts": ["2026-03-03 05:00-13:00"]}, {"normal": 8}),
        ({"shifts": ["2026-03-03 14:00-22:00"]}, {"normal": 8}),
    ],
)
def test_day_week_and_night(case: Mapping[str, Any], hours: Mapping[str, int]) -> None:
    assert paid_hours("JP", case) == hours


def test_small_shops_have_a_week_of_44_hours() -> None:
    case = {"shifts": ["2026-03-02..2026-03-07 09:00-17:00"]}
    assert paid_hours("JP", case) == {"normal": 40, "ot125": 8}
    assert paid_hours("JP", case, {"normal_week_minutes": 2640}) == {"normal": 44, "ot125": 4}


@pytest.mark.parametrize(
    ("before", "hours"),
    [(3420, {"ot125": 3}), (3480, {"ot125": 2, "ot150": 1}), (3660, {"ot150": 3})],
)
def test_overtime_above_60_hours_of_the_month(before: int, hours: Mapping[str, int]) -> None:
    told = [f"overtime 2026-03-01..2026-03-08 {before}"]
    case = {"period": "2026-03-09..2026-03-15", "shifts": ["2026-03-09 09:00-20:00"], "totals": told}
    assert paid_hours("JP", case) == {"normal": 8, **hours}


def test_overtime_of_earlier_shifts_counts_towards_the_month() -> None:
    case = {
        "period": "2026-03-16..2026-03-22",
        "history": ["2026-03-02..2026-03-15/12345 09:00-23:00"],
        "shifts": ["2026-03-16 09:00-18:00"],
    }
    # Ten days of six hours make the sixty.
    assert paid_hours("JP", case) == {"normal": 8, "ot150": 1}


def test_the_last_day_of_a_week_worked_throughout_is_the_rest_day() -> None:
    week = {"shifts": ["2026-03-02..2026-03-08 10:00-15:00"]}
    assert paid_hours("JP", week) == {"normal": 30, "rest135": 5}
    assert paid_hours("JP", week, {"rest_scheme": "4_in_4_weeks"}) == {"normal": 35}
    assert paid_hours("JP", {"shifts": ["2026-03-02..2026-03-07 10:00-15:00"]}) == {"normal": 30}


def test_work_on_a_named_rest_day_is_no_overtime() -> None:
    sunday = {"shifts": ["2026-03-07 09:00-19:00", "2026-03-08 09:00-18:00"]}
    assert paid_hours("JP", sunday, {"statutory_rest_day": "sun"}) == {"normal": 8, "ot125": 2, "rest135": 9}


@pytest.mark.parametrize(
    ("totals", "hours"),
    [
        (["worked 2026-03-02..2026-03-08 2700", "worked 2026-03-09..2026-03-15 2400"], {"normal": 80, "ot125": 5}),
        (["worked 2026-03-07..2026-03-07 600"], {"normal": 8, "ot125": 2}),
        (["overtime 2026-03-01..2026-03-31 3660", "overtime 2026-04-01..2026-04-30 3600"], {"ot125": 120, "ot150": 1}),
        (["rest_day_work 2026-03-01..2026-03-31 300"], {"rest135": 5}),
    ],
)
def test_sums_told_without_shifts(totals: list[str], hours: Mapping[str, int]) -> None:
    assert paid_hours("JP", {"period": "2026-03-01..2026-04-30", "totals": totals}) == hours
