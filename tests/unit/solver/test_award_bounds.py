"""Limits at any prices, however foolish, against every possible award."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import combinations, product

import numpy as np
import pytest

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.shift import Shift, ShiftTemplate
from shiftbid.solver.award_bounds import AwardBounds
from shiftbid.solver.award_costs import award_costs, values_of
from shiftbid.solver.award_master import Caps, Prices
from shiftbid.solver.award_model import AwardPerson, AwardProblem, Total, cover_groups
from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.exchange_rates import ExchangeRates
from shiftbid.solver.personal_rosters import RosterChoice

Place = Callable[[ShiftTemplate, int], Shift]
Ask = Callable[[int, int, int, int], tuple[DemandSlot, ...]]


def free_person(name: str, shifts: tuple[Shift, ...], chance: random.Random) -> AwardPerson:
    return AwardPerson(
        employee=name,
        contract_minutes=480,
        candidates=shifts,
        fixed=frozenset(),
        clauses=(),
        points={shift.id: chance.randint(-1, 3) for shift in shifts},
        day_off_points={},
        pinned=frozenset(),
    )


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("scale", [0.0, 0.7, 5.0])
def test_a_limit_holds_at_any_prices(
    seed: int, scale: float, shift_on: Place, demand_on: Ask, early: ShiftTemplate, late: ShiftTemplate
) -> None:
    chance = random.Random(seed)
    shifts = (shift_on(early, 0), shift_on(late, 0))
    people = tuple(free_person(f"E{number}", shifts, chance) for number in range(3))
    demand = (*demand_on(0, 540, 780, chance.randint(0, 3)), *demand_on(0, 780, 1020, chance.randint(1, 5)))
    problem = AwardProblem(demand, people, None)
    groups = cover_groups(problem)
    rosters = [frozenset(some) for size in range(3) for some in combinations([shift.id for shift in shifts], size)]
    work = CpSatWork(1.0, 1)
    choices = [RosterChoice(person) for person in people]
    costs = award_costs(people, [choice.scale(work) for choice in choices])
    for choice, cost in zip(choices, costs, strict=True):
        choice.weigh(cost.welfare)
    every = [values_of(problem, groups, costs, chosen) for chosen in product(rosters, repeat=3)]
    bounds = AwardBounds(
        groups, choices, ExchangeRates(missing=50, time_off=40, shortfall=1, welfare=1), work, workers=2
    )
    heads = np.array([scale * chance.random() * 8 for _ in groups])
    prices = Prices(heads, scale * chance.random(), scale * chance.random() / 60)

    def limit(caps: Caps) -> int:
        return bounds.limit_below(caps, 10**6, prices, 0, lambda share: None)

    least_missing = min(each[Total.MISSING] for each in every)
    assert limit(Caps()) <= least_missing
    allowed = least_missing + chance.randint(0, 8)
    covering = [each for each in every if each[Total.MISSING] <= allowed]
    least_short = min(each[Total.SHORTFALL] for each in covering)
    assert limit(Caps(allowed)) <= least_short
    assert bounds.least_shortfall() <= least_short
    full = [each for each in covering if each[Total.SHORTFALL] <= least_short]
    assert limit(Caps(allowed, least_short)) <= min(each[Total.WELFARE] for each in full)
