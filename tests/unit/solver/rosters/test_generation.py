from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from .small_problems import least_cost, legal_rows, random_problem

SEEDS = [str(seed) for seed in range(14)]
ROOT = Path(__file__).resolve().parents[4]


def test_the_limit_is_below_the_best_and_the_start_above_it() -> None:
    """HiGHS and OR-Tools do not go together in one process: the answers come from another."""
    script = Path(__file__).with_name("generation_answers.py")
    run = subprocess.run(
        [sys.executable, script, *SEEDS],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    answers = json.loads(run.stdout)
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
