"""Leave, skill, employment and age on the day before, on and after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from shiftbid.verifier.rows import LeaveRow
from tests.unit.verifier.people_at_work import MONDAY, broken, days, moment, person, spell


@pytest.mark.parametrize(("until", "found"), [("09:00", []), ("09:01", ["2026-11-02"])])
def test_leave_until_the_shift_starts(until: str, found: list[str]) -> None:
    zone = "Europe/Berlin"
    leave = LeaveRow("E1", moment("2026-11-01 00:00", zone), moment(f"2026-11-02 {until}", zone), "sick")
    assert broken(person(*days(MONDAY, 1, 300), leave=(leave,)), "HOUSE", "HOUSE-LEAVE") == found


def test_the_first_day_of_employment_is_one() -> None:
    before = spell("2026-11-01 09:00", "2026-11-01 12:00")
    assert broken(person(before, *days(MONDAY, 1, 300)), "HOUSE", "HOUSE-EMPLOYED") == ["2026-11-01"]


def test_the_sixteenth_birthday_is_old_enough() -> None:
    before = spell("2026-11-01 09:00", "2026-11-01 12:00")
    assert broken(person(before, *days(MONDAY, 1, 300)), "CN", "CN-MIN-AGE") == ["2026-11-01"]


@pytest.mark.parametrize(
    ("held", "asked", "found"),
    [("counter", "", []), ("phone", "phone", []), ("counter", "phone", ["2026-11-02"])],
)
def test_the_skill_that_the_template_asks_for(held: str, asked: str, found: list[str]) -> None:
    shifts = [replace(each, skill=asked) for each in days(MONDAY, 1, 300)]
    assert broken(person(*shifts, skills=frozenset({held})), "HOUSE", "HOUSE-SKILL") == found


def test_a_person_of_whom_nothing_is_known_breaks_no_rule_on_persons() -> None:
    who = replace(person(*days(date(2026, 10, 1), 1, 300)), staff=None)
    assert broken(who, "CN", "CN-MIN-AGE") == []
    assert broken(who, "CN", "HOUSE-EMPLOYED") == []
