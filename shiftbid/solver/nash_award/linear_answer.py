"""Answers of linear models, relaxed or in whole shifts, by HiGHS."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from ortools.math_opt.python import mathopt

_REASON = mathopt.TerminationReason


@dataclass(frozen=True, slots=True)
class LinearAnswer:
    """What HiGHS found.

    Attributes
    ----------
    values
        Value of each column; None where nothing was found.
    duals
        Dual of each row; empty where the model has whole columns or was not solved.
    bound
        Limit above the objective.
    proven
        Whether the values are proven best, within the gap asked for.
    infeasible
        Whether the rows were proven to have no answer.
    """

    values: Mapping[mathopt.Variable, float] | None
    duals: Mapping[mathopt.LinearConstraint, float]
    bound: float
    proven: bool
    infeasible: bool


def solve_linear(
    model: mathopt.Model, seconds: float, gap: float = 0.0, start: mathopt.SolutionHint | None = None
) -> LinearAnswer:
    """Solve a model until its relative gap is reached or the seconds are over."""
    result = mathopt.solve(
        model,
        mathopt.SolverType.HIGHS,
        # HiGHS inside OR-Tools takes no number of threads; its linear and whole-number searches run on one.
        params=mathopt.SolveParameters(
            time_limit=timedelta(seconds=max(0.05, seconds)), relative_gap_tolerance=gap or None, random_seed=1
        ),
        model_params=mathopt.ModelSolveParameters(solution_hints=[start] if start else []),
    )
    infeasible = result.termination.reason in (_REASON.INFEASIBLE, _REASON.INFEASIBLE_OR_UNBOUNDED)
    return LinearAnswer(
        result.variable_values() if result.has_primal_feasible_solution() else None,
        result.dual_values() if result.has_dual_feasible_solution() else {},
        result.termination.objective_bounds.dual_bound,
        result.termination.reason is _REASON.OPTIMAL,
        infeasible,
    )
