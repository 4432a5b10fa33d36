"""The linear master of the award: the best mix of personal rosters, and the prices it puts on half-hours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from ortools.math_opt.python import mathopt

from shiftbid.domain.errors import BugError
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


def best_mix(
    groups: Sequence[CoverGroup],
    known: Sequence[Mapping[frozenset[str], PersonalRoster]],
    caps: Caps,
    penalties: Prices,
) -> tuple[float, Prices]:
    """Mix each person's known rosters so that the first stage without a cap is least; give its value and prices.

    The caps may be passed at the penalties' prices: without that, few mixes keep them while few rosters are known, and
    the prices would say nothing.
    """
    model = mathopt.Model()
    infinity = float("inf")
    missing_cap = model.add_linear_constraint(ub=infinity)
    shortfall_cap = model.add_linear_constraint(ub=infinity)
    if caps.missing_half_hours is not None:
        missing_cap.upper_bound = caps.missing_half_hours
    if caps.shortfall_minutes is not None:
        shortfall_cap.upper_bound = caps.shortfall_minutes
    for cap, penalty in ((missing_cap, penalties.missing), (shortfall_cap, penalties.shortfall)):
        passed = model.add_variable(lb=0.0)
        cap.set_coefficient(passed, -1.0)
        model.objective.set_linear_coefficient(passed, penalty)
    cover: list[mathopt.LinearConstraint] = []
    staffed: dict[str, mathopt.LinearConstraint] = {}
    for group in groups:
        row = model.add_linear_constraint(lb=group.heads)
        missing = model.add_variable(lb=0.0)
        row.set_coefficient(missing, 1.0)
        missing_cap.set_coefficient(missing, group.count)
        if caps.missing_half_hours is None:
            model.objective.set_linear_coefficient(missing, group.count)
        cover.append(row)
    heads = {
        shift: model.add_variable(lb=0.0)
        for shift in dict.fromkeys(shift for group in groups for shift in group.shifts)
    }
    for group, row in zip(groups, cover, strict=True):
        for shift in group.shifts:
            row.set_coefficient(heads[shift], 1.0)
    for shift, column in heads.items():
        staffed[shift] = model.add_linear_constraint(lb=0.0)
        staffed[shift].set_coefficient(column, -1.0)
    for rosters in known:
        one = model.add_linear_constraint(lb=1.0, ub=1.0)
        for roster in rosters.values():
            share = model.add_variable(lb=0.0)
            one.set_coefficient(share, 1.0)
            shortfall_cap.set_coefficient(share, roster.shortfall_minutes)
            model.objective.set_linear_coefficient(share, _cost(roster, caps))
            for shift in sorted(roster.shifts):
                if shift in staffed:
                    staffed[shift].set_coefficient(share, 1.0)
    result = mathopt.solve(model, mathopt.SolverType.GLOP)
    if result.termination.reason is not mathopt.TerminationReason.OPTIMAL:
        raise BugError(f"the award's master ended as {result.termination.reason.name}")
    duals = result.dual_values([*cover, missing_cap, shortfall_cap])
    return result.objective_value(), Prices(np.maximum(0.0, duals[:-2]), max(0.0, -duals[-2]), max(0.0, -duals[-1]))


def _cost(roster: PersonalRoster, caps: Caps) -> int:
    if caps.missing_half_hours is None:
        return 0
    return roster.shortfall_minutes if caps.shortfall_minutes is None else roster.lost_welfare
