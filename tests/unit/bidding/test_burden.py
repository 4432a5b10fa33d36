"""Burden of shifts: late, at the weekend, adapted."""

from __future__ import annotations

from datetime import date

from shiftbid.bidding.burden import burdens, template_burdens
from shiftbid.domain.shift import ShiftTemplate, dated

FRIDAY, SATURDAY = date(2026, 1, 9), date(2026, 1, 10)
EARLY, LATE, PEAK = (
    ShiftTemplate("E", 480, 960),
    ShiftTemplate("L", 780, 1260),
    ShiftTemplate("P", 540, 1020, (), toil_minutes=30),
)
SHIFTS = [dated(template, "h", day, "Europe/Berlin") for template in (EARLY, LATE, PEAK) for day in (FRIDAY, SATURDAY)]


def test_each_template_and_day_is_weighed() -> None:
    assert template_burdens(SHIFTS, "Europe/Berlin") == {"E": 0, "L": 1, "P": 1}
    weighed = burdens(SHIFTS, "Europe/Berlin")
    assert {shift.removeprefix("h/"): burden for shift, burden in weighed.items()} == {
        "E/2026-01-10": 1,
        "L/2026-01-09": 1,
        "L/2026-01-10": 2,
        "P/2026-01-09": 1,
        "P/2026-01-10": 2,
    }


def test_templates_that_start_together_are_not_late() -> None:
    assert template_burdens(SHIFTS[:2], "Europe/Berlin") == {"E": 0}
    assert template_burdens([], "Europe/Berlin") == {}
