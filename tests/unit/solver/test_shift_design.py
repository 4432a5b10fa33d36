"""Shift design against brute force on small rounds, and its processes."""

from __future__ import annotations

import multiprocessing
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

import psutil
import pytest

from shiftbid.domain.outcome import SolveStatus
from shiftbid.solver.shift_design.cover import CoverProblem, Duty, is_allowed, measured, presence
from shiftbid.solver.shift_design.cover_cuts import write_all_cuts, write_step_cuts
from shiftbid.solver.shift_design.exact import (
    Task,
    bound_by_templates,
    relaxed,
    solve_cp_sat,
    solve_linear,
)
from shiftbid.solver.shift_design.proof import ProofStep
from shiftbid.solver.shift_design.team import DesignPlan, design_shifts


def silent(share: float, text: str) -> None:
    assert share >= 0
    assert text


def round_problem(seed: int) -> CoverProblem:
    """A short round of slots and a few templates over midnight or with breaks, small enough to enumerate."""
    chance = random.Random(seed)
    slots, days = chance.choice([(3, 2), (6, 1), (5, 1)])
    horizon = slots * days
    templates = [(chance.randrange(slots), chance.randrange(1, 4)) for _ in range(3 if days == 1 else 2)]
    duties: list[Duty] = []
    for number, (start, length) in enumerate(templates):
        for day in range(days):
            whole = [(day * slots + start + offset) % horizon for offset in range(length)]
            duties.append(Duty(number, day, frozenset(whole), 30 * length))
            if length == 3 and chance.random() < 0.5:
                duties.append(Duty(number, day, frozenset({whole[0], whole[2]}), 60))
    endless = chance.random() < 0.7
    return CoverProblem(
        needs=tuple(chance.randrange(3) for _ in range(horizon)),
        previous=tuple((slot - 1) % horizon if slot or endless else None for slot in range(horizon)),
        spans=tuple((start, start + length) for start, length in templates),
        duties=tuple(duties),
        missing_cost=chance.choice([1, 2, 5]),
        surplus_cost=chance.choice([0, 1, 2]),
        template_cost=chance.choice([0, 1, 3]),
        most_templates=chance.choice([1, 2, 3]),
        most_paid_minutes=chance.choice([None, 120, 300]),
    )


def least_cost(problem: CoverProblem) -> int:
    """Least cost over every use, heads tried up to the highest need."""
    most = max(problem.needs)
    costs: list[int] = []
    for heads in product(range(most + 1), repeat=len(problem.duties)):
        measure = measured(problem, dict(enumerate(heads)))
        if is_allowed(problem, measure):
            costs.append(measure.cost)
    return min(costs)


SMALL = [round_problem(seed) for seed in range(60)]


@pytest.mark.parametrize("problem", SMALL)
def test_exact_solves_reach_the_least_cost_and_limits_stay_below(problem: CoverProblem) -> None:
    best = least_cost(problem)
    every = range(len(problem.spans))
    task = Task(problem, every, None, 10.0, 1)
    for solve in (solve_linear, solve_cp_sat):
        attempt = solve(task)
        assert attempt.exhausted
        assert attempt.bound == best
        assert attempt.heads is not None
        measure = measured(problem, attempt.heads)
        assert is_allowed(problem, measure)
        assert measure.cost == best
    assert relaxed(problem, write_step_cuts).bound <= relaxed(problem, write_all_cuts).bound <= best
    assert bound_by_templates(task).bound <= best


@pytest.mark.parametrize("problem", SMALL[:20])
def test_a_limit_on_the_cost_is_met_or_refuted(problem: CoverProblem) -> None:
    best = least_cost(problem)
    every = range(len(problem.spans))
    for solve in (solve_linear, solve_cp_sat):
        met = solve(Task(problem, every, best, 10.0, 1))
        assert met.heads is not None
        assert measured(problem, met.heads).cost == best
        if best:
            refuted = solve(Task(problem, every, best - 1, 10.0, 1))
            assert refuted.heads is None
            assert refuted.exhausted
            assert refuted.bound == best


def test_presence_counts_heads_over_the_end_of_the_round() -> None:
    problem = CoverProblem((1, 0, 2), (2, 0, 1), ((2, 4),), (Duty(0, 0, frozenset({2, 0}), 60),), 1, 1, 4, 1, None)
    assert presence(problem, {0: 2}) == [2, 0, 2]
    measure = measured(problem, {0: 2})
    assert (measure.missing, measure.surplus, measure.templates, measure.cost) == (0, 1, 1, 5)
    assert measure.paid_minutes == 120


