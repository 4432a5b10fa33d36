from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import pytest

from benchmarks.award import main
from benchmarks.award_checks import find_faults

CASE: dict[str, Any] = {
    "name": "small",
    "days": ["2026-03-06", "2026-03-07", "2026-03-09"],
    "templates": [
        {"id": "early", "start": "07:30", "end": "15:30", "paid_minutes": 450},
        {"id": "late", "start": "13:00", "end": "21:00", "paid_minutes": 450},
    ],
    "seats": {"2026-03-06|late": 1, "2026-03-07|early": 1, "2026-03-07|late": 1, "2026-03-09|early": 2},
    "skill_seats": {"vip": {"2026-03-07|late": 1}},
    "staff": [
        {
            "id": name,
            "shifts_per_week": [1, 5],
            "max_saturdays": 1,
            "leave": leave,
            "skills": skills,
            "weight": weight,
            "best_points_alone": best,
        }
        for name, leave, skills, weight, best in [
            ("a", [], ["vip"], 1.2, 9),
            ("b", ["2026-03-06"], [], 0.8, 5),
            ("c", ["2026-03-06", "2026-03-07"], [], 1.0, 0),
        ]
    ],
    "bids": [
        {"staff": "a", "seat": "2026-03-06|late", "points": 5},
        {"staff": "a", "seat": "2026-03-09|early", "points": 4},
        {"staff": "b", "seat": "2026-03-07|early", "points": 5},
    ],
    "law": {"min_rest_minutes": 660, "one_shift_per_day": True},
    "satisfaction_floor": 0.02,
}


def run(tmp_path: Path, case: object, seconds: str = "60") -> tuple[int, Path]:
    source, out = tmp_path / "case.json", tmp_path / "out.json"
    source.write_text(json.dumps(case), encoding="utf-8")
    return main([str(source), "--seconds", seconds, "--workers", "1", "--out", str(out)]), out


