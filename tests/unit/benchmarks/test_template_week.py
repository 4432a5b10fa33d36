"""The runner of template weeks: its answers counted again here, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.template_week import faults, main
from benchmarks.week_files import read_week
from shiftbid.domain.errors import InputError

WEEK: dict[str, Any] = {
    "slot_minutes": 30,
    "days": 2,
    "open": "08:00",
    "close": "12:00",
    "demand": [1, 1, 2, 2, 2, 1, 1, 1, 0, 1, 1, 2, 2, 2, 1, 1],
    "staff": 3,
    "weekly_paid_minutes": 600,
    "max_templates": 2,
    "starts": {"first": "08:00", "last": "10:00", "step_minutes": 30},
    "shapes": [
        {"elapsed_minutes": 120, "breaks": []},
        {"elapsed_minutes": 210, "breaks": [{"minutes": 30, "earliest_after": 60, "latest_after": 120}]},
    ],
    "weights": {"under_slot": 10, "over_slot": 1},
}


def written(tmp_path: Path, **changes: object) -> Path:
    path = tmp_path / "week.json"
    path.write_text(json.dumps(WEEK | changes))
    return path


def counted(record: dict[str, Any]) -> tuple[int, int]:
    """Cost and paid minutes by hand: half-hours of WEEK from 08:00."""
    present = [[0] * 8 for _ in range(2)]
    paid = 0
    for template in record["templates"]:
        hours, minutes = template["start"].split(":")
        start = int(hours) * 60 + int(minutes)
        length, pause = ((120, 0), (210, 30))[template["shape"]]
        for day, places in enumerate(template["days"]):
            for at, heads in places["breaks"].items():
                paid += heads * (length - pause)
                away = None if at == "none" else int(at[:2]) * 60 + int(at[3:])
                for slot in range(8):
                    minute = 480 + 30 * slot
                    if start <= minute < start + length and minute != away:
                        present[day][slot] += heads
    cost = 0
    for slot, need in enumerate(WEEK["demand"]):
        gap = need - present[slot // 8][slot % 8]
        cost += 10 * gap if gap > 0 else -gap
    return cost, paid


def test_a_small_week_is_proven_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "r.json"
    assert main([str(written(tmp_path)), "--seconds", "60", "--out", str(out)]) == 0
    record = json.loads(out.read_text())
    assert set(record) >= {"objective", "bound", "seconds", "templates"}
    assert len(record["templates"]) <= 2
    cost, paid = counted(record)
    assert record["objective"] == cost == record["bound"]
    assert paid <= 1800
    assert capsys.readouterr().out.endswith("checked\n")


@pytest.mark.parametrize(
    ("changes", "objective"),
    [
        ({"demand": [0] * 16}, 0),
        ({"max_templates": 0}, 10 * sum(WEEK["demand"])),
        ({"staff": 0}, 10 * sum(WEEK["demand"])),
        ({"shapes": []}, 10 * sum(WEEK["demand"])),
        ({"latest_end": "08:30"}, 10 * sum(WEEK["demand"])),
    ],
    ids=["no demand", "no templates allowed", "no staff", "no shapes", "no time"],
)
def test_weeks_with_nothing_to_choose_are_proven(tmp_path: Path, changes: dict[str, Any], objective: int) -> None:
    out = tmp_path / "r.json"
    assert main([str(written(tmp_path, **changes)), "--seconds", "60", "--out", str(out)]) == 0
    record = json.loads(out.read_text())
    assert (record["objective"], record["bound"], record["templates"]) == (objective, objective, [])


def test_a_wrong_answer_is_seen(tmp_path: Path) -> None:
    week = read_week(written(tmp_path))
    days = [{"breaks": {"09:00": 1}}, {"breaks": {"09:30": 1, "10:00": 1}}]
    right: dict[str, Any] = {"templates": [{"start": "08:00", "shape": 1, "days": days}], "bound": 0}
    right["objective"], _ = counted(right)
    assert faults(week, right) == []
    assert faults(week, right | {"objective": right["objective"] - 1})
    assert faults(week, right | {"bound": right["objective"] + 1})
    for wrong in (
        {"start": "07:30", "shape": 1, "days": days},
        {"start": "08:00", "shape": 0, "days": days},
        {"start": "08:00", "shape": 1, "days": days[:1]},
        {"start": "08:00", "shape": 1, "days": [{"breaks": {"09:00": -1}}, {"breaks": {}}]},
        {"start": "08:00", "shape": 1, "days": [{"breaks": {"09:00": 9}}, {"breaks": {}}]},
    ):
        assert faults(week, right | {"templates": [wrong]})
    assert any("2 templates" in fault for fault in faults(week, right | {"templates": right["templates"] * 2}))


def test_every_fault_of_a_week_is_named_and_nothing_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "r.json"
    faulty = written(
        tmp_path,
        demand=[1, -1, "x", *[1] * 12],
        close="07:00",
        staff=True,
        starts={"first": "8", "last": "10:00", "step_minutes": 0},
        shapes=[{"elapsed_minutes": 60, "breaks": [{"minutes": 30, "earliest_after": 60, "latest_after": 30}]}, 4],
        weights={"under_slot": -1},
    )
    assert main([str(faulty), "--seconds", "5", "--out", str(out)]) == 2
    assert not out.exists()
    said = capsys.readouterr().err
    for named in (
        "demand[1]: -1",
        'demand[2]: "x"',
        "close:",
        "staff: true",
        'starts.first: "8"',
        "starts.step_minutes: 0",
        "shapes[0].breaks[0]",
        "shapes[1]",
        "weights.under_slot: -1",
        "weights.over_slot: is missing",
    ):
        assert named in said


@pytest.mark.parametrize(("text", "named"), [("{", "cannot be read as JSON"), ("[]", "give an object")])
def test_what_is_no_week_is_refused(tmp_path: Path, text: str, named: str) -> None:
    path = tmp_path / "week.json"
    path.write_text(text)
    with pytest.raises(InputError, match=named):
        read_week(path)
