"""Linear relaxations: limits that hold for every whole-numbered answer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ortools.math_opt.python import mathopt

from shiftbid.solver.emitter import Sum
from shiftbid.solver.rows import LinearRows

_ROUNDING = 1e-5
"""Simplex answers are exact to about this much; a limit is lowered by it before it is rounded up."""
_SURE = frozenset({mathopt.TerminationReason.OPTIMAL, mathopt.TerminationReason.INFEASIBLE})


@dataclass(frozen=True, slots=True)
class Relaxed:
    """What a relaxation proves.

    Attributes
    ----------
    limit
        A whole number below every value of the sum.
    prices
        Dual value of each row: what the sum would rise by if the row's side rose by one.
    values
        Value of each column in a least answer.
    """

    limit: int
    prices: Sequence[float]
    values: Sequence[float]


class Relaxation:
    """Rows that are asked for several sums: each search goes on from the answer before."""

    def __init__(self, rows: LinearRows) -> None:
        self._rows = rows
        self._solver = mathopt.IncrementalSolver(rows.model, mathopt.SolverType.GLOP)

    def least(self, total: Sum) -> Relaxed | None:
        """Find the least of a whole-numbered sum, columns taken as divisible.

        None where the rows have no answer, or where rounding kept the simplex from it also from scratch.
        """
        rows = self._rows
        rows.minimise(total.terms)
        result = self._solver.solve()
        if result.termination.reason not in _SURE:
            result = mathopt.solve(rows.model, mathopt.SolverType.GLOP)
        if result.termination.reason is not mathopt.TerminationReason.OPTIMAL:
            return None
        value = result.objective_value()
        limit = total.constant + math.ceil(value - _ROUNDING * max(1.0, abs(value)))
        return Relaxed(limit, result.dual_values(rows.rows), result.variable_values(rows.columns))


def relaxed_least(rows: LinearRows, total: Sum) -> Relaxed | None:
    """Find the least of one sum (see `Relaxation.least`)."""
    return Relaxation(rows).least(total)
