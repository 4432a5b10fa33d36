from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from benchmarks.curtois import main
from benchmarks.curtois_checks import roster_cost, roster_faults
from benchmarks.curtois_files import read_instance
from shiftbid.domain.errors import InputError

SMALL = """# three people, one week
SECTION_HORIZON
7

SECTION_SHIFTS
# id, minutes, not the day after
E,480,
L,480,E

SECTION_STAFF
A,E=7|L=2,2400,1440,3,2,2,1
B,E=7|L=0,2400,1440,3,1,1,1

SECTION_DAYS_OFF
A,0
B,6

SECTION_SHIFT_ON_REQUESTS
A,1,L,4

SECTION_SHIFT_OFF_REQUESTS
B,2,E,3

SECTION_COVER
0,E,1,100,1
1,E,1,100,2
1,L,1,100,2
2,E,0,100,5
"""


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    path = tmp_path / "Small.txt"
    path.write_text(SMALL, encoding="utf-8")
    return path


def test_costs_are_counted_wish_by_wish_and_cell_by_cell(instance: Path) -> None:
    problem = read_instance(instance)
    roster = {"A": ["", "L", "L", "", "", "E", "E"], "B": ["", "E", "E", "E", "", "", ""]}
    # Day 0 short of one E: 100. B works E on day 2 against the wish: 3, and one too many there: 5.
    assert roster_cost(problem, roster) == 108
    without_wish = {**roster, "A": ["", "E", "L", "", "", "E", "E"]}
    # Now A's wish is not granted: 4; day 1 has an E too many, 2, and no L, 100.
    assert roster_cost(problem, without_wish) == 214


@pytest.mark.parametrize(
    ("person", "days", "fault"),
    [
        ("A", "E.EE...", "works on day 0, a day off"),
        ("A", ".LE.EE.", "E on day 2 follows L"),
        ("A", ".LLL...", "3 times L, at most 2"),
        ("B", ".LLL...", "3 times L, at most 0"),
        ("A", ".EE....", "960 minutes, 1440 to 2400 expected"),
        ("B", "EE.EEEE", "2880 minutes, 1440 to 2400 expected"),
        ("A", ".EEEE..", "works 4 days in a row from day 1, at most 3"),
        ("A", ".E..EE.", "works only 1 days in a row from day 1, at least 2"),
        ("A", ".EE.EE.", "only 1 days off in a row from day 3, at least 2"),
        ("B", "E.E.E.E", "works on day 6, a day off"),
    ],
)
def test_each_broken_rule_is_named(instance: Path, person: str, days: str, fault: str) -> None:
    legal = {"A": ".LL..EE", "B": "EEE...."}
    problem = read_instance(instance)
    assert roster_faults(problem, {name: _row(row) for name, row in legal.items()}) == []
    faults = roster_faults(problem, {name: _row(row) for name, row in (legal | {person: days}).items()})
    assert f"{person}: {fault}" in faults


def test_short_runs_at_the_edges_are_legal(instance: Path) -> None:
    problem = read_instance(instance)
    roster = {"A": _row(".EE..EE"), "B": _row("E.E.E..")}
    assert roster_faults(problem, roster) == []


def _row(days: str) -> list[str]:
    return ["" if shift == "." else shift for shift in days]


def test_a_roster_of_other_people_is_refused(instance: Path) -> None:
    problem = read_instance(instance)
    assert roster_faults(problem, {"A": [""] * 7}) == ["the people of the roster are not those of the instance"]
    faults = roster_faults(problem, {"A": ["X"] * 7, "B": _row("EEE....")})
    assert faults == ["A: expected 7 days of known shifts"]


