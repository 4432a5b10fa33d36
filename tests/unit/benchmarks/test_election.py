from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.election import find_faults, main

CASE: dict[str, Any] = {
    "name": "small",
    "days": 2,
    "demand": [[2, 2, 2, 2], [0, 1, 1, 0]],
    "templates": [
        {"id": "early", "start_slot": 0, "end_slot": 3, "break_slot": 1, "days": [0, 1]},
        {"id": "late", "start_slot": 1, "end_slot": 4, "break_slot": 2, "days": [0, 1]},
        {"id": "noon", "start_slot": 1, "end_slot": 3, "break_slot": None, "days": [0]},
    ],
    "staff": 4,
    "seats": 2,
    "tolerance_percent": 10,
    "ballots": [{"staff": "e1", "approves": ["noon", "late"]}, {"staff": "e2", "approves": []}],
}


def run(tmp_path: Path, case: object) -> tuple[int, Path]:
    source, out = tmp_path / "case.json", tmp_path / "out.json"
    source.write_text(json.dumps(case), encoding="utf-8")
    return main([str(source), "--seconds", "9", "--workers", "2", "--out", str(out)]), out


def test_an_answer_is_checked_written_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out = run(tmp_path, CASE)
    answer = json.loads(out.read_text(encoding="utf-8"))
    assert status == 0
    assert answer["u_star"] == answer["u_star_bound"] == answer["unmet"] == 0
    assert answer["winners"] == ["early", "late"]
    assert answer["heads"] == {"early": 2, "late": 2}
    assert (answer["score"], answer["bound"], answer["status"]) == ("1/1", 1.0, "optimal")
    printed = capsys.readouterr().out
    assert printed.count("\n") == 1
    assert printed.startswith("case.json: optimal, 0 missing")


def test_all_faults_of_a_file_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    templates = [
        {"id": "a", "start_slot": 3, "end_slot": 2, "break_slot": 0, "days": [0]},
        {"id": "a", "start_slot": 0, "end_slot": 9, "break_slot": 0, "days": [5]},
    ]
    bad = {**CASE, "templates": templates, "staff": -1, "seats": 0, "ballots": [{"staff": "e", "approves": ["zzz"]}]}
    del bad["tolerance_percent"]
    status, out = run(tmp_path, bad)
    told = capsys.readouterr().err
    assert status == 2
    assert not out.exists()
    for expected in (
        "'a' stands twice",
        "end_slot must come after",
        "templates[1].days[0]: 5",
        "staff: -1",
        "seats: 0",
        "tolerance_percent: is missing",
        "'zzz' is not a template",
    ):
        assert expected in told


@pytest.mark.parametrize("text", ["[]", "{", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")])
def test_what_is_no_case_is_refused(tmp_path: Path, text: str) -> None:
    source = tmp_path / "case.json"
    source.write_text(text, encoding="utf-8")
    assert main([str(source), "--seconds", "1", "--out", str(tmp_path / "out.json")]) == 2
    assert main([str(tmp_path / "none.json"), "--seconds", "1", "--out", str(tmp_path / "out.json")]) == 2


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("winners", ["early", "nothing"], "different templates"),
        ("heads", {"early": 2, "noon": 2}, "outside the winners"),
        ("heads", {"early": 9, "late": 2}, "beyond the staff"),
        ("unmet", 3, "missing, not 3"),
        ("u_star_bound", -5, "are more than"),
        ("score", "2/1", "not 2/1"),
        ("score_bound", "1/2", "within 1/2"),
    ],
)
def test_a_changed_answer_is_found_out(tmp_path: Path, key: str, value: object, fault: str) -> None:
    answer = json.loads(run(tmp_path, CASE)[1].read_text(encoding="utf-8"))
    assert find_faults(CASE, answer) == []
    assert fault in "; ".join(find_faults(CASE, {**answer, key: value}))
