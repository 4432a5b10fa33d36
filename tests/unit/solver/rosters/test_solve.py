from __future__ import annotations

import multiprocessing

import pytest

from benchmarks.curtois_checks import roster_cost, roster_faults
from shiftbid.domain.outcome import SolveStatus
from shiftbid.solver.rosters.problem import PersonRules, RosterProblem
from shiftbid.solver.rosters.solve import RosterProgress, solve_rosters

from .small_problems import least_cost, legal_rows, random_problem


@pytest.mark.parametrize("seed", [1, 4])
def test_the_best_roster_of_a_small_problem_is_found(seed: int) -> None:
    problem = random_problem(seed, people=2)
    best = least_cost(problem, legal_rows(problem))
    result = solve_rosters(problem, 20.0)
    assert best is not None
    assert result.value == best
    assert result.limit is not None
    assert result.limit <= best
    roster = {person: [shift or "" for shift in row] for person, row in result.roster.items()}
    assert roster_faults(problem, roster) == []
    assert roster_cost(problem, roster) == best
    assert result.failures == ()


def test_who_has_no_legal_roster_is_named() -> None:
    problem = random_problem(1, people=2)
    stuck = PersonRules("stuck", {"E": 6}, 9600, 9600, 1, 5, 2, 1)
    result = solve_rosters(RosterProblem(6, problem.shifts, [*problem.people, stuck], (), problem.needs), 20.0)
    assert result.status is SolveStatus.INFEASIBLE
    assert result.without_roster == ["stuck"]
    assert result.value is None


def test_cancelling_leaves_no_process() -> None:
    class CancelledError(Exception):
        pass

    def cancel(progress: RosterProgress) -> None:
        raise CancelledError

    before = set(multiprocessing.active_children())
    with pytest.raises(CancelledError):
        solve_rosters(random_problem(7, people=12, days=28, shifts=3), 30.0, progress=cancel)
    assert set(multiprocessing.active_children()) == before
