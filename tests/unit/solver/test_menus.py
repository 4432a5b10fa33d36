"""Menus re-checked by plain arithmetic over dated shifts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, product

import pytest

from shiftbid.domain.ballot import Menu
from shiftbid.domain.capacity import Capacity
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.outcome import SolveStatus
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.domain.timeline import week_start
from shiftbid.solver.candidates import TemplateShape, candidate_templates
from shiftbid.solver.menus import MenuProblem, design_menus
from shiftbid.solver.work_limit import WorkLimit

ZONE = "Pacific/Auckland"
Ask = Callable[[int, int, int, int], tuple[DemandSlot, ...]]
SHAPE = TemplateShape(540, 1140, (240, 360, 510), 360, 30, start_step_minutes=60, break_step_minutes=60)


def silent(share: float, text: str) -> None:
    assert 0.0 <= share <= 1.0
    assert text


def all_staff(weekly_shifts: int, weekly_minutes: int) -> Capacity:
    return Capacity(frozenset({"counter"}), weekly_shifts, weekly_minutes)


@pytest.fixture
def week(demand_on: Ask) -> MenuProblem:
    heads = {540: 2, 660: 4, 840: 2, 960: 3}
    ends = [*list(heads)[1:], 1140]
    demand = tuple(
        slot
        for day in range(14)
        for (start, need), end in zip(heads.items(), ends, strict=True)
        for slot in demand_on(day, start, end, need + (day % 7 == 4))
    )
    return MenuProblem("H", ZONE, demand, candidate_templates(SHAPE), 5, (all_staff(200, 200 * 480),), 0)


def heads_in(menu: Menu, slot: DemandSlot) -> int:
    templates = {template.id: template for template in menu.templates}
    return sum(use.heads for use in menu.use if dated(templates[use.template], "H", use.day, ZONE).staffs(slot.slot))


def test_menus_cover_what_they_say(week: MenuProblem, quick: WorkLimit) -> None:
    designed = design_menus(week, 3, 1, quick, silent)
    assert len(designed.menus) == 3
    assert designed.reasons == ()
    least = designed.stages[0]
    assert least.objective == least.bound == 0
    for menu in designed.menus:
        gaps = [slot.heads - heads_in(menu, slot) for slot in week.demand]
        assert menu.missing_half_hours == sum(max(0, gap) for gap in gaps) == 0
        assert menu.surplus_half_hours == sum(max(0, -gap) for gap in gaps)
        paid = {template.id: template.paid_minutes for template in menu.templates}
        assert menu.paid_minutes == sum(paid[use.template] * use.heads for use in menu.use)
        assert menu.bound <= menu.objective
        assert len(menu.templates) <= 5
        assert {use.template for use in menu.use} == set(paid)
    first = designed.menus[0]
    assert first.objective == first.paid_minutes / 30


def test_menus_are_clearly_different(week: MenuProblem, quick: WorkLimit) -> None:
    menus = design_menus(week, 4, 1, quick, silent).menus
    assert len({menu.id for menu in menus}) == 4
    for earlier, later in combinations(menus, 2):
        assert len(set(later.templates) - set(earlier.templates)) >= 2
    by_id = {menu.id: menu for menu in menus}
    assert len(by_id["few-templates"].templates) <= 3
    assert all(template.paid_minutes >= 360 for template in by_id["no-short-shifts"].templates)


def test_the_same_problem_gives_the_same_menus(week: MenuProblem, quick: WorkLimit) -> None:
    assert design_menus(week, 2, 7, quick, silent).menus == design_menus(week, 2, 7, quick, silent).menus


def test_use_stays_within_what_all_staff_can_take_in_a_week(week: MenuProblem, quick: WorkLimit) -> None:
    scarce = replace(week, capacities=(all_staff(30, 30 * 420),))
    designed = design_menus(scarce, 2, 1, quick, silent)
    least = designed.stages[0]
    assert least.bound is not None
    assert least.bound > 0
    for menu in designed.menus:
        shifts: Counter[object] = Counter()
        minutes: Counter[object] = Counter()
        paid = {template.id: template.paid_minutes for template in menu.templates}
        for use in menu.use:
            shifts[week_start(use.day, 0)] += use.heads
            minutes[week_start(use.day, 0)] += use.heads * paid[use.template]
        assert max(shifts.values()) <= 30
        assert max(minutes.values()) <= 30 * 420
        assert menu.missing_half_hours <= (least.objective or 0)


def test_a_tolerance_may_be_used_but_not_passed(week: MenuProblem, quick: WorkLimit) -> None:
    strict = design_menus(week, 1, 1, quick, silent).menus[0]
    lenient = design_menus(replace(week, tolerance_half_hours=20), 1, 1, quick, silent).menus[0]
    assert lenient.missing_half_hours <= 20
    assert lenient.paid_minutes <= strict.paid_minutes


def test_the_limit_holds_against_every_use_of_a_tiny_hall(
    demand_on: Ask, early: ShiftTemplate, late: ShiftTemplate, whole: ShiftTemplate, quick: WorkLimit
) -> None:
    demand = (*demand_on(0, 540, 780, 2), *demand_on(0, 810, 1020, 1))
    templates = (early, late, whole)
    problem = MenuProblem("H", ZONE, demand, templates, 3, (all_staff(9, 9 * 480),), 0)
    menu = design_menus(problem, 1, 1, quick, silent).menus[0]
    day = menu.use[0].day
    shifts = [dated(template, "H", day, ZONE) for template in templates]
    costs = [
        sum(count * template.paid_minutes for count, template in zip(heads, templates, strict=True))
        for heads in product(range(3), repeat=3)
        if all(
            sum(count for count, shift in zip(heads, shifts, strict=True) if shift.staffs(slot.slot)) >= slot.heads
            for slot in demand
        )
    ]
    assert menu.bound * 30 <= min(costs) <= menu.paid_minutes


def test_no_candidates_and_no_demand_give_reasons_instead_of_menus(week: MenuProblem, quick: WorkLimit) -> None:
    bare = design_menus(replace(week, candidates=()), 2, 1, quick, silent)
    assert bare.menus == ()
    assert bare.reasons
    assert bare.stages[0].objective == sum(slot.heads for slot in week.demand)
    idle = design_menus(replace(week, demand=()), 2, 1, quick, silent)
    assert idle.menus == ()
    assert idle.reasons
    assert idle.stages[0].status is SolveStatus.OPTIMAL


def test_fewer_menus_than_asked_for_are_explained(
    demand_on: Ask, early: ShiftTemplate, late: ShiftTemplate, quick: WorkLimit
) -> None:
    problem = MenuProblem("H", ZONE, demand_on(0, 540, 1020, 1), (early, late), 2, (all_staff(9, 9 * 480),), 0)
    designed = design_menus(problem, 2, 1, quick, silent)
    assert len(designed.menus) == 1
    assert designed.reasons[0].startswith("At most 2 templates:")


class Cancelled(Exception):
    pass


def test_a_listener_that_raises_ends_the_design(week: MenuProblem, quick: WorkLimit) -> None:
    def cancel(share: float, text: str) -> None:
        if share > 0:
            raise Cancelled(text)

    with pytest.raises(Cancelled):
        design_menus(week, 2, 1, quick, cancel)


def test_each_desks_half_hours_are_covered_by_templates_of_its_skill_within_its_people(
    demand_on: Ask, early: ShiftTemplate, late: ShiftTemplate, quick: WorkLimit
) -> None:
    general = demand_on(0, 540, 1020, 2)
    business = tuple(replace(slot, skill="business") for day in (0, 1) for slot in demand_on(day, 540, 780, 1))
    trained = tuple(replace(each, id=f"business-{each.id}", skill="business") for each in (early, late))
    templates = (early, late, *trained)

    def designed(business_shifts: int) -> Menu:
        capacities = (all_staff(9, 9 * 480), Capacity(frozenset({"business"}), business_shifts, 9 * 480))
        problem = MenuProblem("H", ZONE, (*general, *business), templates, 4, capacities, 0)
        return design_menus(problem, 1, 1, quick, silent).menus[0]

    for business_shifts in (2, 1):
        menu = designed(business_shifts)
        skills = {template.id: template.skill for template in menu.templates}
        assert sum(use.heads for use in menu.use if skills[use.template] == "business") == business_shifts
        assert sum(use.heads for use in menu.use if skills[use.template] == "counter") == 4
        assert menu.missing_half_hours == 8 * (2 - business_shifts), "nobody of the general desk fills in"
