from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from benchmarks.curtois_checks import person_faults
from shiftbid.solver.rosters.problem import RosterProblem
from shiftbid.solver.rosters.sequences import BARRED, SequencePricer
from shiftbid.solver.rosters.tables import IntArray, RosterTables, make_tables

from .small_problems import random_problem


def _without_amounts(problem: RosterProblem) -> RosterProblem:
    people = [
        replace(
            person,
            most_shifts=dict.fromkeys(person.most_shifts, problem.days),
            least_minutes=0,
            most_minutes=100_000,
            most_weekends=problem.days,
        )
        for person in problem.people
    ]
    return replace(problem, people=people)


def _cost(tables: RosterTables, costs: IntArray, weekend_cost: int, row: Sequence[int]) -> int:
    cost = sum(int(costs[day, shift]) for day, shift in enumerate(row) if shift >= 0)
    at_work = [shift >= 0 for shift in row]
    # The first day may end a weekend whose first day is not part of the period.
    weekends = [at_work[:1]] if tables.ends_weekend[0] else []
    for day in np.flatnonzero(tables.opens_weekend).tolist():
        ends = day + 1 < len(row) and bool(tables.ends_weekend[day + 1])
        weekends.append(at_work[day : day + 2] if ends else at_work[day : day + 1])
    return cost + weekend_cost * sum(any(days) for days in weekends)


@pytest.mark.parametrize("seed", range(20))
def test_the_cheapest_sequence_is_found(seed: int) -> None:
    problem = _without_amounts(random_problem(seed, people=2, shifts=2 + seed % 2))
    tables = make_tables(problem)
    chance = np.random.default_rng(seed)
    costs = np.where(tables.allowed, chance.integers(-20, 20, tables.cost.shape), BARRED)
    weekend_costs = chance.integers(0, 15, tables.people)
    priced = SequencePricer(tables).price(costs, weekend_costs)
    names = [*(shift.id for shift in problem.shifts), ""]
    for number, person in enumerate(problem.people):
        legal = {
            row: _cost(tables, costs[number], int(weekend_costs[number]), row)
            for row in product(range(-1, len(problem.shifts)), repeat=problem.days)
            if not person_faults(problem, person, [names[shift] for shift in row])
        }
        assert priced.least[number] == min(legal.values())
        assert legal[tuple(priced.roster[number].tolist())] == priced.least[number]
