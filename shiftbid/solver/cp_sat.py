"""CP-SAT within counted work: one thread, one seed, no clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from shiftbid.domain.outcome import SolveStatus

_STATUS = {
    cp_model.OPTIMAL: SolveStatus.OPTIMAL,
    cp_model.FEASIBLE: SolveStatus.FEASIBLE,
    cp_model.INFEASIBLE: SolveStatus.INFEASIBLE,
    cp_model.UNKNOWN: SolveStatus.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class CpSatWork:
    """Deterministic seconds that one solve may take, and its seed."""

    work: float
    seed: int


@dataclass(frozen=True, slots=True)
class CpSatAnswer:
    """What CP-SAT found.

    Attributes
    ----------
    values
        Value of every column; empty where nothing was found.
    bound
        Proven limit below the objective.
    work
        Deterministic seconds spent.
    """

    status: SolveStatus
    values: Sequence[int]
    bound: float
    work: float


def solve_rows(model: cp_model.CpModel, work: CpSatWork) -> CpSatAnswer:
    """Solve a model on one thread until it is proven or the work is spent; the same call gives the same answer."""
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = 1
    parameters.max_deterministic_time = work.work
    parameters.random_seed = work.seed % (1 << 31)
    # Rosters have cover rows over many people: their linear relaxation steers the search better than its default.
    parameters.linearization_level = 2
    parameters.cp_model_probing_level = 0
    parameters.symmetry_level = 0
    # Models are small and many: a second round of presolve costs more than it saves.
    parameters.max_presolve_iterations = 1
    status = _STATUS[solver.solve(model)]
    response = solver.response_proto
    found = status in (SolveStatus.OPTIMAL, SolveStatus.FEASIBLE)
    return CpSatAnswer(
        status,
        tuple(response.solution) if found else (),
        response.best_objective_bound,
        response.deterministic_time,
    )
