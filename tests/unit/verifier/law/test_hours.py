"""Hours of days and weeks at their limits, and the average over seventeen weeks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from shiftbid.verifier.rows import LeaveRow
from tests.unit.verifier.people_at_work import MONDAY, broken, days, moment, person, spell


@pytest.mark.parametrize(("minutes", "found"), [(599, []), (600, []), (601, ["2026-11-02"])])
def test_ten_hours_a_day(minutes: int, found: list[str]) -> None:
    assert broken(person(*days(MONDAY, 1, minutes)), "HOUSE", "HOUSE-DAILY-HOURS") == found


def test_a_night_over_the_clock_change_lasts_what_it_lasts() -> None:
    """19:55 to 05:00 is 10 h 5 min in the night of 25 October 2026 and 8 h 5 min in that of 29 March."""
    autumn = person(spell("2026-10-24 19:55", "2026-10-25 05:00"))
    spring = person(spell("2026-03-28 19:55", "2026-03-29 05:00"))
    assert broken(autumn, "EU", "HOUSE-DAILY-HOURS") == ["2026-10-24"]
    assert broken(spring, "EU", "HOUSE-DAILY-HOURS") == []


@pytest.mark.parametrize(("last", "found"), [(480, []), (481, ["2026-11-02"])])
def test_forty_eight_hours_a_week(last: int, found: list[str]) -> None:
    week = [*days(MONDAY, 5, 480), *days(date(2026, 11, 7), 1, last)]
    assert broken(person(*week), "HOUSE", "HOUSE-WEEK-HOURS") == found


def test_unpaid_breaks_are_no_working_time_and_paid_ones_are() -> None:
    week = [spell(f"2026-11-0{n} 09:00", f"2026-11-0{n} 17:30", (f"2026-11-0{n} 13:00", 30)) for n in range(2, 7)]
    paid = [*week[:4], spell("2026-11-06 09:00", "2026-11-06 17:30", ("2026-11-06 13:00", 30), paid=True)]
    assert broken(person(*week), "HOUSE", "HOUSE-CONTRACT") == []
    assert broken(person(*paid), "HOUSE", "HOUSE-CONTRACT") == ["2026-11-02"]


def _seventeen_weeks(last_week_minutes: int, leave: tuple[LeaveRow, ...] = ()) -> list[str]:
    """Sixteen weeks of 48 h before a week of the given minutes; the known work is exactly the reference period."""
    before = [each for week in range(1, 17) for each in days(MONDAY - timedelta(weeks=week), 6, 480, rostered=False)]
    who = person(*before, *days(MONDAY, 5, 480), *days(date(2026, 11, 7), 1, last_week_minutes), weeks=1, leave=leave)
    return broken(who, "EU", "EU-WEEK-AVG")


@pytest.mark.parametrize(("last", "found"), [(480, []), (481, ["2026-07-13"])])
def test_forty_eight_hours_on_average(last: int, found: list[str]) -> None:
    assert _seventeen_weeks(last) == found


@pytest.mark.parametrize(("kind", "found"), [("annual", ["2026-07-13"]), ("sick", ["2026-07-13"]), ("unpaid", [])])
def test_annual_and_sick_leave_are_left_out_of_the_average(kind: str, found: list[str]) -> None:
    sunday = LeaveRow(
        "E1", moment("2026-11-08 00:00", "Europe/Berlin"), moment("2026-11-09 00:00", "Europe/Berlin"), kind
    )
    assert _seventeen_weeks(480, (sunday,)) == found
