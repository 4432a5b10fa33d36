"""Breaks of a shift and stretches between them."""

from __future__ import annotations

import pytest

from tests.unit.verifier.people_at_work import broken, person, spell

DAY = "2026-11-02"
FOUND = [DAY]


@pytest.mark.parametrize(
    ("end", "pauses", "house", "eu"),
    [
        ("15:00", [], [], []),
        ("15:01", [], FOUND, FOUND),
        ("17:30", [("13:00", 30)], [], []),
        ("17:30", [("13:00", 29)], FOUND, []),
        ("17:30", [("12:00", 15), ("14:00", 15)], [], []),
        ("17:30", [("12:00", 20), ("14:00", 10)], FOUND, []),
    ],
)
def test_breaks_after_six_hours(end: str, pauses: list[tuple[str, int]], house: list[str], eu: list[str]) -> None:
    who = person(spell(f"{DAY} 09:00", f"{DAY} {end}", *((f"{DAY} {at}", minutes) for at, minutes in pauses)))
    assert broken(who, "HOUSE", "HOUSE-BREAK") == house
    assert broken(who, "EU", "EU-BREAK") == eu


@pytest.mark.parametrize(
    ("end", "pause", "minutes", "found"),
    [
        ("15:00", "", 0, []),
        ("15:01", "", 0, FOUND),
        ("17:30", "11:00", 30, []),
        ("17:30", "10:59", 30, FOUND),
        ("17:30", "15:00", 30, []),
        ("17:30", "15:01", 30, FOUND),
        ("17:30", "13:00", 14, FOUND),
    ],
)
def test_six_hours_at_a_stretch(end: str, pause: str, minutes: int, found: list[str]) -> None:
    pauses = [(f"{DAY} {pause}", minutes)] if pause else []
    assert broken(person(spell(f"{DAY} 09:00", f"{DAY} {end}", *pauses)), "CN", "HOUSE-STRETCH") == found


def test_a_paid_break_is_a_break() -> None:
    who = person(spell(f"{DAY} 09:00", f"{DAY} 17:30", (f"{DAY} 13:00", 30), paid=True))
    assert broken(who, "HOUSE", "HOUSE-BREAK") == []
