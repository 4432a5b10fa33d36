from __future__ import annotations

from datetime import date, timedelta

from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.payroll.worked_time import worked_time

MONDAY = date(2026, 3, 2)
TUESDAY = MONDAY + timedelta(days=1)
PLAN = ShiftTemplate("plan", 540, 1020)
CLOCK = ShiftTemplate("clock", 545, 1030)


def planned(employee: str, day: date) -> Assignment:
    return Assignment(employee, dated(PLAN, "h1", day, "UTC"))


def clocked(employee: str, day: date) -> Assignment:
    return Assignment(employee, dated(CLOCK, "h1", day, "UTC"))


def test_days_that_the_clock_does_not_know_are_paid_as_planned() -> None:
    plan = [planned("b", MONDAY), planned("a", TUESDAY), planned("a", MONDAY)]
    found = worked_time(plan, [])
    assert found.paid == (plan[2], plan[1], plan[0])
    assert (found.clocked_days, found.missing, found.unplanned) == (frozenset(), (), ())


def test_a_clocked_day_is_paid_by_the_clock_and_names_who_differs_from_the_plan() -> None:
    plan = [planned("a", MONDAY), planned("b", MONDAY), planned("a", TUESDAY)]
    clock = [clocked("a", MONDAY), clocked("c", MONDAY)]
    found = worked_time(plan, clock)
    assert found.paid == (clock[0], plan[2], clock[1])
    assert found.clocked_days == {MONDAY}
    assert found.missing == (plan[1],)
    assert found.unplanned == (clock[1],)
