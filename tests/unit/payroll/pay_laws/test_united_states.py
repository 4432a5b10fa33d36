"""Overtime of the United States and of California, worked by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shiftbid.payroll.pay_laws.united_states import compensatory_minutes
from shiftbid.rules.pay_book import load_pay
from tests.unit.payroll.paid_work import paid_hours, paid_parts

PAY = load_pay("US", date(2026, 3, 2))
DAYS = [f"2026-03-0{day}" for day in range(2, 9)]


def _week(*minutes: int) -> dict[str, object]:
    """Minutes worked on the days of a week from Monday on."""
    totals = [f"worked {day}..{day} {each}" for day, each in zip(DAYS, minutes, strict=False) if each]
    return {"period": "2026-03-02..2026-03-15", "totals": totals}


def _minutes(pack: str, case: Mapping[str, object]) -> dict[str, Fraction]:
    return {name: hours * 60 for name, hours in paid_hours(pack, case).items()}


@pytest.mark.parametrize(
    ("weeks", "normal", "overtime"),
    [([2399], 2399, 0), ([2400], 2400, 0), ([2401], 2400, 1), ([1800, 3000], 4200, 600)],
)
def test_each_workweek_stands_alone(weeks: Sequence[int], normal: int, overtime: int) -> None:
    spans = ("2026-03-02..2026-03-08", "2026-03-09..2026-03-15")
    totals = [f"worked {span} {minutes}" for span, minutes in zip(spans, weeks, strict=False)]
    found = _minutes("US", {"period": "2026-03-02..2026-03-15", "totals": totals})
    assert (found["normal"], found.get("ot150", 0)) == (normal, overtime)


def test_exempt_staff_have_no_overtime() -> None:
    case = {"shifts": ["2026-03-02..2026-03-07 08:00-18:00"], "statuses": ["exempt 2026-03-02..2026-03-31"]}
    assert paid_hours("US", case) == paid_hours("US-CA", case) == {"normal": 60}


def test_a_public_agency_answers_overtime_with_time_off_a_private_employer_pays() -> None:
    case = {"shifts": ["2026-03-02..2026-03-06 08:00-17:00"], "settlements": {"weekday_overtime": "toil"}}
    assert paid_hours("US", case) == {"normal": 40, "ot150": 5}
    agency = {**case, "statuses": ["public_sector 2026-03-02..2026-03-31"]}
    assert paid_hours("US", agency) == {"normal": 40, "toil_earned": 5}
    assert {each.rule for each in paid_parts("US", agency)} == {"US-OT", "US-COMP-PUBLIC-RATE"}


@pytest.mark.parametrize(("overtime", "granted"), [(300, 450), (0, 0), (1, 2)])
def test_compensatory_time_is_half_again(overtime: int, granted: int) -> None:
    assert compensatory_minutes(overtime, PAY["US-COMP-PUBLIC-RATE"]) == granted


@pytest.mark.parametrize(
    ("week", "normal", "half_again", "double"),
    [
        ((480,), 480, 0, 0),
        ((481,), 480, 1, 0),
        ((720,), 480, 240, 0),
        ((721,), 480, 240, 1),
        ((780,), 480, 240, 60),
        ((480, 480, 480, 480, 480), 2400, 0, 0),
        # Ten hours on five days: ten hours of daily overtime, and none of them again above forty.
        ((600, 600, 600, 600, 600), 2400, 600, 0),
        ((480, 480, 480, 480, 480, 60), 2400, 60, 0),
        ((600, 480, 480, 480, 480, 300), 2400, 420, 0),
        # The seventh day pays from its first minute, and its hours are not among the forty.
        ((300, 300, 300, 300, 300, 300, 480), 1800, 480, 0),
        ((300, 300, 300, 300, 300, 300, 481), 1800, 480, 1),
        ((480, 480, 480, 480, 480, 480, 600), 2400, 960, 120),
        # Six days with the last weekday worked are no seven days.
        ((300, 300, 300, 0, 300, 300, 300), 1800, 0, 0),
    ],
)
def test_california_by_day_week_and_seventh_day(
    week: tuple[int, ...], normal: int, half_again: int, double: int
) -> None:
    expected = {"normal": normal, "ot150": half_again, "ot200": double}
    assert _minutes("US-CA", _week(*week)) == {name: each for name, each in expected.items() if each}


@given(st.lists(st.integers(0, 1440), min_size=7, max_size=7))
def test_california_pays_every_minute_once_and_never_below_the_federal_floor(minutes: list[int]) -> None:
    found = _minutes("US-CA", _week(*minutes))
    assert sum(found.values()) == sum(minutes)
    assert found.get("normal", 0) <= 2400


@pytest.mark.parametrize(("start_minute", "hours"), [(0, {"normal": 9.5}), (720, {"normal": 8, "ot150": 1.5})])
def test_a_night_is_cut_where_the_workday_begins(start_minute: int, hours: Mapping[str, float]) -> None:
    night = {
        "shifts": ["2026-03-02 20:00-06:00 00:30/30/unpaid"],
        "consents": ["agreement CA-MEAL-1 2026-03-01..2026-03-31"],
    }
    found = paid_hours("US-CA", night, {"workday_start_minute": start_minute})
    assert {name: each for name, each in found.items() if name != "meal_premium"} == hours


def test_one_premium_a_day_for_meals_and_one_for_rests() -> None:
    case = {
        "shifts": [
            # No meal in 9 h, and one paid rest of the two that are due.
            "2026-03-02 08:00-17:00 10:00/10/paid",
            # Both meals are missing: one premium.
            "2026-03-03 08:00-19:00",
            "2026-03-04 08:00-12:00",
        ]
    }
    premiums = [
        (each.part.day.day, each.pay_class.value, each.part.seconds, each.part.hall, each.rule)
        for each in paid_parts("US-CA", case)
        if each.pay_class.value.endswith("premium")
    ]
    assert premiums == [
        (2, "meal_premium", 3600, "hall", "CA-MEAL-PREMIUM"),
        (3, "meal_premium", 3600, "hall", "CA-MEAL-PREMIUM"),
        (2, "rest_premium", 3600, "hall", "CA-MEAL-PREMIUM"),
    ]


def test_overtime_told_as_a_sum_is_paid() -> None:
    case = {"period": "2026-03-02..2026-03-15", "totals": ["overtime 2026-03-05..2026-03-05 90"]}
    assert paid_hours("US", case) == {"ot150": Fraction(3, 2)}
