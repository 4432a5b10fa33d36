"""Proofs by CP-SAT on one thread: the best value of a model and the proven limit beyond it."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from shiftbid.domain.outcome import SolveStatus

_STATUS = {
    cp_model.OPTIMAL: SolveStatus.OPTIMAL,
    cp_model.FEASIBLE: SolveStatus.FEASIBLE,
    cp_model.INFEASIBLE: SolveStatus.INFEASIBLE,
    cp_model.UNKNOWN: SolveStatus.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class ProofLimit:
    """How long proofs may be sought, all stages together.

    Attributes
    ----------
    work
        CP-SAT's deterministic seconds for each stage: for published decisions, the same on every machine.
    ends_at
        Reading of ``time.monotonic`` at which all stages end; infinite for published decisions.
    """

    work: float = math.inf
    ends_at: float = math.inf

    @property
    def seconds_left(self) -> float:
        """Seconds on the clock until the end, never below 0."""
        return max(0.0, self.ends_at - time.monotonic())

    def share(self, share: float) -> ProofLimit:
        """Give a stage this share of the seconds that are left; its work is its own anyway."""
        if math.isinf(self.ends_at):
            return self
        return replace(self, ends_at=time.monotonic() + share * self.seconds_left)


@dataclass(frozen=True, slots=True)
class Proof:
    """What a proof came to.

    Attributes
    ----------
    values
        Values of the columns asked for; empty where nothing was found.
    bound
        No value of the objective is beyond this.
    seconds
        Seconds on the clock.
    """

    status: SolveStatus
    values: tuple[int, ...]
    bound: float
    seconds: float


def prove(model: cp_model.CpModel, columns: Sequence[cp_model.IntVar], limit: ProofLimit) -> Proof:
    """Solve a model on one thread until it is proven or the limit is reached.

    One thread with CP-SAT's default search proved the elections of ``docs/election.md`` faster than two to eight
    threads on two cores, and gives the same answer every time.
    """
    began = time.monotonic()
    if limit.seconds_left == 0.0:
        return Proof(SolveStatus.UNKNOWN, (), math.nan, 0.0)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    if math.isfinite(limit.work):
        solver.parameters.max_deterministic_time = limit.work
    if math.isfinite(limit.ends_at):
        solver.parameters.max_time_in_seconds = limit.seconds_left
    status = _STATUS[solver.solve(model)]
    found = status in (SolveStatus.OPTIMAL, SolveStatus.FEASIBLE)
    values = tuple(solver.value(column) for column in columns) if found else ()
    return Proof(status, values, solver.best_objective_bound, time.monotonic() - began)
