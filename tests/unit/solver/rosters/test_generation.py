from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from shiftbid.solver.rosters.errors import NoRosterError
from shiftbid.solver.rosters.generation import Generation
from shiftbid.solver.rosters.pool import RosterPool
from shiftbid.solver.rosters.pricing import Pricer
from shiftbid.solver.rosters.problem import RosterProblem
from shiftbid.solver.rosters.start import first_roster
from shiftbid.solver.rosters.tables import make_tables

from .conftest import Rows


@pytest.mark.parametrize("seed", range(12))
def test_the_limit_is_below_the_best_and_the_start_above_it(
    seed: int,
    random_problem: Callable[..., RosterProblem],
    legal_rows: Callable[[RosterProblem], Rows],
    least_cost: Callable[[RosterProblem, Rows], int | None],
) -> None:
    problem = random_problem(seed, people=2)
    best = least_cost(problem, legal_rows(problem))
    tables = make_tables(problem)
    pricer = Pricer(tables)
    if best is None:
        with pytest.raises(NoRosterError):
            first_roster(tables, pricer)
        return
    start = first_roster(tables, pricer)
    assert tables.value(start) >= best
    pool = RosterPool(tables)
    pool.add(np.arange(tables.people), start)
    generation = Generation(tables, pricer, pool)
    generation.run(lambda: True)
    assert generation.proof is not None
    limit = generation.proof.limit(pricer.scale)
    assert limit <= best
    # The mix is what the limit ends at, but for the rounding of the prices.
    assert generation.mix.value <= best + 1e-6
    assert limit >= generation.mix.value - 0.1
