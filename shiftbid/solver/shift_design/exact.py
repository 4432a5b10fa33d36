"""Exact solves of a shift design, or of the part of it over some templates, within seconds."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta

from ortools.math_opt.python import mathopt
from ortools.sat.python import cp_model

from shiftbid.domain.errors import BugError
from shiftbid.solver.rows import CpSatRows, LinearRows, RowModel
from shiftbid.solver.shift_design.cover import CoverProblem, Heads
from shiftbid.solver.shift_design.cover_cuts import write_all_cuts, write_step_cuts
from shiftbid.solver.shift_design.cover_model import (
    CoverColumns,
    write_columns,
    write_cover_changes,
    write_cover_sums,
)

_ROUNDING = 1e-5
"""Linear solvers are exact to about this much; a limit is lowered by it before it is rounded up."""
_SOUND = (
    mathopt.TerminationReason.OPTIMAL,
    mathopt.TerminationReason.FEASIBLE,
    mathopt.TerminationReason.NO_SOLUTION_FOUND,
)
"""Ends after which HiGHS stands by its limit."""
_WHOLE = 1 - 1e-3
"""Costs are whole numbers: a gap below 1 is none."""


CutWriter = Callable[[RowModel, CoverProblem, CoverColumns], None]
"""Writes rows that only fractional answers break (see `cover_cuts`)."""


@dataclass(frozen=True, slots=True)
class Task:
    """What to solve.

    Attributes
    ----------
    templates
        Templates that may be used.
    most_cost
        Only answers of at most this cost are wanted; None for any.
    """

    problem: CoverProblem
    templates: Collection[int]
    most_cost: int | None
    seconds: float
    seed: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a solve gave.

    Attributes
    ----------
    heads
        The best answer found; None where none was.
    bound
        No answer over the templates costs less.
    exhausted
        The question is settled: `heads` is the best, or, without any, none of the wanted cost exists.
    """

    heads: Heads | None
    bound: int
    exhausted: bool


@dataclass(frozen=True, slots=True)
class Relaxation:
    """The problem with divisible templates and heads.

    Attributes
    ----------
    bound
        No answer costs less.
    order
        Templates, the most promising first: by share in use, then by what their use would add to the cost.
    support
        Templates in use, in part at least: the first of `order`.
    """

    bound: int
    order: tuple[int, ...]
    support: int


def relaxed(problem: CoverProblem, cuts: CutWriter) -> Relaxation:
    """Solve the linear relaxation."""
    rows = LinearRows(relaxed=True)
    columns = write_columns(rows, problem, range(len(problem.spans)), None)
    write_cover_changes(rows, problem, columns)
    cuts(rows, problem, columns)
    result = mathopt.solve(rows.model, mathopt.SolverType.GLOP)
    if result.termination.reason is not mathopt.TerminationReason.OPTIMAL:
        # Not settled within the solver's precision: every cost is at least 0.
        return Relaxation(0, tuple(sorted(columns.adopted)), 0)
    shares, prices = result.variable_values(), result.reduced_costs()
    share = {number: shares[rows.columns[column]] for number, column in columns.adopted.items()}
    price = {number: prices[rows.columns[column]] for number, column in columns.adopted.items()}
    order = sorted(share, key=lambda number: (-share[number], price[number], number))
    support = sum(1 for each in share.values() if each > _ROUNDING)
    return Relaxation(_rounded_up(result.objective_value()), tuple(order), support)


def solve_linear(task: Task) -> Attempt:
    """Solve by HiGHS."""
    rows = LinearRows(relaxed=False)
    columns = _write_linear(rows, task)
    return _solved_linear(task, rows, columns)


def bound_by_templates(task: Task) -> Attempt:
    """Solve by HiGHS with whole templates and divisible heads: a limit, and no answer."""
    rows = LinearRows(relaxed=False)
    columns = _write_linear(rows, task)
    for column in (*columns.heads.values(), *columns.missing, *columns.surplus):
        rows.columns[column].integer = False
    attempt = _solved_linear(task, rows, columns)
    return Attempt(None, attempt.bound, attempt.exhausted)


def solve_cp_sat(task: Task) -> Attempt:
    """Solve by CP-SAT on one thread."""
    rows = CpSatRows()
    columns = write_columns(rows, task.problem, task.templates, task.most_cost)
    write_cover_sums(rows, task.problem, columns)
    write_all_cuts(rows, task.problem, columns)
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = 1
    parameters.max_time_in_seconds = max(0.0, task.seconds)
    parameters.random_seed = task.seed
    # Cover rows run over many templates: their linear relaxation steers the search better than its default.
    parameters.linearization_level = 2
    status = solver.solve(rows.model)
    if status == cp_model.INFEASIBLE:
        return _nothing_within(task)
    if status == cp_model.MODEL_INVALID:
        raise BugError("CP-SAT takes a shift design for invalid")
    response = solver.response_proto
    bound = max(0, math.ceil(response.best_objective_bound - _ROUNDING))
    if status == cp_model.UNKNOWN:
        return Attempt(None, bound, exhausted=False)
    values = tuple(response.solution)
    heads = {number: values[column] for number, column in columns.heads.items() if values[column]}
    return Attempt(heads, bound, exhausted=status == cp_model.OPTIMAL)


def _write_linear(rows: LinearRows, task: Task) -> CoverColumns:
    columns = write_columns(rows, task.problem, task.templates, task.most_cost)
    write_cover_changes(rows, task.problem, columns)
    # More rows would make each step of HiGHS dearer, which costs more than they gain.
    write_step_cuts(rows, task.problem, columns)
    return columns


def _solved_linear(task: Task, rows: LinearRows, columns: CoverColumns) -> Attempt:
    result = mathopt.solve(
        rows.model,
        mathopt.SolverType.HIGHS,
        params=mathopt.SolveParameters(
            time_limit=timedelta(seconds=max(0.0, task.seconds)),
            relative_gap_tolerance=0.0,
            absolute_gap_tolerance=_WHOLE,
        ),
    )
    reason = result.termination.reason
    if reason in (mathopt.TerminationReason.INFEASIBLE, mathopt.TerminationReason.INFEASIBLE_OR_UNBOUNDED):
        return _nothing_within(task)
    limit = result.termination.objective_bounds.dual_bound
    bound = _rounded_up(limit) if reason in _SOUND and math.isfinite(limit) else 0
    if not result.has_primal_feasible_solution():
        return Attempt(None, bound, exhausted=False)
    values = result.variable_values()
    found = {number: round(values[rows.columns[column]]) for number, column in columns.heads.items()}
    heads: Mapping[int, int] = {number: count for number, count in found.items() if count}
    return Attempt(heads, bound, exhausted=reason is mathopt.TerminationReason.OPTIMAL)


def _nothing_within(task: Task) -> Attempt:
    if task.most_cost is None:
        raise BugError("a shift design without a limit on its cost always has an answer: nobody comes")
    return Attempt(None, task.most_cost + 1, exhausted=True)


def _rounded_up(limit: float) -> int:
    return max(0, math.ceil(limit - _ROUNDING * max(1.0, abs(limit))))
