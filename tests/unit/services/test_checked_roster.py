"""A roster kept checked while it is edited: what each kind of edit changes, and what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.errors import InputError
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift, ShiftTemplate, dated
from shiftbid.domain.staff import Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.timeline import Period, day_interval
from shiftbid.rules.book import load_pack
from shiftbid.rules.finding import Finding
from shiftbid.rules.situation import Situation
from shiftbid.services.checked_roster import CheckedRoster, RosterEdit, check_roster

ZONE = "Europe/Berlin"
MONDAY = date(2026, 3, 2)
TUESDAY = MONDAY + timedelta(days=1)
WEEK = Period.of_weeks(MONDAY, 1)
PACK = load_pack("HOUSE", MONDAY)
EARLY = ShiftTemplate("early", 9 * 60, 13 * 60)
NOON = ShiftTemplate("noon", 12 * 60, 16 * 60)
LATE = ShiftTemplate("late", 14 * 60, 18 * 60)


def shift(template: ShiftTemplate, day: date) -> Shift:
    return dated(template, "h", day, ZONE)


def situation(name: str) -> Situation:
    person = Employee(
        name,
        name,
        "h",
        2400,
        HoursSystem.STANDARD,
        frozenset({"counter"}),
        date(1990, 1, 1),
        date(2020, 1, 1),
        3000,
    )
    leave = (Leave(name, day_interval(TUESDAY, ZONE), LeaveKind.ANNUAL),) if name == "Bo" else ()
    return Situation(person, WEEK, ZONE, Calendar({}), (), leave=leave)


def roster(*taken: Assignment, language: str = "en") -> CheckedRoster:
    return check_roster(taken, {name: situation(name) for name in ("Ann", "Bo")}, PACK, language)


ANN_EARLY = Assignment("Ann", shift(EARLY, MONDAY))
BO_LATE = Assignment("Bo", shift(LATE, TUESDAY))


def rules(findings: Sequence[Finding]) -> list[str]:
    return [each.rule for each in findings]


def test_a_second_shift_at_the_same_time_adds_findings_and_its_removal_takes_them_away() -> None:
    before = roster(ANN_EARLY)
    noon = shift(NOON, MONDAY)
    taken = before.effect(RosterEdit.assign("Ann", noon))
    assert rules(taken.findings_added) == ["HOUSE-ONE-SHIFT", "HOUSE-SHIFTS-PER-DAY"]
    assert taken.findings_removed == ()
    back = taken.roster.effect(RosterEdit.remove(Assignment("Ann", noon)))
    assert (back.findings_added, back.findings_removed) == ((), taken.findings_added)
    assert back.roster == before


def test_people_who_are_not_touched_are_not_checked_again() -> None:
    before = roster(ANN_EARLY, BO_LATE)
    after = before.effect(RosterEdit.assign("Ann", shift(EARLY, TUESDAY))).roster
    assert after.people["Bo"] is before.people["Bo"]


def test_a_swap_gives_each_the_others_shift() -> None:
    before = roster(ANN_EARLY, BO_LATE)
    assert rules(before.whole_roster_findings) == ["HOUSE-LEAVE"]
    swapped = before.effect(RosterEdit.swap(ANN_EARLY, BO_LATE))
    assert swapped.roster.assignments == (Assignment("Bo", ANN_EARLY.shift), Assignment("Ann", BO_LATE.shift))
    assert (swapped.findings_added, swapped.findings_removed) == ((), before.whole_roster_findings)


def test_a_move_keeps_what_is_pinned() -> None:
    pinned = Assignment("Ann", shift(EARLY, MONDAY), pinned=True)
    moved = roster(pinned).effect(RosterEdit.move(pinned, "Ann", shift(LATE, MONDAY)))
    assert moved.roster.assignments == (Assignment("Ann", shift(LATE, MONDAY), pinned=True),)
    assert moved.findings_added == ()


def test_what_speaks_against_a_shift_is_said_in_the_language_of_the_roster() -> None:
    (english,) = roster().why_not("Bo", shift(EARLY, TUESDAY))
    (chinese,) = roster(language="zh").why_not("Bo", shift(EARLY, TUESDAY))
    assert (english.rule, chinese.rule) == ("HOUSE-LEAVE", "HOUSE-LEAVE")
    assert "2026-03-03" in english.sentence
    assert "2026-03-03" in chinese.sentence
    assert english.sentence != chinese.sentence


def test_everybody_who_does_not_have_the_shift_is_asked() -> None:
    asked = roster(ANN_EARLY).why_not_each(shift(EARLY, TUESDAY))
    assert {name: rules(findings) for name, findings in asked.items()} == {"Ann": [], "Bo": ["HOUSE-LEAVE"]}
    assert set(roster(ANN_EARLY).why_not_each(ANN_EARLY.shift)) == {"Bo"}


def test_of_a_shift_that_is_taken_the_findings_it_is_part_of_are_given() -> None:
    assert roster(BO_LATE).why_not("Bo", BO_LATE.shift) == roster(BO_LATE).findings_of("Bo")


def test_findings_come_in_order_of_the_shifts_whatever_the_order_of_the_edits() -> None:
    monday, tuesday = (Assignment("Ann", shift(ShiftTemplate("long", 8 * 60, 18 * 60), day)) for day in WEEK.days[:2])
    assert roster(monday, tuesday) == roster(tuesday).effect(RosterEdit.assign("Ann", monday.shift)).roster


def test_every_problem_of_an_edit_is_named() -> None:
    edit = RosterEdit(
        removed=(Assignment("Bo", shift(LATE, MONDAY)),), added=(ANN_EARLY, Assignment("Cai", shift(LATE, MONDAY)))
    )
    with pytest.raises(InputError) as refused:
        roster(ANN_EARLY).effect(edit)
    assert [problem.message for problem in refused.value.problems] == [
        "Ann has shift h/early/2026-03-02 already; choose another person or shift",
        "Bo does not have shift h/late/2026-03-02; reload the roster",
        "Cai is not on the staff list; add the person there first",
    ]


def test_a_roster_of_people_who_are_not_on_the_staff_list_is_refused() -> None:
    with pytest.raises(InputError, match="Cai is not on the staff list"):
        roster(Assignment("Cai", shift(EARLY, MONDAY)))
    with pytest.raises(InputError, match="Cai is not on the staff list"):
        roster().findings_of("Cai")
