"""The runner of shift design: its answers counted again here, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.dzn_files import read_shift_design
from benchmarks.shift_design import faults, main
from shiftbid.domain.errors import InputError

PUBLISHED = Path(__file__).parents[4] / "shared" / "benchmarks" / "shift_design_dbai"
# Three slots a day over two days; a night shift runs from the last slot of a day into the first of the next.
SMALL = """interval = 480;
days = 2; % a short week
demand = [1,2,
  2,1,2,0];
shiftTypes = 2;
minStart = [0, 2];
maxStart = [1, 2];
minLength = [1, 2];
maxLength = [2, 2];
minDuties = 4.8;
weightUnderCover = 1;
weightOverCover = 0.5;
weightShiftInstances = 60.5;
"""


def test_a_small_instance_is_proven_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    instance, out = tmp_path / "small.dzn", tmp_path / "r.json"
    instance.write_text(SMALL)
    assert main([str(instance), "--seconds", "60", "--workers", "1", "--out", str(out)]) == 0
    record = json.loads(out.read_text())
    assert set(record) == {"instance", "objective", "bound", "seconds", "templates"}
    assert record["instance"] == "small"
    assert record["objective"] == record["bound"]
    present = [0] * 6
    for template in record["templates"]:
        for day, heads in enumerate(template["heads_by_day"]):
            for offset in range(template["length_slots"]):
                present[(day * 3 + template["start_slot"] + offset) % 6] += heads
    gaps = [need - there for need, there in zip((1, 2, 2, 1, 2, 0), present, strict=True)]
    missing, surplus = sum(gap for gap in gaps if gap > 0), -sum(gap for gap in gaps if gap < 0)
    assert record["objective"] == 480 * missing + 240 * surplus + 60.5 * len(record["templates"])
    printed = capsys.readouterr().out
    assert printed.count("\n") == 1
    assert printed.endswith("checked\n")


def test_no_demand_needs_nobody(tmp_path: Path) -> None:
    instance, out = tmp_path / "idle.dzn", tmp_path / "r.json"
    instance.write_text(SMALL.replace("1,2,\n  2,1,2,0", "0,0,0,0,0,0"))
    assert main([str(instance), "--seconds", "60", "--out", str(out)]) == 0
    record = json.loads(out.read_text())
    assert (record["objective"], record["bound"], record["templates"]) == (0, 0, [])


def test_a_wrong_answer_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "small.dzn"
    path.write_text(SMALL)
    instance = read_shift_design(path)
    template = {"start_slot": 2, "length_slots": 2, "heads_by_day": [0, 1]}
    cost = 480 * 7 + 240 + 60.5  # the second of its slots meets the need of slot 0; slot 5 needs nobody
    assert faults(instance, {"objective": cost, "bound": 0, "templates": [template]}) == []
    assert faults(instance, {"objective": cost - 480, "bound": 0, "templates": [template]})
    assert faults(instance, {"objective": cost, "bound": cost + 1, "templates": [template]})
    assert any("no shift type" in fault for fault in faults(instance, _with(template, "start_slot", 3)))
    assert any("no proper heads" in fault for fault in faults(instance, _with(template, "heads_by_day", [0, 0])))
    twice = {"objective": cost, "bound": 0, "templates": [template, template]}
    assert any("twice" in fault for fault in faults(instance, twice))


def _with(template: Mapping[str, object], key: str, value: object) -> dict[str, object]:
    return {"objective": 0, "bound": 0, "templates": [dict(template) | {key: value}]}


FAULTY = """interval = 7;
days = 2
demand = [1,-2,x];
shiftTypes = 2;
minStart = [0];
maxStart = 3;
weightUnderCover = 1;
weightUnderCover = 2;
weightOverCover = [1];
something odd;
"""


def test_every_fault_of_a_file_is_named_and_nothing_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    instance, out = tmp_path / "faulty.dzn", tmp_path / "r.json"
    instance.write_text(FAULTY)
    assert main([str(instance), "--seconds", "5", "--out", str(out)]) == 2
    assert not out.exists()
    said = capsys.readouterr().err
    for named in (
        "row 1, column interval",
        "row 2",
        "column minStart",
        "column maxStart",
        "minLength is missing",
        "maxLength is missing",
        "row 8, column weightUnderCover",
        "column weightOverCover",
        "weightShiftInstances is missing",
        "row 10",
    ):
        assert named in said


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("[1,2,\n  2,1,2,0]", "[1,2,-3,1,x,0]", "'-3'"),
        ("[1,2,\n  2,1,2,0]", "[1,2,-3,1,x,0]", "'x'"),
        ("2,1,2,0", "2,1,2", "5 values; 2 days of 3 slots need 6"),
        ("1,2,\n", "1.5,2,\n", "whole numbers"),
        ("maxStart = [1, 2]", "maxStart = [1, 3]", "shift type 2: starts 2 to 3"),
        ("maxLength = [2, 2]", "maxLength = [2, 9]", "shift type 2: lengths 2 to 9"),
        ("days = 2", "days = 0", "give a whole number of 1 or more"),
    ],
)
def test_faulty_values_are_named(tmp_path: Path, old: str, new: str, named: str) -> None:
    path = tmp_path / "faulty.dzn"
    path.write_text(SMALL.replace(old, new))
    with pytest.raises(InputError, match=named):
        read_shift_design(path)


@pytest.mark.parametrize("options", [["--seconds", "0"], ["--seconds", "nan"], ["--workers", "0"]])
def test_bad_usage_is_refused(tmp_path: Path, options: list[str]) -> None:
    path = tmp_path / "small.dzn"
    path.write_text(SMALL)
    with pytest.raises(SystemExit) as stopped:
        main([str(path), "--seconds", "5", "--out", str(tmp_path / "r.json"), *options])
    assert stopped.value.code == 2


def test_a_missing_file_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.dzn"), "--seconds", "5", "--out", str(tmp_path / "r.json")]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told_before_the_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "small.dzn"
    path.write_text(SMALL)
    assert main([str(path), "--seconds", "60", "--out", str(tmp_path / "none" / "r.json")]) == 2
    assert "there is no folder" in capsys.readouterr().err


@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published instances lie beside the checkout, in ../shared")
@pytest.mark.parametrize(("name", "optimum"), [("DataSet1/RandomExample1", 480), ("DataSet1/RandomExample5", 480)])
def test_published_hourly_instances_reach_their_optimum(tmp_path: Path, name: str, optimum: int) -> None:
    out = tmp_path / "r.json"
    assert main([str(PUBLISHED / f"{name}.dzn"), "--seconds", "60", "--out", str(out)]) == 0
    record = json.loads(out.read_text())
    assert (record["objective"], record["bound"]) == (optimum, optimum)
