"""Shift design beside a plain model: ``python -m benchmarks.design_table [--seconds S] [--workers N] [NAME …]``.

Every published instance is solved twice in the same run with the same seconds and workers: by the product, and by one
CP-SAT model of the same problem without its rows, relaxations and search (CP-SAT's own defaults). Names such as
``DataSet2`` or ``week`` choose some of the instances. pyworkforce has no cost or limit for the number of templates, no
shift over midnight and no proven limit, so that it cannot state these instances.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ortools.sat.python import cp_model

from benchmarks import shift_design, template_week
from benchmarks.design_runs import PreparedRun
from benchmarks.option_values import positive_count, positive_seconds
from shiftbid.solver.rows import CpSatRows
from shiftbid.solver.shift_design.cover import CoverProblem
from shiftbid.solver.shift_design.cover_model import write_columns, write_cover_sums
from shiftbid.solver.shift_design.team import design_shifts

SHARED = Path(__file__).resolve().parents[2] / "shared" / "benchmarks"


@dataclass(frozen=True, slots=True)
class Row:
    """Value, limit and seconds of one way to solve an instance; no value where nothing was found."""

    objective: float | None
    bound: float
    seconds: float

    @property
    def gap(self) -> float | None:
        """Distance from the value to the limit."""
        return None if self.objective is None else self.objective - self.bound

    def __str__(self) -> str:
        value = "none" if self.objective is None else f"{self.objective:.0f}"
        return f"{value:>8}{self.bound:>8.0f}{self.seconds:>7.1f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Solve and print the table; gives 2 where the instances are not there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.design_table", description=__doc__)
    parser.add_argument("names", metavar="NAME", nargs="*")
    parser.add_argument("--seconds", metavar="S", type=positive_seconds, default=20.0)
    parser.add_argument("--workers", metavar="N", type=positive_count, default=2)
    parsed = parser.parse_args(arguments)
    instances = [each for each in _instances() if not parsed.names or any(name in each[0] for name in parsed.names)]
    if not instances:
        sys.stderr.write(f"no such instance under {SHARED}: the published sets lie beside the checkout, in ../shared\n")
        return 2
    sys.stdout.write(
        f"{'instance':<26}{'ours':>8}{'limit':>8}{'s':>7}{'plain':>8}{'limit':>8}{'s':>7}{'gap ratio':>11}\n"
    )
    for name, path, prepare in instances:
        prepared = prepare(path)
        ours = solved_by_product(prepared, parsed.seconds, parsed.workers)
        plain = solved_plainly(prepared, parsed.seconds, parsed.workers)
        sys.stdout.write(f"{name:<26}{ours}{plain}{gap_ratio(ours, plain):>11}\n")
        sys.stdout.flush()
    return 0


def solved_by_product(prepared: PreparedRun, seconds: float, workers: int) -> Row:
    """Solve as the runners do."""
    began = time.perf_counter()
    designed = design_shifts(prepared.plan, seconds, workers, 0, _silent)
    unit = float(prepared.cost_unit)
    return Row(designed.design.cost * unit, (designed.stage.bound or 0.0) * unit, time.perf_counter() - began)


def solved_plainly(prepared: PreparedRun, seconds: float, workers: int) -> Row:
    """Solve by one CP-SAT model of the problem as it is stated."""
    began = time.perf_counter()
    problem: CoverProblem = prepared.plan.problem
    rows = CpSatRows()
    columns = write_columns(rows, problem, range(len(problem.spans)), None)
    write_cover_sums(rows, problem, columns)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    found = solver.solve(rows.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    unit = float(prepared.cost_unit)
    objective = solver.objective_value * unit if found else None
    return Row(objective, solver.best_objective_bound * unit, time.perf_counter() - began)


def gap_ratio(ours: Row, plain: Row) -> str:
    """Our gap as a share of the plain model's."""
    if ours.gap is None or plain.gap is None:
        return "-"
    if plain.gap <= 0:
        return "both 0" if ours.gap <= 0 else "plain 0"
    return f"{ours.gap / plain.gap:.0%}"


def _instances() -> Iterator[tuple[str, Path, Callable[[Path], PreparedRun]]]:
    for path in sorted(SHARED.glob("shift_design_dbai/*/*.dzn")):
        yield f"{path.parent.name}/{path.stem}", path, shift_design.prepare
    for path in sorted(SHARED.glob("template_week/*.json")):
        yield path.stem, path, template_week.prepare


def _silent(share: float, text: str) -> None:
    """Nobody is waiting for the progress of a benchmark."""


if __name__ == "__main__":
    sys.exit(main())
