"""Absences: who is asked first, what is repaired, what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from shiftbid.domain.ballot import Menu
from shiftbid.domain.calendar import Calendar
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.outcome import SolveStatus
from shiftbid.domain.promise import Promise
from shiftbid.domain.roster import Assignment, Roster, RosterState
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.domain.staff import Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.timeline import Interval, Period, day_interval, instant
from shiftbid.rules.book import load_pack
from shiftbid.services.absence import Absence, AbsencePlan, plan_absence
from shiftbid.services.progress import Progress
from shiftbid.services.publication import HallPublication

ZONE = "Europe/Berlin"
MONDAY = date(2026, 3, 2)
TUESDAY = MONDAY + timedelta(days=1)
EARLY = ShiftTemplate("early", 9 * 60, 13 * 60)
LATE = ShiftTemplate("late", 13 * 60, 17 * 60, toil_minutes=15)
HALL = Hall("h", "Hall", ZONE, "NZ", None, OpeningHours.parse("09:00-17:00"), Promise(), 6.0, 5)
PACK = load_pack("HOUSE", MONDAY)


def silent(_: Progress) -> None:
    """Nobody listens."""


def employee(name: str, rate_cents: int) -> Employee:
    return Employee(
        name,
        name,
        "h",
        2400,
        HoursSystem.STANDARD,
        frozenset({"counter"}),
        date(1990, 1, 1),
        date(2020, 1, 1),
        rate_cents,
    )


def publication(*rostered: tuple[str, ShiftTemplate, date]) -> HallPublication:
    people = tuple(employee(name, rate) for name, rate in (("Ann", 3000), ("Bo", 2500), ("Cai", 2000), ("Dee", 1500)))
    nine = instant(MONDAY, 540, ZONE)
    return HallPublication(
        hall=HALL,
        busy_threshold_per_hour=1.0,
        employees=people,
        leave=(Leave("Dee", day_interval(MONDAY, ZONE), LeaveKind.ANNUAL),),
        consents=(),
        worked=(),
        history=(),
        forecast=(),
        demand=tuple(
            DemandSlot("h", Interval(nine + n * 1800, nine + n * 1800 + 1800), "counter", 1) for n in range(16)
        ),
        menus=(Menu("m", "Menu", (EARLY, LATE), 0, 0, 0, 0.0, 0.0, ()),),
        adopted_menu="m",
        election={},
        bidding_round={},
        roster=Roster(
            "h",
            Period(MONDAY, MONDAY + timedelta(days=6)),
            1,
            RosterState.PUBLISHED,
            tuple(Assignment(name, dated(template, "h", day, ZONE)) for name, template, day in rostered),
        ),
        findings=(),
        certificate=(),
        lots=(),
        journal=(),
        pay_lines=(),
    )


PUBLISHED = publication(("Ann", EARLY, MONDAY), ("Bo", LATE, MONDAY), ("Bo", LATE, TUESDAY))


def planned(absence: Absence, published: HallPublication = PUBLISHED) -> AbsencePlan:
    return plan_absence(published, Calendar({}), PACK, absence, 1, silent)


def test_those_who_may_are_named_first_and_the_others_with_the_rule() -> None:
    (left_open,) = planned(Absence("Ann", MONDAY, MONDAY, MONDAY)).open_shifts
    assert left_open.shift.template == "early"
    first, *others = left_open.stand_ins
    assert (first.employee, first.findings, first.cost_cents) == ("Cai", (), 8000)
    rules = {each.employee: {finding.rule for finding in each.findings} for each in others}
    assert rules == {"Dee": {"HOUSE-LEAVE"}, "Bo": {"HOUSE-SHIFTS-PER-DAY", "HOUSE-DAILY-REST"}}
    assert next(each for each in others if each.employee == "Bo").week_minutes == 720


def test_rules_in_the_way_are_told_in_the_language_asked_for() -> None:
    (left_open,) = planned(Absence("Ann", MONDAY, MONDAY, MONDAY, language="zh")).open_shifts
    told = [finding.sentence for each in left_open.stand_ins for finding in each.findings]
    assert told
    assert all(sentence.endswith("。") for sentence in told)


def test_the_repair_asks_one_person_and_leaves_the_rest() -> None:
    plan = planned(Absence("Ann", MONDAY, MONDAY, MONDAY))
    assert plan.repair.status is SolveStatus.OPTIMAL
    assert [stage.objective for stage in plan.repair.stages] == [0, 1, 1]
    assert {(each.employee, each.shift.template, each.shift.day) for each in plan.assignments} == {
        ("Cai", "early", MONDAY), ("Bo", "late", MONDAY), ("Bo", "late", TUESDAY),
    }  # fmt: skip


def test_within_the_notice_nobodys_shift_is_moved() -> None:
    everybody_away = tuple(Leave(name, day_interval(MONDAY, ZONE), LeaveKind.SICK) for name in ("Cai", "Dee"))
    published = replace(PUBLISHED, leave=everybody_away, demand=PUBLISHED.demand[:8])
    moved = planned(Absence("Ann", MONDAY, MONDAY, MONDAY - timedelta(days=9), notice_days=7), published)
    kept = planned(Absence("Ann", MONDAY, MONDAY, MONDAY - timedelta(days=2), notice_days=7), published)
    assert moved.repair.stages[0].objective == 0, "Bo moves from late to early, which leaves nothing missing"
    assert kept.repair.stages[0].objective == 8
    assert ("Bo", "late") in {
        (each.employee, each.shift.template) for each in kept.assignments if each.shift.day == MONDAY
    }


@pytest.mark.parametrize(("who", "message"), [("Eve", "not on the staff"), ("Cai", "has no shift")])
def test_an_absence_that_leaves_nothing_open_is_refused(who: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        planned(Absence(who, MONDAY, TUESDAY, MONDAY))