def test_an_answer_is_checked_written_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only a and b can work the Saturday; a has the skill; c has no day left in the first week."""
    case = {**CASE, "seats": {**CASE["seats"], "2026-03-09|early": 3}}
    status, out = run(tmp_path, case)
    answer = json.loads(out.read_text(encoding="utf-8"))
    assert status == 0
    assert answer["roster"] == {
        "a": ["2026-03-06|late", "2026-03-07|late", "2026-03-09|early"],
        "b": ["2026-03-07|early", "2026-03-09|early"],
        "c": ["2026-03-09|early"],
    }
    assert (answer["unmet"], answer["unmet_bound"], answer["status"]) == (0, 0, "optimal")
    assert answer["welfare"] == pytest.approx(0.0, abs=1e-9)
    assert answer["min_satisfaction"] == answer["mean_satisfaction"] == 1.0
    printed = capsys.readouterr().out
    assert printed.count("\n") == 1
    assert printed.startswith("case.json: optimal, 0 unmet (bound 0)")


def test_minimums_beyond_the_seats_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out = run(tmp_path, CASE)
    assert status == 1
    assert not out.exists()
    assert "weekly minimum" in capsys.readouterr().out


def test_all_faults_of_a_file_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = json.loads(json.dumps(CASE))
    bad["days"] += ["2026-03-08", "soon"]
    bad["templates"][0]["start"] = "7h"
    bad["seats"]["2026-03-06|night"] = 1
    bad["staff"][1]["id"] = "a"
    bad["staff"][0]["shifts_per_week"] = [5, 1]
    bad["bids"] += [{"staff": "z", "seat": "2026-03-06|late", "points": -1}, CASE["bids"][0]]
    bad["satisfaction_floor"] = 2
    del bad["law"]
    status, out = run(tmp_path, bad)
    told = capsys.readouterr().err
    assert status == 2
    assert not out.exists()
    for expected in (
        "is a Sunday",
        "days[4]: give a date",
        "templates[0].start: give a time",
        "'2026-03-06|night' is not",
        "'a' stands twice",
        "shifts_per_week: give the fewest",
        "'z' is not among the staff",
        "points: -1",
        "bids on 2026-03-06|late twice",
        "satisfaction_floor",
        "law: is missing",
    ):
        assert expected in told, expected


ANSWER: dict[str, Any] = {
    "unmet": 1,
    "unmet_bound": 1,
    "welfare": 0.0,
    "welfare_bound": 0.0,
    "roster": {
        "a": ["2026-03-06|late", "2026-03-07|late", "2026-03-09|early"],
        "b": ["2026-03-07|early", "2026-03-09|early"],
        "c": [],
    },
}


def test_the_check_knows_law_and_counts() -> None:
    """The answer leaves c without the Monday shift of its minimum; nothing else is wrong but the count."""
    assert find_faults(CASE, ANSWER) == [
        "c: 0 shifts in week 11, not 1 to 5",
        "0 heads are missing, not 1",
        "the limit 1 is above the 0 heads missing",
    ]


@pytest.mark.parametrize(
    ("person", "seats", "fault"),
    [
        ("a", ["2026-03-07|early", "2026-03-07|late"], "two shifts on a day"),
        ("a", ["2026-03-06|late", "2026-03-07|early"], "of rest before 2026-03-07"),
        ("b", ["2026-03-06|late"], "a shift on leave"),
        ("b", ["2026-03-07|late", "2026-03-07|late"], "twice the same"),
        ("b", ["2026-03-06|early"], "does not exist"),
        ("c", ["2026-03-09|early"], "3 heads for 2 seats"),
    ],
)
def test_a_changed_roster_is_found_out(person: str, seats: list[str], fault: str) -> None:
    changed = {**ANSWER, "roster": {**ANSWER["roster"], person: seats}}
    assert fault in "; ".join(find_faults(CASE, changed))


@pytest.mark.parametrize(
    ("key", "value", "fault"), [("welfare", -1.0, "the welfare is"), ("welfare_bound", -1.0, "above its limit")]
)
def test_a_changed_number_is_found_out(key: str, value: float, fault: str) -> None:
    assert fault in "; ".join(find_faults(CASE, {**ANSWER, key: value}))


def test_a_killed_run_leaves_no_process(tmp_path: Path) -> None:
    days = [f"2026-03-{day:02d}" for day in (*range(2, 8), *range(9, 15), *range(16, 22))]
    staff = [
        {**CASE["staff"][0], "id": f"e{number}", "leave": [], "skills": [], "max_saturdays": 2, "best_points_alone": 40}
        for number in range(60)
    ]
    case = {
        **CASE,
        "days": days,
        "seats": {f"{day}|{template}": 22 for day in days for template in ("early", "late")},
        "skill_seats": {},
        "staff": staff,
        "bids": [
            {
                "staff": person["id"],
                "seat": f"{day}|{template}",
                "points": 1 + (hash_of(str(person["id"]), day, template) % 5),
            }
            for person in staff
            for day in days
            for template in ("early", "late")
        ],
    }
    source = tmp_path / "case.json"
    source.write_text(json.dumps(case), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "benchmarks.award",
        str(source),
        "--seconds",
        "120",
        "--workers",
        "2",
        "--out",
        "o",
    ]
    parent = subprocess.Popen(command, cwd=Path(__file__).parents[3], stdout=subprocess.PIPE)
    try:
        searches = _wait_for(lambda: _spawned(parent.pid))
    finally:
        parent.kill()
        parent.wait()
        assert parent.stdout is not None
        parent.stdout.close()
    assert searches
    assert _wait_for(lambda: not any(process.is_running() and process.status() != "zombie" for process in searches))


def hash_of(*texts: str) -> int:
    return sum(ord(letter) * (place + 1) for place, letter in enumerate("|".join(texts)))


def _spawned(pid: int) -> list[psutil.Process]:
    try:
        return [child for child in psutil.Process(pid).children() if "spawn_main" in " ".join(child.cmdline())]
    except psutil.NoSuchProcess:
        return []


def _wait_for(found: Any) -> Any:
    for _ in range(300):
        result = found()
        if result:
            return result
        time.sleep(0.1)
    return None