def plan_of(problem: CoverProblem) -> DesignPlan:
    steps = (ProofStep(solve_cp_sat, problem, share=1.0, is_whole=True),)
    return DesignPlan(problem, (solve_linear, solve_cp_sat), steps)


def staggered(seed: int, slots: int, most: int) -> CoverProblem:
    """A day with more templates than an instant is enough for."""
    chance = random.Random(seed)
    templates = [(start, length) for start in range(slots) for length in range(slots // 4, slots // 3)]
    return CoverProblem(
        needs=tuple(chance.randrange(most) for _ in range(7 * slots)),
        previous=tuple((slot - 1) % (7 * slots) for slot in range(7 * slots)),
        spans=tuple((start, start + length) for start, length in templates),
        duties=tuple(
            Duty(number, day, frozenset((day * slots + start + each) % (7 * slots) for each in range(length)), 0)
            for number, (start, length) in enumerate(templates)
            for day in range(7)
        ),
        missing_cost=1,
        surplus_cost=1,
        template_cost=2,
        most_templates=len(templates),
        most_paid_minutes=None,
    )


@pytest.mark.parametrize("workers", [1, 2])
def test_a_team_proves_a_small_problem_and_ends_early(workers: int) -> None:
    problem = next(each for each in SMALL if 0 < least_cost(each) < each.cost_of_nobody)
    designed = design_shifts(plan_of(problem), 120.0, workers, 1, silent)
    assert designed.stage.status is SolveStatus.OPTIMAL
    assert designed.stage.objective == designed.stage.bound == designed.design.cost == least_cost(problem)
    assert measured(problem, designed.design.heads).cost == designed.design.cost
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(
    ("needs", "spans", "cost"), [((0, 0, 0), ((0, 2),), 0), ((2, 1, 0), (), 3)], ids=["no demand", "no templates"]
)
def test_degenerate_problems_are_proven(needs: Sequence[int], spans: Sequence[tuple[int, int]], cost: int) -> None:
    duties = tuple(Duty(number, 0, frozenset(range(*span)), 60) for number, span in enumerate(spans))
    problem = CoverProblem(tuple(needs), (2, 0, 1), tuple(spans), duties, 1, 1, 1, len(spans), None)
    designed = design_shifts(plan_of(problem), 120.0, 2, 1, silent)
    assert designed.stage.status is SolveStatus.OPTIMAL
    assert designed.stage.objective == cost
    assert designed.design.heads == {}


def test_out_of_time_the_best_so_far_and_its_limit_are_given() -> None:
    problem = staggered(1, 24, 9)
    designed = design_shifts(plan_of(problem), 0.5, 2, 1, silent)
    assert designed.stage.bound is not None
    assert 0 <= designed.stage.bound <= designed.design.cost
    assert multiprocessing.active_children() == []


class Cancelled(Exception):
    pass


def test_a_listener_that_raises_leaves_no_process() -> None:
    def cancel(share: float, text: str) -> None:
        raise Cancelled(text)

    with pytest.raises(Cancelled):
        design_shifts(plan_of(staggered(2, 24, 9)), 60.0, 2, 1, cancel)
    assert multiprocessing.active_children() == []


KILLED = """
import sys
sys.path.insert(0, {tests!r})
from test_shift_design import design_shifts, plan_of, silent, staggered
if __name__ == "__main__":
    design_shifts(plan_of(staggered(2, 24, 9)), 120.0, 2, 1, silent)
"""


@pytest.fixture
def started(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    script = tmp_path / "design.py"
    script.write_text(KILLED.format(tests=str(Path(__file__).parent)))
    process = subprocess.Popen([sys.executable, str(script)], cwd=Path(__file__).parents[3])
    yield process
    process.kill()
    process.wait()


def test_when_the_starter_is_killed_its_processes_end(started: subprocess.Popen[bytes]) -> None:
    parent = psutil.Process(started.pid)
    until = time.monotonic() + 60
    children: list[psutil.Process] = []
    while len(children) < 2 and time.monotonic() < until:
        children = [each for each in parent.children(recursive=True) if "spawn_main" in " ".join(each.cmdline())]
        time.sleep(0.1)
    assert len(children) == 2
    started.kill()
    started.wait()
    _, alive = psutil.wait_procs(children, timeout=60)
    assert alive == []
