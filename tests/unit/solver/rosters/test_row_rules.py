from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from benchmarks.curtois_checks import person_faults
from shiftbid.solver.rosters.row_rules import keeps_rules
from shiftbid.solver.rosters.tables import make_tables

from .small_problems import random_problem


@pytest.mark.parametrize("seed", range(12))
def test_rows_are_judged_as_by_plain_arithmetic(seed: int) -> None:
    problem = random_problem(seed, people=2)
    tables = make_tables(problem)
    names = [*(shift.id for shift in problem.shifts), ""]
    for number, person in enumerate(problem.people):
        for row in product(range(-1, len(problem.shifts)), repeat=problem.days):
            legal = not person_faults(problem, person, [names[shift] for shift in row])
            assert keeps_rules(tables, number, np.array(row, dtype=np.int16)) == legal
