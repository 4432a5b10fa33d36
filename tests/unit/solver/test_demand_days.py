from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.domain.timeline import Interval, instant
from shiftbid.solver.demand_days import by_week, day_kinds, sketch

ZONE = "Pacific/Auckland"
FIRST = date(2026, 11, 2)
Ask = Callable[[int, int, int, int], tuple[DemandSlot, ...]]


def test_equal_days_are_one_kind(demand_on: Ask, early: ShiftTemplate, late: ShiftTemplate) -> None:
    demand = (*demand_on(0, 540, 660, 2), *demand_on(1, 540, 660, 3), *demand_on(8, 540, 660, 2))
    kinds = day_kinds(demand, (early, late), "H", ZONE)
    assert [kind.days for kind in kinds] == [
        (FIRST, FIRST + timedelta(days=8)),
        (FIRST + timedelta(days=1),),
    ]
    assert kinds[0].needs == (2, 2, 2, 2)
    assert kinds[0].staffing == ((0,),) * 4
    assert kinds[0].candidates == (0,)


def test_templates_run_only_on_their_weekdays(demand_on: Ask, early: ShiftTemplate) -> None:
    mondays = replace(early, weekdays=frozenset({0}))
    monday, tuesday = day_kinds((*demand_on(0, 540, 570, 1), *demand_on(1, 540, 570, 1)), (mondays,), "H", ZONE)
    assert monday.staffing == ((0,),)
    assert tuesday.staffing == ((),)


def test_hours_after_midnight_belong_to_the_evening_before(demand_on: Ask) -> None:
    night = ShiftTemplate("night", 1320, 1560)
    (kind,) = day_kinds((*demand_on(0, 1320, 1440, 1), *demand_on(1, 0, 120, 1)), (night,), "H", ZONE)
    assert kind.days == (FIRST,)
    assert kind.staffing == ((0,),) * 8


def test_staffing_follows_elapsed_time_when_the_clocks_change() -> None:
    change = date(2026, 9, 27)
    night = ShiftTemplate("night", 60, 300)
    three_hours_in = (
        DemandSlot("H", Interval(start := instant(day, 60, ZONE) + 3 * 3600, start + 1800), "counter", 1)
        for day in (change - timedelta(days=7), change)
    )
    ordinary, short = day_kinds(three_hours_in, (night,), "H", ZONE)
    assert ordinary.staffing == ((0,),)
    # The clocks skip an hour, so the shift ends three hours after it starts.
    assert short.staffing == ((),)


def test_other_halls_and_skills_are_left_out(demand_on: Ask, early: ShiftTemplate) -> None:
    foreign = tuple(replace(slot, hall="OTHER") for slot in demand_on(0, 540, 600, 1))
    skilled = tuple(replace(slot, skill="safe") for slot in demand_on(1, 540, 570, 1))
    (kind,) = day_kinds((*foreign, *skilled), (early,), "H", ZONE)
    assert kind.staffing == ((),)


def test_weeks_split_kinds(demand_on: Ask, early: ShiftTemplate) -> None:
    demand = tuple(slot for day in (0, 1, 7) for slot in demand_on(day, 540, 570, 1))
    (kind,) = day_kinds(demand, (early,), "H", ZONE)
    assert [len(part.days) for part in by_week([kind])] == [2, 1]


def test_a_sketch_merges_the_most_alike_and_rounds_their_mean_up(demand_on: Ask, early: ShiftTemplate) -> None:
    demand = tuple(slot for day, heads in enumerate((2, 3, 9)) for slot in demand_on(day, 540, 570, heads))
    kinds = day_kinds(demand, (early,), "H", ZONE)
    assert sorted(kind.needs for kind in sketch(kinds, 2)) == [(3,), (9,)]
    assert sketch(kinds, 5) == kinds
    assert len(sketch(kinds, 1)) == 1
