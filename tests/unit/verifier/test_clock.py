"""Time: instants, wall clocks on the days of clock changes, and how durations are said."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from shiftbid.verifier.clock import (
    at_wall,
    day_text,
    duration_text,
    midnight,
    month_of,
    read_clock,
    read_day,
    read_instant,
    week_of,
)

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1970-01-01T01:00+01:00", 0),
        ("2026-11-02T09:00+13:00", 1793563200),
        ("2026-11-02T09:00", None),
        ("noon", None),
        ("0001-01-01T00:00+14:00", None),
        ("9999-12-31T23:59-12:00", None),
    ],
)
def test_instants(text: str, seconds: int | None) -> None:
    assert read_instant(text) == seconds


@pytest.mark.parametrize(
    ("day", "minutes"),
    [(date(2026, 3, 29), 23 * 60), (date(2026, 10, 25), 25 * 60), (date(2026, 11, 2), 24 * 60)],
)
def test_days_of_23_24_and_25_hours(day: date, minutes: int) -> None:
    assert (midnight(date.fromordinal(day.toordinal() + 1), BERLIN) - midnight(day, BERLIN)) // 60 == minutes


def test_a_wall_clock_that_occurs_twice_or_never() -> None:
    autumn, spring = date(2026, 10, 25), date(2026, 3, 29)
    assert at_wall(autumn, 150, BERLIN, fold=1) - at_wall(autumn, 150, BERLIN) == 3600
    assert at_wall(spring, 150, BERLIN) == at_wall(spring, 210, BERLIN)
    assert at_wall(spring, 1440 + 60, BERLIN) == at_wall(date(2026, 3, 30), 60, BERLIN)


@pytest.mark.parametrize(
    ("text", "minute"),
    [("00:00", 0), ("9:05", 545), ("24:00", 1440), ("24:01", None), ("12:60", None), ("12", None), ("١٢:٠٠", None)],
)
def test_clocks(text: str, minute: int | None) -> None:
    assert read_clock(text) == minute


def test_days_weeks_and_months() -> None:
    assert read_day("2026-02-30") is None
    assert read_day("1066-10-14") is None
    assert week_of(date(2026, 11, 8), 0) == date(2026, 11, 2)
    assert week_of(date(2026, 11, 8), 6) == date(2026, 11, 8)
    assert month_of(date(2028, 2, 29)) == (date(2028, 2, 1), date(2028, 2, 29))
    assert day_text(date(2026, 11, 2)) == "Mon 2026-11-02"


@pytest.mark.parametrize(("minutes", "text"), [(0, "0 min"), (40, "40 min"), (60, "1 h"), (570, "9 h 30 min")])
def test_durations(minutes: int, text: str) -> None:
    assert duration_text(minutes) == text
