"""Shifts of a day and days in a row."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.verifier.people_at_work import MONDAY, broken, days, person, spell


@pytest.mark.parametrize(("count", "found"), [(6, []), (7, ["2026-11-08"]), (9, ["2026-11-08"])])
def test_six_days_in_a_row(count: int, found: list[str]) -> None:
    assert broken(person(*days(MONDAY, count, 300)), "HOUSE", "HOUSE-CONSECUTIVE-DAYS") == found


def test_days_before_the_period_count_but_are_no_breach_alone() -> None:
    before = days(date(2026, 10, 26), 7, 300, rostered=False)
    assert broken(person(*before), "HOUSE", "HOUSE-CONSECUTIVE-DAYS") == []
    assert broken(person(*before, *days(MONDAY, 1, 300)), "HOUSE", "HOUSE-CONSECUTIVE-DAYS") == ["2026-11-02"]
    assert broken(person(*before[2:], *days(MONDAY, 1, 300)), "HOUSE", "HOUSE-CONSECUTIVE-DAYS") == []


def test_one_shift_a_day_by_the_day_on_which_it_starts() -> None:
    night = spell("2026-11-02 22:00", "2026-11-03 06:00")
    next_night = spell("2026-11-03 22:00", "2026-11-04 06:00")
    late = spell("2026-11-03 18:00", "2026-11-03 20:00")
    assert broken(person(night, next_night), "HOUSE", "HOUSE-SHIFTS-PER-DAY") == []
    assert broken(person(night, late, next_night), "HOUSE", "HOUSE-SHIFTS-PER-DAY") == ["2026-11-03"]
