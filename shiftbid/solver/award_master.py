"""The linear master of the award: the best mix of personal rosters, and the prices it puts on half-hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from ortools.math_opt.python import mathopt

from shiftbid.solver.award_model import CoverGroup
from shiftbid.solver.personal_rosters import PersonalRoster

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Caps:
    """What the stages before have reached and may not be given up; None: this stage is not reached yet."""

    missing_half_hours: int | None = None
    shortfall_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Prices:
    """Prices, each at least 0.

    Attributes
    ----------
    heads
        Of a head in all half-hours of each cover group; shape (groups,).
    missing, shortfall
        Of a missing head half-hour and of a minute short of contract, where a stage before caps them.
    """

    heads: FloatArray
    missing: float
    shortfall: float

    def mixed(self, other: Prices, share: float) -> Prices:
        """Give this share of these prices and the rest of the other."""
        return Prices(
            share * self.heads + (1 - share) * other.heads,
            share * self.missing + (1 - share) * other.missing,
            share * self.shortfall + (1 - share) * other.shortfall,
        )


class AwardMaster:
    """Mixes each person's known rosters so that the first stage without a cap is least.

    Asked again after rosters were added, it goes on from its last answer. The caps may be passed at the penalties'
    prices: without that, few mixes keep them while few rosters are known, and the prices would say nothing.
    """

    def __init__(self, groups: Sequence[CoverGroup], people: int, caps: Caps, penalties: Prices) -> None:
        self._caps = caps
        self._model = mathopt.Model()
        self._missing_cap = self._cap_row(caps.missing_half_hours, penalties.missing)
        self._shortfall_cap = self._cap_row(caps.shortfall_minutes, penalties.shortfall)
        self._one = [self._model.add_linear_constraint(lb=1.0, ub=1.0) for _ in range(people)]
        self._staffed = {
            shift: self._model.add_linear_constraint(lb=0.0)
            for shift in dict.fromkeys(shift for group in groups for shift in group.shifts)
        }
        self._cover = self._cover_rows(groups)
        self._solver = mathopt.IncrementalSolver(self._model, mathopt.SolverType.GLOP)

    def learn(self, person: int, roster: PersonalRoster) -> None:
        """Add a roster that the person (by number) may have a share of."""
        caps = self._caps
        share = self._model.add_variable(lb=0.0)
        self._one[person].set_coefficient(share, 1.0)
        if roster.shortfall_minutes:
            self._shortfall_cap.set_coefficient(share, roster.shortfall_minutes)
        if caps.missing_half_hours is not None:
            cost = roster.shortfall_minutes if caps.shortfall_minutes is None else roster.lost_welfare
            self._model.objective.set_linear_coefficient(share, cost)
        for shift in sorted(roster.shifts):
            if shift in self._staffed:
                self._staffed[shift].set_coefficient(share, 1.0)

    def best_mix(self) -> tuple[float, Prices] | None:
        """Mix the rosters known; gives the mix's value and its prices, None where rounding kept the simplex from it."""
        result = self._solver.solve()
        if result.termination.reason is not mathopt.TerminationReason.OPTIMAL:
            return None
        duals = result.dual_values([*self._cover, self._missing_cap, self._shortfall_cap])
        return result.objective_value(), Prices(np.maximum(0.0, duals[:-2]), max(0.0, -duals[-2]), max(0.0, -duals[-1]))

    def _cap_row(self, most: int | None, penalty: float) -> mathopt.LinearConstraint:
        row = self._model.add_linear_constraint(ub=float("inf") if most is None else most)
        passed = self._model.add_variable(lb=0.0)
        row.set_coefficient(passed, -1.0)
        self._model.objective.set_linear_coefficient(passed, penalty)
        return row

    def _cover_rows(self, groups: Sequence[CoverGroup]) -> list[mathopt.LinearConstraint]:
        heads = {shift: self._model.add_variable(lb=0.0) for shift in self._staffed}
        for shift, row in self._staffed.items():
            row.set_coefficient(heads[shift], -1.0)
        cover: list[mathopt.LinearConstraint] = []
        for group in groups:
            row = self._model.add_linear_constraint(lb=group.heads)
            missing = self._model.add_variable(lb=0.0)
            row.set_coefficient(missing, 1.0)
            self._missing_cap.set_coefficient(missing, group.count)
            if self._caps.missing_half_hours is None:
                self._model.objective.set_linear_coefficient(missing, group.count)
            for shift in group.shifts:
                row.set_coefficient(heads[shift], 1.0)
            cover.append(row)
        return cover
