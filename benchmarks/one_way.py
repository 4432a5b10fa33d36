"""One instance solved one way: ``python -m benchmarks.one_way {ours,plain,pyworkforce} INSTANCE --seconds S``.

Writes one JSON object: objective, bound and gap as text, seconds, and a note. Each way is a process of its own, so that
none inherits what another has loaded.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.option_values import positive_count, positive_seconds

WAYS = ("ours", "plain", "pyworkforce")
DASH = "-"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the table shows of one way to solve an instance."""

    objective: str
    bound: str
    gap: str
    note: str = ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Solve, write one line of JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.one_way", description=__doc__)
    parser.add_argument("way", choices=WAYS)
    parser.add_argument("instance", type=Path)
    parser.add_argument("--seconds", metavar="S", type=positive_seconds, required=True)
    parser.add_argument("--workers", metavar="N", type=positive_count, default=2)
    parsed = parser.parse_args(arguments)
    solve = _solver_of(parsed.instance)
    began = time.monotonic()
    shown = solve(parsed.way, parsed.instance, parsed.seconds, parsed.workers)
    sys.stdout.write(json.dumps({**asdict(shown), "seconds": round(time.monotonic() - began, 1)}) + "\n")
    return 0


def _solver_of(instance: Path) -> Callable[[str, Path, float, int], Shown]:
    if instance.suffix == ".txt":
        return _roster
    return _design if instance.suffix == ".dzn" or instance.parent.name == "template_week" else _award


# Solvers are imported where they are used: OR-Tools and HiGHS must not be loaded into one process, and processes that
# a solver starts load this module again.


def _roster(way: str, path: Path, seconds: float, workers: int) -> Shown:
    from benchmarks.curtois_files import read_instance
    from benchmarks.curtois_table import solve_ours, solve_plain

    if way == "pyworkforce":
        return Shown(DASH, DASH, DASH, "cannot be stated: soft cover, runs, weekends, requests by date")
    answer = (solve_ours if way == "ours" else solve_plain)(read_instance(path), seconds, workers)
    return _numbers(answer.cost, answer.bound)


def _design(way: str, path: Path, seconds: float, workers: int) -> Shown:
    from benchmarks import shift_design, template_week
    from benchmarks.design_table import solved_by_product, solved_plainly
    from benchmarks.pyworkforce_answers import pyworkforce_design
    from shiftbid.solver.shift_design.cover import is_allowed

    prepared = (shift_design if path.suffix == ".dzn" else template_week).prepare(path)
    if way != "pyworkforce":
        row = (solved_by_product if way == "ours" else solved_plainly)(prepared, seconds, workers)
        return _numbers(row.objective, row.bound)
    problem = prepared.plan.problem
    found = pyworkforce_design(problem, seconds, workers)
    if found.measure is None:
        return Shown("none", DASH, DASH, "no answer in time")
    note = f"{found.measure.templates} templates"
    if not is_allowed(problem, found.measure):
        note += f", not allowed: at most {problem.most_templates} and the paid minutes of the staff"
    return Shown(f"{float(found.measure.cost * prepared.cost_unit):g}", DASH, DASH, note)


def _award(way: str, path: Path, seconds: float, workers: int) -> Shown:
    from benchmarks.award import as_record
    from benchmarks.award_checks import find_faults, heads_missing, law_broken
    from benchmarks.award_files import read_award
    from benchmarks.plain_award_model import plain_award
    from benchmarks.pyworkforce_answers import pyworkforce_award

    read = read_award(path)
    if way == "pyworkforce":
        found = pyworkforce_award(read.case, seconds, workers)
        if not found.roster:
            return Shown("none", DASH, DASH, f"{found.status}: every seat has to be filled, and not all can be")
        broken = law_broken(read.case, found.roster)
        note = f"{broken} breaches of rest, weeks and Saturdays, which it cannot be told, nor bids"
        return Shown(f"{heads_missing(read.case, found.roster)} | -", DASH, DASH, note)
    if way == "plain":
        plain = plain_award(read.case, seconds, workers)
        if plain.welfare is None:
            return Shown("none", str(plain.unmet_bound), DASH, "no award in time")
        checked = {
            "roster": plain.roster,
            "unmet": plain.unmet,
            "unmet_bound": plain.unmet_bound,
            "welfare": plain.welfare,
            "welfare_bound": None,
        }
        faults = find_faults(read.case, checked)
        return _welfare(plain.unmet, plain.unmet_bound, plain.welfare, plain.welfare_bound, "; ".join(faults[:2]))
    from shiftbid.solver.nash_award.award import AwardEffort, award_seats

    answer = as_record(read, award_seats(read.award, AwardEffort(seconds, workers), _silent), 0.0)
    note = "; ".join(find_faults(read.case, answer)[:2])
    return _welfare(answer["unmet"], answer["unmet_bound"], answer["welfare"], answer["welfare_bound"], note)


def _welfare(unmet: int | None, unmet_bound: int, welfare: float, welfare_bound: float | None, note: str) -> Shown:
    gap = DASH
    if welfare_bound is not None and unmet == unmet_bound:
        gap = f"{(welfare_bound - welfare) / abs(welfare):.2%}"
    bound = DASH if welfare_bound is None else f"{welfare_bound:.3f}"
    return Shown(f"{unmet} | {welfare:.3f}", f"{unmet_bound} | {bound}", gap, note)


def _numbers(objective: float | None, bound: float | None) -> Shown:
    if objective is None:
        return Shown("none", DASH if bound is None else f"{bound:g}", DASH)
    gap = DASH if bound is None or not objective else f"{(objective - bound) / objective:.1%}"
    return Shown(f"{objective:g}", DASH if bound is None else f"{bound:g}", gap)


def _silent(unmet: int | None, welfare: float, welfare_bound: float) -> None:
    """Nobody waits for the progress of a benchmark."""
    del unmet, welfare, welfare_bound


if __name__ == "__main__":
    sys.exit(main())
