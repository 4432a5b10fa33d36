"""Small halls for the solver's tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.shift import Shift, ShiftTemplate, TemplateBreak, dated
from shiftbid.domain.timeline import Interval, instant
from shiftbid.solver.work_limit import WorkLimit

ZONE = "Pacific/Auckland"
FIRST = date(2026, 11, 2)


@pytest.fixture
def early() -> ShiftTemplate:
    return ShiftTemplate("early", 540, 780)


@pytest.fixture
def late() -> ShiftTemplate:
    return ShiftTemplate("late", 780, 1020)


@pytest.fixture
def whole() -> ShiftTemplate:
    return ShiftTemplate("whole", 540, 1020, (TemplateBreak(780, 30, paid=False),))


@pytest.fixture
def shift_on() -> Callable[[ShiftTemplate, int], Shift]:
    def place(template: ShiftTemplate, day: int) -> Shift:
        return dated(template, "H", FIRST + timedelta(days=day), ZONE)

    return place


@pytest.fixture
def demand_on() -> Callable[[int, int, int, int], tuple[DemandSlot, ...]]:
    """Heads in each half-hour between two minutes of a day."""

    def ask(day: int, start: int, end: int, heads: int) -> tuple[DemandSlot, ...]:
        on = FIRST + timedelta(days=day)
        return tuple(
            DemandSlot("H", Interval(instant(on, minute, ZONE), instant(on, minute + 30, ZONE)), "counter", heads)
            for minute in range(start, end, 30)
        )

    return ask


@pytest.fixture
def quick() -> WorkLimit:
    """Limits that keep a test short."""
    return WorkLimit(search_work=1.5, step_work=0.5, steps=40, rounds=3, menu_work=0.1)
