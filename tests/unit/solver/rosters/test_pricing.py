from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.curtois_checks import person_faults
from shiftbid.domain.errors import InputError
from shiftbid.solver.rosters.passages import BLOCKED
from shiftbid.solver.rosters.pricing import MANY_COUNTS, Pricer, allowed_costs, has_roster, price_scale
from shiftbid.solver.rosters.problem import CoverNeed, RosterProblem
from shiftbid.solver.rosters.tables import make_tables

from .small_problems import legal_rows, random_problem

SEEDS = range(25)


def _prices(problem: RosterProblem, seed: int, scale: int) -> np.ndarray:
    chance = np.random.default_rng(seed)
    return np.rint(chance.uniform(-5, 20, (problem.days, len(problem.shifts))) * scale).astype(np.int64)


def _numbered(problem: RosterProblem, row: tuple[str, ...]) -> list[int]:
    names = [shift.id for shift in problem.shifts]
    return [names.index(shift) if shift else -1 for shift in row]


def _cost(costs: np.ndarray, row: list[int]) -> int:
    return sum(int(costs[day, shift]) for day, shift in enumerate(row) if shift >= 0)


@pytest.mark.parametrize("seed", SEEDS)
def test_least_costs_are_those_of_all_legal_rows(seed: int) -> None:
    problem = random_problem(seed, people=4, days=7, shifts=3)
    tables = make_tables(problem)
    pricer = Pricer(tables, MANY_COUNTS)
    costs = allowed_costs(tables, pricer.scale, _prices(problem, seed, pricer.scale))
    priced = pricer.price(costs, np.arange(4), 3)
    for number, (person, rows) in enumerate(legal_rows(problem).items()):
        expected = min((_cost(costs[number], _numbered(problem, row)) for row in rows), default=None)
        if expected is None:
            assert not has_roster(priced.least)[number], person
        else:
            assert priced.least[number] == expected, person
            assert priced.cost[priced.person == number].min() == expected


@pytest.mark.parametrize("seed", SEEDS[:10])
def test_a_weekend_costs_the_same_on_one_day_as_on_both(seed: int) -> None:
    problem = random_problem(seed, people=2, days=9)
    tables = replace(make_tables(problem), weekend_cost=np.array([7, 11]))
    pricer = Pricer(tables, MANY_COUNTS)
    costs = allowed_costs(tables, pricer.scale, _prices(problem, seed, pricer.scale))
    priced = pricer.price(costs, np.arange(2), 3)
    weekends = [[day for day in range(9) if (problem.first_weekday + day) % 7 == first] for first in (5, 6)]
    weekends = [[day, day + 1] for day in weekends[0]] + ([[0]] if 0 in weekends[1] else [])
    for number, rows in enumerate(legal_rows(problem).values()):
        expected = [
            _cost(costs[number], _numbered(problem, row))
            + int(tables.weekend_cost[number])
            * pricer.scale
            * sum(any(row[day] for day in days if day < 9) for days in weekends)
            for row in rows
        ]
        if expected:
            assert priced.least[number] == min(expected)
            mine = priced.person == number
            prices = pricer.scale * tables.personal_costs(priced.person[mine], priced.rosters[mine])
            heads = (costs[number] - tables.cost[number] * pricer.scale)[np.arange(9), priced.rosters[mine]]
            assert (priced.cost[mine] == prices + np.where(priced.rosters[mine] >= 0, heads, 0).sum(axis=1)).all()
        else:
            assert not has_roster(priced.least)[number]


@pytest.mark.parametrize("seed", SEEDS)
def test_rosters_are_legal_and_cost_what_is_said(seed: int) -> None:
    problem = random_problem(seed, people=5, days=16, shifts=4)
    tables = make_tables(problem)
    pricer = Pricer(tables, MANY_COUNTS)
    costs = allowed_costs(tables, pricer.scale, _prices(problem, seed, pricer.scale))
    priced = pricer.price(costs, np.arange(5), 3)
    names = [shift.id for shift in problem.shifts]
    for person, cost, row in zip(priced.person, priced.cost, priced.rosters.tolist(), strict=True):
        texts = ["" if shift < 0 else names[shift] for shift in row]
        assert person_faults(problem, problem.people[person], texts) == []
        assert _cost(costs[person], row) == cost


@pytest.mark.parametrize("seed", SEEDS[:8])
def test_days_that_must_be_worked_are_worked(seed: int) -> None:
    problem = random_problem(seed, people=2, days=7)
    tables = make_tables(problem)
    pricer = Pricer(tables, MANY_COUNTS)
    costs = allowed_costs(tables, pricer.scale, _prices(problem, seed, pricer.scale))
    must_work = np.zeros((2, 7), dtype=np.bool_)
    must_work[1, 3] = True
    priced = pricer.price(costs, np.arange(2), 3, must_work)
    rows = [_numbered(problem, row) for row in legal_rows(problem)["P1"] if row[3]]
    least = min((_cost(costs[1], row) for row in rows), default=BLOCKED)
    assert priced.least[1] == least or not (has_roster(priced.least)[1] or rows)
    assert (priced.rosters[priced.person == 1][:, 3] >= 0).all()


def test_costs_beyond_32_bits_are_refused() -> None:
    problem = random_problem(1)
    dear = RosterProblem(6, problem.shifts, problem.people, (), [CoverNeed(0, "E", 1, 10**9, 1)])
    with pytest.raises(InputError, match="too large"):
        price_scale(make_tables(dear))
