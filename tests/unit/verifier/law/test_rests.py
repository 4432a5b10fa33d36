"""Rests just under, at and just over their limits; elapsed time where the clocks change."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.verifier.people_at_work import broken, days, person, spell


@pytest.mark.parametrize(("start", "found"), [("06:59", ["2026-11-03"]), ("07:00", []), ("07:01", [])])
def test_eleven_hours_between_shifts(start: str, found: list[str]) -> None:
    who = person(spell("2026-11-02 12:00", "2026-11-02 20:00"), spell(f"2026-11-03 {start}", "2026-11-03 12:00"))
    assert broken(who, "EU", "EU-DAILY-REST") == found
    assert broken(who, "HOUSE", "HOUSE-DAILY-REST") == found


@pytest.mark.parametrize(
    ("night", "found"),
    [("2026-03-28", ["2026-03-29"]), ("2026-10-24", []), ("2026-11-07", [])],
    ids=["23-hour day", "25-hour day", "24-hour day"],
)
def test_rest_is_elapsed_time(night: str, found: list[str]) -> None:
    """20:00 to 07:00 is ten hours in the night the clocks go forward."""
    morning = date.fromordinal(date.fromisoformat(night).toordinal() + 1)
    who = person(spell(f"{night} 12:00", f"{night} 20:00"), spell(f"{morning} 07:00", f"{morning} 12:00"))
    assert broken(who, "EU", "EU-DAILY-REST") == found


def test_rest_broken_before_the_period_is_no_fault_of_the_roster() -> None:
    who = person(
        spell("2026-10-30 12:00", "2026-10-30 20:00", rostered=False),
        spell("2026-10-31 06:00", "2026-10-31 12:00", rostered=False),
    )
    assert broken(who, "EU", "EU-DAILY-REST") == []


def test_shifts_that_touch_do_not_overlap() -> None:
    touching = person(spell("2026-11-02 08:00", "2026-11-02 12:00"), spell("2026-11-02 12:00", "2026-11-02 16:00"))
    overlapping = person(spell("2026-11-02 08:00", "2026-11-02 12:01"), spell("2026-11-02 12:00", "2026-11-02 16:00"))
    assert broken(touching, "HOUSE", "HOUSE-ONE-SHIFT") == []
    assert broken(touching, "HOUSE", "HOUSE-DAILY-REST") == ["2026-11-02"]
    assert broken(overlapping, "HOUSE", "HOUSE-ONE-SHIFT") == ["2026-11-02"]


def test_a_night_shift_into_the_free_day_takes_it() -> None:
    six = days(date(2026, 11, 2), 5, 300)
    to_midnight, past_midnight = (
        person(*six, spell("2026-11-07 18:00", end)) for end in ("2026-11-08 00:00", "2026-11-08 00:01")
    )
    assert broken(to_midnight, "CN", "CN-WEEK-REST") == []
    assert broken(past_midnight, "CN", "CN-WEEK-REST") == ["2026-11-02"]


@pytest.mark.parametrize(("start", "found"), [("10:59", ["2026-11-02"]), ("11:00", [])])
def test_thirty_five_hours_in_the_week(start: str, found: list[str]) -> None:
    six = [spell(f"2026-11-0{n} 09:00", f"2026-11-0{n} 16:00") for n in (2, 3, 4, 5)]
    # Friday ends at 24:00 and Sunday starts at 11:00: 35 hours.
    who = person(*six, spell("2026-11-06 16:00", "2026-11-07 00:00"), spell(f"2026-11-08 {start}", "2026-11-08 20:00"))
    assert broken(who, "EU", "EU-WEEKLY-REST") == found


def test_a_short_shift_inside_a_long_one_does_not_end_the_work() -> None:
    long = [spell(f"2026-11-0{n} 00:00", f"2026-11-0{n} 23:00") for n in (2, 3, 4, 5)]
    weekend = spell("2026-11-06 00:00", "2026-11-08 00:00")
    inside = spell("2026-11-06 01:00", "2026-11-06 02:00")
    assert broken(person(*long, weekend, inside), "EU", "EU-WEEKLY-REST") == ["2026-11-02"]
