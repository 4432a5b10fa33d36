"""Days and weeks of a situation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from shiftbid.rules.windows import days, month_end, months, weeks, window
from tests.rules.worked_case import situation_of

SITUATION = situation_of(
    {
        "history": ["2026-03-01 22:00-06:00"],
        "shifts": ["2026-03-04 22:00-06:00", "2026-03-04 09:00-11:00", "2026-03-09 09:00-13:00"],
    },
    "Europe/Berlin",
)


def test_days_are_those_on_which_candidates_start() -> None:
    found = [(day.first, [shift.template for shift in day.shifts]) for day in days(SITUATION)]
    assert found == [(date(2026, 3, 4), ["shift-1", "shift-0"]), (date(2026, 3, 9), ["shift-2"])]


def test_weeks_start_where_the_pack_says() -> None:
    assert [week.first for week in weeks(SITUATION)] == [date(2026, 3, 2), date(2026, 3, 9)]
    from_sunday = [(week.first, len(week.shifts)) for week in weeks(replace(SITUATION, week_starts_on=6))]
    assert from_sunday == [(date(2026, 3, 1), 3), (date(2026, 3, 8), 1)]


def test_window_spans_whole_local_days() -> None:
    spring = window(SITUATION, date(2026, 3, 29), date(2026, 3, 29))
    assert spring.span.minutes == 23 * 60
    assert spring.shifts == ()


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 2, 1), date(2026, 2, 28)),
        (date(2028, 2, 29), date(2028, 2, 29)),
        (date(2026, 4, 30), date(2026, 4, 30)),
        (date(2026, 12, 31), date(2026, 12, 31)),
    ],
)
def test_a_month_ends_on_its_last_day(day: date, last: date) -> None:
    assert month_end(day) == last


def test_months_are_those_of_the_candidates() -> None:
    assert [(month.first, month.last) for month in months(SITUATION)] == [(date(2026, 3, 1), date(2026, 3, 31))]
