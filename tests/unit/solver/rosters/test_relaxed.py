from __future__ import annotations

import itertools

import pytest

from shiftbid.solver.rosters.relaxed import RelaxedLimit
from shiftbid.solver.rosters.tables import make_tables

from .small_problems import least_cost, legal_rows, random_problem


@pytest.mark.parametrize("seed", range(12))
def test_priced_limits_prove_a_limit_below_the_best(seed: int) -> None:
    problem = random_problem(seed, people=2)
    best = least_cost(problem, legal_rows(problem))
    if best is None:
        return
    relaxed = RelaxedLimit(make_tables(problem))
    rounds = itertools.count()
    relaxed.improve(best, lambda: next(rounds) < 60)
    assert relaxed.limit <= best


def test_prices_close_most_of_the_gap() -> None:
    problem = random_problem(4, people=2)
    best = least_cost(problem, legal_rows(problem))
    assert best is not None
    relaxed = RelaxedLimit(make_tables(problem))
    first = relaxed.limit
    rounds = itertools.count()
    relaxed.improve(best, lambda: next(rounds) < 300)
    assert relaxed.limit - first >= 0.8 * (best - first)


def test_prices_of_limits_have_the_sign_that_keeps_them() -> None:
    tables = make_tables(random_problem(4, people=2))
    relaxed = RelaxedLimit(tables)
    rounds = itertools.count()
    relaxed.improve(1000, lambda: next(rounds) < 60)
    prices = relaxed.limit_prices
    assert prices.minutes.shape == prices.weekends.shape == (2,)
    assert prices.shifts.shape == (2, tables.shifts)
    assert (prices.weekends >= 0).all()
    assert (prices.shifts >= 0).all()
    # What can be worked every day has no price of its own.
    assert (prices.shifts[tables.limits.most_shifts >= tables.days] == 0).all()
