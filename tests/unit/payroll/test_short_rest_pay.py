from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import pytest

from shiftbid.domain.shift import Shift
from shiftbid.payroll.short_rest_pay import hurried_shifts, short_rests, work_inside_rest
from shiftbid.payroll.worked_part import WorkedPart
from shiftbid.rules.pay_book import load_pay

ShiftAt = Callable[..., Shift]
ON = date(2026, 3, 2)
OREGON = load_pay("US-OR", ON)["OR-REST-PAY"]
CHICAGO = load_pay("US-CHI", ON)["CHI-REST-PAY"]


def _minutes(parts: Iterable[WorkedPart]) -> int:
    return sum(part.seconds for part in parts) // 60


@pytest.mark.parametrize(
    ("second", "inside", "hurried"),
    [
        ("2026-03-03 07:00-13:00", 60, 360),
        ("2026-03-03 07:59-13:00", 1, 301),
        ("2026-03-03 08:00-13:00", 0, 0),
        # The whole shift lies inside the ten hours.
        ("2026-03-03 04:00-06:00", 120, 120),
        # A split shift of the same day is left alone.
        ("2026-03-02 22:30-23:30", 0, 0),
    ],
)
def test_hours_inside_the_ten_hours(shift_at: ShiftAt, second: str, inside: int, hurried: int) -> None:
    shifts = [shift_at(second), shift_at("2026-03-02 14:00-22:00")]
    assert _minutes(work_inside_rest(shifts, OREGON)) == inside
    assert _minutes(hurried_shifts(shifts, CHICAGO)) == hurried


def test_unpaid_break_inside_the_rest_is_no_work(shift_at: ShiftAt) -> None:
    shifts = [shift_at("2026-03-02 14:00-22:00"), shift_at("2026-03-03 06:00-12:00", "07:00/30/unpaid")]
    assert _minutes(work_inside_rest(shifts, OREGON)) == 90


def test_night_that_ends_in_the_morning_and_a_shift_the_same_afternoon(shift_at: ShiftAt) -> None:
    shifts = [shift_at("2026-03-02 20:00-04:00"), shift_at("2026-03-03 12:00-16:00")]
    assert _minutes(work_inside_rest(shifts, OREGON)) == 120


@pytest.mark.parametrize(("start", "short"), [("08:59", 1), ("09:00", 0)])
def test_eleven_hours_are_enough(shift_at: ShiftAt, start: str, short: int) -> None:
    shifts = [shift_at("2026-03-02 16:00-22:00"), shift_at(f"2026-03-03 {start}-14:00")]
    assert len(list(short_rests(shifts, 660))) == short


def test_each_short_rest_counts(shift_at: ShiftAt) -> None:
    days = [shift_at(f"2026-03-0{day} 08:00-22:00") for day in (2, 3, 4)]
    assert [(first.day.day, second.day.day) for first, second in short_rests(days, 660)] == [(2, 3), (3, 4)]