def test_all_faults_of_a_file_are_told_with_their_lines(tmp_path: Path) -> None:
    bad = SMALL.replace("7\n", "7\n8\n", 1).replace("L,480,E", "L,0,X").replace("A,E=7|L=2,2400", "A,E:7|L=x,2400")
    bad = bad.replace("A,0\n", "C,0\n").replace("2,E,0,100,5", "9,E,0,100\n0,E,1,100,1").replace("# three", "E,1\n#")
    path = tmp_path / "bad.txt"
    path.write_text(bad + "SECTION_NEWS\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_instance(path)
    text = str(caught.value)
    for fault in (
        "row 1: a row before the first section",
        "SECTION_HORIZON has 2 rows",
        "row 10: the length in minutes is '0'",
        "row 10: no shift 'X'",
        "row 13: 'E:7' is not of the form shift=most",
        "row 13: the most of L is 'x'",
        "row 17: no person 'C'",
        "row 30: 4 fields in SECTION_COVER; expected 5",
        "row 31: cover of shift E on day 0 stands there twice",
        "row 32: unknown section SECTION_NEWS",
    ):
        assert fault in text


def test_a_bad_file_ends_with_status_2_and_nothing_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = tmp_path / "bad.txt", tmp_path / "out.json"
    path.write_text("SECTION_HORIZON\nx\n", encoding="utf-8")
    assert main([str(path), "--seconds", "1", "--out", str(out)]) == 2
    assert "the horizon is 'x'" in capsys.readouterr().err
    assert not out.exists()
    assert main([str(tmp_path / "none.txt"), "--seconds", "1", "--out", str(out)]) == 2


def test_the_answer_is_checked_and_written(instance: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.json"
    assert main([str(instance), "--seconds", "20", "--out", str(out)]) == 0
    record = json.loads(out.read_text(encoding="utf-8"))
    problem = read_instance(instance)
    assert list(record) == ["instance", "objective", "bound", "seconds", "roster"]
    assert roster_faults(problem, record["roster"]) == []
    assert record["instance"] == "Small"
    assert roster_cost(problem, record["roster"]) == record["objective"] == record["bound"] == 0
    assert "optimal, objective 0, bound 0, gap 0.00%" in capsys.readouterr().out


def test_who_cannot_have_a_roster_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = tmp_path / "stuck.txt", tmp_path / "out.json"
    path.write_text(SMALL.replace("B,E=7|L=0,2400,1440", "B,E=2|L=0,2400,1440"), encoding="utf-8")
    assert main([str(path), "--seconds", "20", "--out", str(out)]) == 1
    assert "no legal roster for B" in capsys.readouterr().out
    assert not out.exists()


def test_a_killed_run_leaves_no_process(instance: Path, tmp_path: Path) -> None:
    hard = tmp_path / "Hard.txt"
    hard.write_text(_hard_instance(), encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.curtois", str(hard), "--seconds", "120", "--out", str(tmp_path / "o")]
    run = psutil.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        children = _children(run)
    finally:
        run.kill()
        run.wait()
    assert psutil.wait_procs(children, timeout=20)[1] == []


def _children(run: psutil.Popen) -> list[psutil.Process]:
    """Wait until the solver's processes are there."""
    for _ in range(200):
        children = run.children(recursive=True)
        if len(children) >= 2:
            return children
        time.sleep(0.05)
    raise AssertionError("the run has no processes")


def _hard_instance() -> str:
    people = [f"P{number},E=28|L=14,8640,7560,5,2,2,2" for number in range(20)]
    cover = [f"{day},{shift},{4 + day % 3},100,1" for day in range(28) for shift in "EL"]
    sections = ("SECTION_HORIZON", "28", "SECTION_SHIFTS", "E,480,", "L,480,E", "SECTION_STAFF", *people)
    return "\n".join([*sections, "SECTION_COVER", *cover, ""])


def test_the_plain_model_stands_beside_ours(instance: Path) -> None:
    """In a process of its own: it loads OR-Tools."""
    command = [sys.executable, "-m", "benchmarks.curtois_table", str(instance), "--seconds", "10"]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    name, cost, bound, gap, _, plain_cost, plain_bound, *_ = run.stdout.splitlines()[1].split()
    assert (name, cost, bound, plain_cost, plain_bound) == ("Small", "0", "0", "0", "0")
    assert gap == "-"
