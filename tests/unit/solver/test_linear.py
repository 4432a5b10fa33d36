"""Linear relaxations: their limit, their prices, and what rounding may do to them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ortools.math_opt.python import mathopt

from shiftbid.solver.emitter import Sum
from shiftbid.solver.linear import Relaxation
from shiftbid.solver.rows import LinearRows

_Result = mathopt.SolveResult


def _five_heads() -> tuple[LinearRows, Sum]:
    """At least five heads from two people of two heads each and a third who costs three times as much."""
    rows = LinearRows(relaxed=True)
    columns = [rows.whole(0, 2) for _ in range(3)]
    rows.row(((column, 1) for column in columns), 5, None)
    return rows, Sum(((columns[0], 2), (columns[1], 2), (columns[2], 6)), 4)


def _spoiled(result: _Result) -> _Result:
    return replace(result, termination=replace(result.termination, reason=mathopt.TerminationReason.IMPRECISE))


def test_limit_prices_and_values_of_a_least_answer() -> None:
    rows, total = _five_heads()
    relaxed = Relaxation(rows).least(total)
    assert relaxed is not None
    assert relaxed.limit == 4 + 2 * 2 + 2 * 2 + 6
    assert list(relaxed.prices) == pytest.approx([6.0])
    assert list(relaxed.values) == pytest.approx([2.0, 2.0, 1.0])


def test_rows_without_an_answer_have_no_least() -> None:
    rows, total = _five_heads()
    rows.rows[0].lower_bound = 7
    assert Relaxation(rows).least(total) is None


_TRUE_SOLVE, _TRUE_FRESH = mathopt.IncrementalSolver.solve, mathopt.solve


def _spoiled_solve(solver: mathopt.IncrementalSolver) -> _Result:
    return _spoiled(_TRUE_SOLVE(solver))


def _spoiled_fresh(model: mathopt.Model, solver: mathopt.SolverType) -> _Result:
    return _spoiled(_TRUE_FRESH(model, solver))


def test_a_search_that_rounding_spoiled_is_made_again_from_scratch(monkeypatch: pytest.MonkeyPatch) -> None:
    rows, total = _five_heads()
    monkeypatch.setattr(mathopt.IncrementalSolver, "solve", _spoiled_solve)
    relaxed = Relaxation(rows).least(total)
    assert relaxed is not None
    assert relaxed.limit == 18


def test_nothing_is_claimed_where_rounding_spoils_that_too(monkeypatch: pytest.MonkeyPatch) -> None:
    rows, total = _five_heads()
    monkeypatch.setattr(mathopt.IncrementalSolver, "solve", _spoiled_solve)
    monkeypatch.setattr(mathopt, "solve", _spoiled_fresh)
    assert Relaxation(rows).least(total) is None
