"""The fewest heads missing that any set of templates leaves, proven by HiGHS.

On elections like those of ``docs/election.md`` HiGHS on one thread took a third to two thirds of CP-SAT's seconds. Its
arithmetic is floating: limits are lowered by more than its tolerance before they are rounded up to whole heads, and a
set found is counted anew.
"""

from __future__ import annotations

import math
import time
from datetime import timedelta

from ortools.math_opt.python import mathopt

from shiftbid.domain.outcome import SolveStatus
from shiftbid.solver.proof import Proof, ProofLimit
from shiftbid.solver.rows import LinearRows
from shiftbid.solver.template_cover import CoverProblem, distinct_slots, most_heads

_ROUNDING = 1e-5
_LESS_THAN_A_HEAD = 0.999
_REASON = mathopt.TerminationReason
_SOUND = (_REASON.OPTIMAL, _REASON.FEASIBLE, _REASON.NO_SOLUTION_FOUND)


def prove_fewest_missing(problem: CoverProblem, required: frozenset[str], limit: ProofLimit) -> Proof:
    """Find the fewest heads missing with any full set that holds the required templates.

    The values are those of the columns for adopted templates, then of the heads of each use, in the problem's order.
    The limit counts seconds only; without one the search goes on until it is proven.
    """
    began = time.monotonic()
    if limit.seconds_left == 0.0:
        return Proof(SolveStatus.UNKNOWN, (), math.nan, 0.0)
    rows = LinearRows(relaxed=False)
    columns = _write(rows, problem, required)
    seconds = None if math.isinf(limit.ends_at) else timedelta(seconds=limit.seconds_left)
    result = mathopt.solve(
        rows.model,
        mathopt.SolverType.HIGHS,
        params=mathopt.SolveParameters(
            time_limit=seconds, relative_gap_tolerance=0.0, absolute_gap_tolerance=_LESS_THAN_A_HEAD, random_seed=1
        ),
    )
    reason = result.termination.reason
    bound = result.termination.objective_bounds.dual_bound
    sound = reason in _SOUND and math.isfinite(bound)
    whole = float(max(0, math.ceil(bound - _ROUNDING * max(1.0, abs(bound))))) if sound else 0.0
    values: tuple[int, ...] = ()
    if result.has_primal_feasible_solution():
        found = result.variable_values()
        values = tuple(round(found[rows.columns[column]]) for column in columns)
    status = SolveStatus.OPTIMAL if reason is _REASON.OPTIMAL else SolveStatus.FEASIBLE
    return Proof(status if values else SolveStatus.UNKNOWN, values, whole, time.monotonic() - began)


def _write(rows: LinearRows, problem: CoverProblem, required: frozenset[str]) -> list[int]:
    """Write the cover problem as in `CoverModel`; gives the columns for adopted templates and heads."""
    adopted = {template: rows.whole(int(template in required), 1) for template in problem.templates}
    heads: dict[str, int] = {}
    for use in problem.uses:
        most = most_heads(problem, use)
        heads[use.id] = rows.whole(0, most)
        rows.row([(heads[use.id], 1), (adopted[use.template], -most)], None, 0)
    for each in problem.limits:
        rows.row([(heads[use], weight) for use, weight in each.weights.items() if use in heads], None, each.most)
    rows.row([(column, 1) for column in adopted.values()], problem.adopted_count, problem.adopted_count)
    missing: list[tuple[int, int]] = []
    of_use = list(heads.values())
    for (need, staff), slots in distinct_slots(problem).items():
        short = rows.whole(0, need)
        rows.row([(short, 1), *((of_use[number], 1) for number in staff)], need, None)
        missing.append((short, slots))
    rows.minimise(missing)
    return [*adopted.values(), *of_use]
