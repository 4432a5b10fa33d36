from __future__ import annotations

import numpy as np
import pytest

from shiftbid.solver.rosters.fitting import fitted
from shiftbid.solver.rosters.pool import RosterPool
from shiftbid.solver.rosters.tables import OFF, make_tables

from .small_problems import legal_rows, random_problem


@pytest.mark.parametrize("seed", range(8))
def test_no_known_roster_of_one_person_betters_the_fitted_ones(seed: int) -> None:
    problem = random_problem(seed)
    tables = make_tables(problem)
    names = [shift.id for shift in problem.shifts]
    rows = list(legal_rows(problem).values())
    if not all(rows):
        return
    pool = RosterPool(tables)
    for person, mine in enumerate(rows):
        days = np.array([[names.index(day) if day else OFF for day in row] for row in mine], dtype=np.int16)
        pool.add(np.full(len(days), person), days)
    start = np.array([pool.rosters[pool.person == person][0] for person in range(tables.people)], dtype=np.int16)
    found = fitted(tables, pool, np.arange(len(pool)), start)
    value = tables.value(found)
    assert value <= tables.value(start)
    for person, days in zip(pool.person.tolist(), pool.rosters, strict=True):
        other = found.copy()
        other[person] = days
        assert tables.value(other) >= value
    for person in range(tables.people):
        assert found[person].tolist() in pool.rosters[pool.person == person].tolist()
