from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.curtois_checks import OFF, roster_cost, roster_faults
from shiftbid.solver.rosters.tables import OFF as NO_SHIFT
from shiftbid.solver.rosters.tables import make_tables

from .small_problems import long_problem

ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    """HiGHS and OR-Tools do not go together in one process: the answers come from another."""
    run = subprocess.run(
        [sys.executable, Path(__file__).with_name("long_answers.py")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return json.loads(run.stdout)


def test_parts_made_anew_are_legal(answers: dict[str, Any]) -> None:
    problem = long_problem()
    names = [*(shift.id for shift in problem.shifts), OFF]
    for answer in (*answers["alone"], *answers["beside"], *answers["charged"]):
        rows = zip(problem.people, answer["roster"], strict=True)
        roster = {person.id: [names[shift] for shift in row] for person, row in rows}
        assert roster_faults(problem, roster) == []
        assert roster_cost(problem, roster) == answer["value"]


def test_parts_made_anew_are_better(answers: dict[str, Any]) -> None:
    for told in (answers["alone"], answers["beside"]):
        values = [answer["value"] for answer in told]
        assert values == sorted(values, reverse=True)
    assert answers["alone"][-1]["value"] < answers["start"]["value"]


def test_a_part_is_put_beside_what_others_changed_meanwhile(answers: dict[str, Any]) -> None:
    assert answers["beside"][-1]["value"] < answers["alone"][-1]["value"]


def test_parts_that_pay_for_weekends_leave_them_to_others(answers: dict[str, Any]) -> None:
    tables = make_tables(long_problem())

    def weekends(answer: dict[str, Any]) -> int:
        return int(tables.weekends_worked(np.array(answer["roster"]) != NO_SHIFT).sum())

    charged = answers["charged"][-1]
    assert weekends(charged) < weekends(answers["start"])
    # Dearer than the best for now, which is kept.
    assert charged["value"] > answers["best_charged"]
