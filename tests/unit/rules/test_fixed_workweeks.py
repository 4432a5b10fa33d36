"""Workweeks of 168 hours: each week with work, cut where it ends."""

from __future__ import annotations

from datetime import date

from shiftbid.domain.timeline import local_day
from shiftbid.rules.book import load_pack
from shiftbid.rules.fixed_workweeks import most_minutes, weekly_overtime_parts
from tests.rules.worked_case import situation_of

RULE = load_pack("US", date(2026, 3, 2)).rule("US-OT-RATE")
ZONE = "America/New_York"


def weeks(*shifts: str) -> dict[date, int]:
    """First day of each workweek with work, and its minutes."""
    parts = weekly_overtime_parts(situation_of({"shifts": list(shifts)}, ZONE), RULE)
    return {local_day(span.start, ZONE): sum(term.weight for term in part.terms) for span, part in parts}


def test_the_week_of_a_shift_on_its_last_day_is_known() -> None:
    assert weeks("2026-03-08 09:00-12:00") == {date(2026, 3, 2): 180}


def test_a_night_over_the_end_of_the_week_is_cut_there() -> None:
    found = weeks("2026-03-15 22:00-06:00", "2026-03-17 09:00-10:00")
    assert found == {date(2026, 3, 9): 120, date(2026, 3, 16): 420}


def test_overtime_is_what_lies_above_the_week() -> None:
    six_days = situation_of({"shifts": ["2026-03-02..2026-03-07 09:00-17:00"]}, ZONE)
    assert [most_minutes(part) for _, part in weekly_overtime_parts(six_days, RULE)] == [480]
