"""Sums, schedules and changes of a worked case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from benchmarks.rules_case import Case, parse_case
from benchmarks.rules_totals import changes, postings, work_totals
from shiftbid.domain.schedule_notice import ScheduleChange


def _case(**facts: object) -> Case:
    return parse_case({"id": "A", "jurisdiction": "EU", "tz": "Europe/Madrid", **facts})


def _totals(**facts: object) -> list[tuple[str, date, date, int]]:
    return [(total.kind.value, total.first, total.last, total.minutes) for total in work_totals(_case(**facts))]


def test_weeks_without_dates_follow_each_other_and_leave_is_none() -> None:
    assert _totals(weekly_hours=[40, "leave", 47.5]) == [
        ("worked", date(2025, 12, 29), date(2026, 1, 4), 2400),
        ("worked", date(2026, 1, 12), date(2026, 1, 18), 2850),
    ]


def test_thirteen_weeks_end_in_the_first_quarter() -> None:
    assert _totals(weekly_hours=[40] * 13)[-1][2] == date(2026, 3, 29)


def test_halls_share_a_week() -> None:
    assert _totals(by_hall={"A": 25, "B": 20.5}) == [
        ("worked", date(2025, 12, 29), date(2026, 1, 4), 1500),
        ("worked", date(2025, 12, 29), date(2026, 1, 4), 1230),
    ]


@pytest.mark.parametrize("told", [[10, 12.5], {"2026-01": 10, "2026-02": 12.5}])
def test_months_of_overtime_as_a_list_or_by_name(told: object) -> None:
    assert _totals(monthly_ot_h=told) == [
        ("overtime", date(2026, 1, 1), date(2026, 1, 31), 600),
        ("overtime", date(2026, 2, 1), date(2026, 2, 28), 750),
    ]


def test_a_year_of_overtime_and_what_was_given_back_of_it() -> None:
    year = (date(2026, 1, 1), date(2026, 12, 31))
    assert _totals(ot_year={"worked_h": 90, "compensated_within_4_months_h": 30}) == [
        ("overtime", *year, 5400),
        ("compensated_overtime", *year, 1800),
    ]
    assert _totals(ot_year=90) == [("overtime", *year, 5400)]


@pytest.mark.parametrize(
    ("first_shift", "last"),
    [("2026-04-01", date(2026, 3, 31)), ("2026-03-18", date(2026, 3, 15)), ("2026-03-03", date(2026, 3, 1))],
)
def test_history_ends_before_the_week_of_the_roster(first_shift: str, last: date) -> None:
    shift = {"start": f"{first_shift}T09:00", "end": f"{first_shift}T12:00"}
    assert _totals(history={"ot_h": {"2026-03": 30}}, shifts=[shift]) == [("overtime", date(2026, 3, 1), last, 1800)]


def test_days_of_work_and_of_overtime() -> None:
    day = date(2026, 4, 3)
    assert _totals(worked=[{"date": "2026-04-03", "h": 3}]) == [("worked", day, day, 180)]
    assert _totals(overtime=[{"date": "2026-04-03", "h": 2, "rate": 1.5}]) == [("overtime", day, day, 120)]


def test_a_schedule_is_known_by_the_day_or_by_the_hour() -> None:
    (by_day,) = postings(_case(schedule={"posted": "2026-03-06", "first_day": "2026-03-16"}))
    assert (by_day.notice_days, by_day.notice_minutes) == (10, None)
    hours = {"posted": "2026-03-28T09:00", "first_shift": "2026-03-31T08:00"}
    (by_hour,) = postings(_case(schedule=hours))
    # The clocks go forward in the night of the 29th.
    assert (by_hour.notice_days, by_hour.notice_minutes) == (3, 70 * 60)
    assert postings(_case()) == ()


@pytest.mark.parametrize(
    ("row", "change"),
    [
        ({"id": "a", "notice_days": 3, "add_min": 45}, ScheduleChange("a", 4320, added_minutes=45)),
        ({"id": "b", "notice_h": 20, "cancel_h": 8}, ScheduleChange("b", 1200, cancelled_minutes=480)),
        (
            {"id": "c", "notice_days": 0, "scheduled_h": 8, "worked_h": 5},
            ScheduleChange("c", 0, cancelled_minutes=180),
        ),
        ({"notice_h": 1.5, "move_min": 30}, ScheduleChange("0", 90, moved_minutes=30)),
    ],
)
def test_late_changes(row: Mapping[str, Any], change: ScheduleChange) -> None:
    assert changes(_case(changes=[row])) == (change,)
