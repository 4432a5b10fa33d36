"""Shifts and templates placed in time."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from shiftbid.verifier.clock import read_instant
from shiftbid.verifier.rows import RosterRow, TemplateRow
from shiftbid.verifier.spells import pause_problem, rostered_spell, template_minutes, template_spell
from shiftbid.verifier.tables import PauseCell

BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = TemplateRow("north", "N", 1320, 360, (PauseCell(150, 30, paid=False),), 450, adopted=True, skill="counter")


def at(text: str) -> int:
    moment = read_instant(text)
    assert moment is not None
    return moment


@pytest.mark.parametrize(
    ("day", "hours", "pause"),
    [
        (date(2026, 3, 28), 7, "2026-03-29T03:30+02:00"),
        (date(2026, 10, 24), 9, "2026-10-25T02:30+02:00"),
        (date(2026, 11, 2), 8, "2026-11-03T02:30+01:00"),
    ],
)
def test_a_night_template_lasts_what_the_night_lasts(day: date, hours: int, pause: str) -> None:
    spell = template_spell(NIGHT, day, "E1", BERLIN)
    assert spell.end - spell.start == hours * 3600
    assert spell.paid_minutes == hours * 60 - 30
    assert [each.start for each in spell.pauses] == [at(pause)]


@pytest.mark.parametrize(
    ("start", "end", "clock_minute", "expected"),
    [
        ("2026-10-24T22:00+02:00", "2026-10-25T06:00+01:00", 150, "2026-10-25T02:30+02:00"),
        ("2026-10-25T02:45+02:00", "2026-10-25T09:00+01:00", 150, "2026-10-25T02:30+01:00"),
        ("2026-11-02T22:00+01:00", "2026-11-03T06:00+01:00", 1410, "2026-11-02T23:30+01:00"),
        ("2026-11-02T22:00+01:00", "2026-11-03T06:00+01:00", 0, "2026-11-03T00:00+01:00"),
    ],
)
def test_the_clock_of_a_break_is_found_inside_the_shift(start: str, end: str, clock_minute: int, expected: str) -> None:
    row = RosterRow(
        2, "north", "E1", date(2026, 11, 2), "N", at(start), at(end), (PauseCell(clock_minute, 30, paid=True),), 0
    )
    spell = rostered_spell(row, "counter", BERLIN)
    assert spell.pauses[0].start == at(expected)
    assert pause_problem(spell, BERLIN) is None


def test_minutes_of_a_template_around_midnight() -> None:
    assert template_minutes(NIGHT) == 450
    whole_day = TemplateRow("north", "D", 0, 1440, (), 1440, adopted=True, skill="counter")
    assert template_minutes(whole_day) == 1440
    to_midnight = TemplateRow("north", "M", 1200, 0, (), 240, adopted=True, skill="counter")
    assert template_minutes(to_midnight) == 240


def test_work_inside_a_span_leaves_unpaid_breaks_out() -> None:
    spell = template_spell(NIGHT, date(2026, 11, 2), "E1", BERLIN)
    midnight = at("2026-11-03T00:00+01:00")
    assert spell.worked_minutes_in(spell.start, midnight) == 120
    assert spell.worked_minutes_in(midnight, spell.end) == 330


def test_at_the_counter_for_the_whole_span_or_not_at_all() -> None:
    spell = template_spell(NIGHT, date(2026, 11, 2), "E1", BERLIN)
    assert spell.staffs(at("2026-11-03T02:00+01:00"), at("2026-11-03T02:30+01:00"))
    assert not spell.staffs(at("2026-11-03T02:15+01:00"), at("2026-11-03T02:45+01:00"))
    assert not spell.staffs(at("2026-11-02T21:45+01:00"), at("2026-11-02T22:15+01:00"))
