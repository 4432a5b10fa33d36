from __future__ import annotations

import numpy as np
import pytest
from ortools.sat.python import cp_model

from benchmarks.curtois_checks import roster_cost
from shiftbid.solver.rosters.opening import OpenedRoster, Opening
from shiftbid.solver.rosters.tables import make_tables

from .small_problems import legal_rows, random_problem


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("first", [0, 3])
def test_an_opening_is_solved_to_the_best_of_what_may_change(seed: int, first: int) -> None:
    """Days from `first` are open for both people, all others stay."""
    problem = random_problem(seed, people=2)
    rows = legal_rows(problem)
    if not all(rows.values()):
        return
    names = [shift.id for shift in problem.shifts]
    start = {person: mine[len(mine) // 2] for person, mine in rows.items()}
    fitting = [[row for row in mine if row[:first] == start[person][:first]] for person, mine in rows.items()]
    best = min(roster_cost(problem, {"P0": one, "P1": two}) for one in fitting[0] for two in fitting[1])
    tables = make_tables(problem)
    roster = np.array([[names.index(day) if day else -1 for day in row] for row in start.values()], dtype=np.int16)
    days = np.zeros((2, 6), dtype=np.bool_)
    days[:, first:] = True
    opened = OpenedRoster(tables, roster, Opening(days, tables.allowed))
    solver = cp_model.CpSolver()
    assert solver.solve(opened.model) == cp_model.OPTIMAL
    found = opened.read(solver)
    assert tables.value(found) == best
    assert solver.objective_value + opened.fixed_cost == best
    texts = [tuple("" if shift < 0 else names[shift] for shift in row) for row in found.tolist()]
    assert texts[0] in fitting[0]
    assert texts[1] in fitting[1]
