from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from shiftbid.domain.shift import Shift
from shiftbid.payroll.workdays import Workweek, minutes_by_workday, workweeks

ShiftAt = Callable[..., Shift]
NEW_YORK = "America/New_York"
MON, TUE = date(2026, 3, 2), date(2026, 3, 3)


@pytest.mark.parametrize(
    ("start_minute", "expected"),
    [
        (0, {MON: 240, TUE: 330}),
        (720, {MON: 570}),
        (1260, {date(2026, 3, 1): 60, MON: 510}),
        (300, {MON: 510, TUE: 60}),
    ],
)
def test_night_is_cut_where_the_workday_begins(shift_at: ShiftAt, start_minute: int, expected: object) -> None:
    night = shift_at("2026-03-02 20:00-06:00", "00:30/30/unpaid")
    assert minutes_by_workday([night], Workweek(start_minute=start_minute), NEW_YORK) == expected


def test_two_shifts_of_a_workday_are_added_and_paid_breaks_count(shift_at: ShiftAt) -> None:
    shifts = [shift_at("2026-03-02 08:00-12:00", "10:00/10/paid"), shift_at("2026-03-02 15:00-20:00")]
    assert minutes_by_workday(shifts, Workweek(), NEW_YORK) == {MON: 540}


@pytest.mark.parametrize(("text", "minutes"), [("2026-10-31 22:00-06:00", 540), ("2026-03-07 22:00-06:00", 420)])
def test_clock_changes_count_what_has_passed(shift_at: ShiftAt, text: str, minutes: int) -> None:
    assert sum(minutes_by_workday([shift_at(text)], Workweek(), NEW_YORK).values()) == minutes


def test_workweeks_begin_on_their_weekday() -> None:
    days = {date(2026, 3, 7): 60, date(2026, 3, 8): 120, date(2026, 3, 9): 180}
    assert workweeks(days, Workweek(first_weekday=0)) == (
        {date(2026, 3, 7): 60, date(2026, 3, 8): 120},
        {date(2026, 3, 9): 180},
    )
    assert workweeks(days, Workweek(first_weekday=6)) == (
        {date(2026, 3, 7): 60},
        {date(2026, 3, 8): 120, date(2026, 3, 9): 180},
    )


def test_workweeks_begin_on_monday_at_midnight_unless_told(shift_at: ShiftAt) -> None:
    assert Workweek() == Workweek(first_weekday=0, start_minute=0)
    assert minutes_by_workday([shift_at("2026-03-02 00:00-00:01")], Workweek(), NEW_YORK) == {MON: 1}
    assert Workweek().first_day(TUE) == MON
