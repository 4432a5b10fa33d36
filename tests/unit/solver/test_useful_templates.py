"""Which templates are worth voting on beside those that menus choose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shiftbid.domain.capacity import Capacity
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.solver.menus import MenuProblem
from shiftbid.solver.useful_templates import useful_templates

Ask = Callable[[int, int, int, int], tuple[DemandSlot, ...]]
MORNING, NOON, EVENING = ShiftTemplate("m", 540, 720), ShiftTemplate("n", 720, 900), ShiftTemplate("e", 900, 1080)
TWIN = ShiftTemplate("t", 720, 900, toil_minutes=30)
FAR, NEAR = ShiftTemplate("f", 1020, 1320), ShiftTemplate("g", 570, 750)


@pytest.fixture
def problem(demand_on: Ask) -> MenuProblem:
    """Twice as many are needed at noon as in the morning; in the evening nobody."""
    demand = tuple(
        slot
        for day in range(7)
        for start, end, heads in ((540, 720, 2), (720, 900, 4), (900, 1080, 0))
        for slot in demand_on(day, start, end, heads)
    )
    capacities = (Capacity(frozenset({"counter"}), 100, 100_000),)
    candidates = (EVENING, FAR, MORNING, NEAR, NOON, TWIN)
    return MenuProblem("H", "Pacific/Auckland", demand, candidates, 3, capacities, 0)


def test_what_the_cheapest_cover_uses_most_comes_first(problem: MenuProblem) -> None:
    assert useful_templates(problem, (), 2) == (NOON, MORNING)


def test_no_two_have_the_same_times(problem: MenuProblem) -> None:
    listed = useful_templates(problem, (NOON,), 9)
    assert listed[0] == MORNING
    assert TWIN not in listed
    assert NOON not in listed


def test_then_the_choice_of_times_is_widened(problem: MenuProblem) -> None:
    """1020-1320 is farthest from morning and noon, then 900-1080, then 570-750."""
    assert useful_templates(problem, (), 9) == (NOON, MORNING, FAR, EVENING, NEAR)
    assert useful_templates(problem, (), 0) == ()
