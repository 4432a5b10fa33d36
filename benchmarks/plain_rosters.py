"""The plain way to make a roster: the whole problem as one CP-SAT model with its own settings, no start, no prices."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from benchmarks.curtois_checks import OFF, Roster
from shiftbid.solver.rosters.opening import OpenedRoster, Opening
from shiftbid.solver.rosters.problem import RosterProblem
from shiftbid.solver.rosters.tables import make_tables


@dataclass(frozen=True, slots=True)
class PlainAnswer:
    """The roster found, empty where there is none, the bound and the seconds taken."""

    roster: Roster
    bound: int
    seconds: float


def plain_answer(problem: RosterProblem, seconds: float, workers: int) -> PlainAnswer:
    """Solve a problem as one model."""
    began = time.monotonic()
    tables = make_tables(problem)
    nothing = np.full((tables.people, tables.days), -1, dtype=np.int16)
    opened = OpenedRoster(tables, nothing, Opening(np.ones(nothing.shape, dtype=np.bool_), tables.allowed))
    opened.model.clear_hints()
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.1, seconds - (time.monotonic() - began))
    solver.parameters.num_workers = workers
    found = solver.solve(opened.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    taken = time.monotonic() - began
    bound = math.ceil(solver.best_objective_bound - 1e-6) + opened.fixed_cost
    if not found:
        return PlainAnswer({}, bound, taken)
    shifts = [shift.id for shift in problem.shifts]
    roster = {
        person.id: [OFF if shift < 0 else shifts[shift] for shift in row]
        for person, row in zip(problem.people, opened.read(solver).tolist(), strict=True)
    }
    return PlainAnswer(roster, bound, taken)
