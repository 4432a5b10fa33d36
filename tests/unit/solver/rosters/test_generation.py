from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.curtois_checks import OFF, roster_cost, roster_faults

from .small_problems import least_cost, legal_rows, random_problem

SEEDS = [str(seed) for seed in range(14)]
ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    """HiGHS and OR-Tools do not go together in one process: the answers come from another."""
    script = Path(__file__).with_name("generation_answers.py")
    run = subprocess.run(
        [sys.executable, script, *SEEDS],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return json.loads(run.stdout)


def test_the_limit_is_below_the_best_and_the_start_above_it(answers: dict[str, Any]) -> None:
    for seed in SEEDS:
        problem = random_problem(int(seed), people=2)
        best = least_cost(problem, legal_rows(problem))
        answer = answers[seed]
        assert (answer is None) == (best is None)
        if answer is not None and best is not None:
            assert answer["limit"] <= best <= answer["start"]
            # The mix is what the limit ends at, but for the rounding of the prices.
            assert answer["mix"] <= best + 1e-6
            assert answer["limit"] >= answer["mix"] - 0.1


def test_a_mix_stands_without_the_rosters_it_does_not_use(answers: dict[str, Any]) -> None:
    for answer in filter(None, answers.values()):
        assert answer["mix_of_few"] == pytest.approx(answer["mix"])
        assert not answer["mix_of_none_is_whole"]
        assert answer["mix_of_few_again"] == pytest.approx(answer["mix"])


def test_dives_end_at_legal_rosters_of_the_cost_they_state(answers: dict[str, Any]) -> None:
    grounds = 0
    for seed in SEEDS:
        problem = random_problem(int(seed), people=2)
        best = least_cost(problem, legal_rows(problem))
        dives = answers[seed] or {"dives": [], "dive_values": []}
        for numbers, value in zip(dives["dives"], dives["dive_values"], strict=True):
            roster = {
                person.id: [OFF if shift < 0 else problem.shifts[shift].id for shift in row]
                for person, row in zip(problem.people, numbers, strict=True)
            }
            assert roster_faults(problem, roster) == []
            assert roster_cost(problem, roster) == value
            assert best is not None
            assert value >= best
            grounds += 1
    assert grounds >= len(SEEDS)
