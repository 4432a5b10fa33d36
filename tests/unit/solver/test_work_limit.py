from __future__ import annotations

import ortools

from shiftbid.solver.work_limit import WorkLimit, solver_versions


def test_the_record_states_every_limit_and_no_seconds_of_the_clock() -> None:
    record = WorkLimit(search_work=3.0, step_work=0.2, steps=7, rounds=5, menu_work=0.1).as_record()
    assert record == {
        "mode": "work",
        "threads": 1,
        "search_work": 3.0,
        "step_work": 0.2,
        "steps": 7,
        "rounds": 5,
        "menu_work": 0.1,
    }


def test_versions_name_the_solver_that_runs() -> None:
    assert solver_versions() == {"ortools": ortools.__version__}
