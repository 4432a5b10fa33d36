"""Overtime under Chinese standard hours: consent, daily and monthly limits, holidays and exchanged days."""

from __future__ import annotations

from datetime import date

import pytest

from shiftbid.verifier.rows import ConsentRow
from tests.unit.verifier.people_at_work import MONDAY, broken, days, person

CN = "Asia/Shanghai"


@pytest.mark.parametrize(("minutes", "found"), [(480, []), (481, ["2026-11-02"])])
def test_a_day_above_eight_hours_needs_a_consent(minutes: int, found: list[str]) -> None:
    assert broken(person(*days(MONDAY, 1, minutes)), "CN", "CN-OT-CONSENT") == found
    assert broken(person(*days(MONDAY, 1, minutes), system="comprehensive"), "CN", "CN-OT-CONSENT") == []


@pytest.mark.parametrize(("saturday", "found"), [(0, []), (1, ["2026-11-02"])])
def test_a_week_above_forty_hours_needs_a_consent(saturday: int, found: list[str]) -> None:
    week = [*days(MONDAY, 5, 480), *(days(date(2026, 11, 7), 1, saturday) if saturday else [])]
    assert broken(person(*week), "CN", "CN-OT-CONSENT") == found


def test_an_exchanged_saturday_is_no_overtime() -> None:
    week = days(MONDAY, 6, 480)
    swapped = {date(2026, 11, 7): "swapped_workday"}
    assert broken(person(*week), "CN", "CN-OT-CONSENT") == ["2026-11-02"]
    assert broken(person(*week, classes=swapped), "CN", "CN-OT-CONSENT") == []


@pytest.mark.parametrize(
    ("rule", "minutes", "found"),
    [
        ("CN-OT-DAY-GENERAL", 540, []),
        ("CN-OT-DAY-GENERAL", 541, ["2026-11-02"]),
        ("CN-OT-DAY-SPECIAL", 660, []),
        ("CN-OT-DAY-SPECIAL", 661, ["2026-11-02"]),
    ],
)
def test_overtime_of_a_day(rule: str, minutes: int, found: list[str]) -> None:
    assert broken(person(*days(MONDAY, 1, minutes)), "CN", rule) == found
    approved = ConsentRow("E1", rule, MONDAY, MONDAY, "agreement")
    assert broken(person(*days(MONDAY, 1, minutes), consents=(approved,)), "CN", rule) == []


def _november(extra_minutes: int, classes: dict[date, str] | None = None) -> list[str]:
    """Eighteen working days of ten hours in November 2026 make 36 h; the nineteenth is longer by the extra."""
    weeks = [days(date(2026, 11, first), 5, 600) for first in (2, 9, 16)]
    last = [*days(date(2026, 11, 23), 3, 600), *days(date(2026, 11, 26), 1, 480 + extra_minutes)]
    return broken(
        person(*(each for week in weeks for each in week), *last, zone=CN, classes=classes), "CN", "CN-OT-MONTH"
    )


def test_thirty_six_hours_a_month() -> None:
    assert _november(0) == []
    assert _november(1) == ["2026-11-01"]


def test_work_on_a_holiday_is_not_overtime_of_the_month() -> None:
    assert _november(60, {date(2026, 11, 26): "holiday"}) == []


def test_hours_above_the_normal_week_join_the_month_in_which_the_week_ends() -> None:
    """Six days of eight hours are eight over the week; of five such weeks four end in November: 32 hours."""
    weeks = [each for first in (2, 9, 16, 23) for each in days(date(2026, 11, first), 6, 480)]
    december = days(date(2026, 11, 30), 6, 480)
    assert broken(person(*weeks, *december, weeks=5, zone=CN), "CN", "CN-OT-MONTH") == []
    more = days(date(2026, 11, 29), 1, 241)
    assert broken(person(*weeks, *more, *december, weeks=5, zone=CN), "CN", "CN-OT-MONTH") == ["2026-11-01"]
