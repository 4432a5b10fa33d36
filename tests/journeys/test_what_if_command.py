"""``shiftbid what-if`` on files."""

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from shiftbid.bootstrap.application import WiredApplication
from shiftbid.cli.app import command_line

ARRIVALS = """hall,start,end,class,arrivals
h,2026-03-02T09:00+01:00,2026-03-02T10:00+01:00,regular,30
h,2026-03-02T09:00+01:00,2026-03-02T10:00+01:00,vip,5
h,2026-03-02T10:00+01:00,2026-03-02T11:00+01:00,regular,60
"""
COUNTERS = """hall,start,end,counters
h,2026-03-02T09:00+01:00,2026-03-02T11:00+01:00,5
"""


def run(tmp_path: Path, *options: str, most: int = 12) -> Result:
    (tmp_path / "a.csv").write_text(ARRIVALS)
    (tmp_path / "c.csv").write_text(COUNTERS)
    fixed = ["--arrivals", str(tmp_path / "a.csv"), "--service-minutes", "6", "--max-counters", str(most)]
    return CliRunner().invoke(command_line(WiredApplication()), ["what-if", *fixed, *options])


def test_every_question_is_answered_beside_the_days_as_they_are(tmp_path: Path) -> None:
    strict = ("--promise", "share:0.9:10,15,5", "--promise", "share:0.99:2,2,2")
    others = ("--divert", "regular=0.3", "--express", "0.3=2", "--vip-room")
    result = run(tmp_path, *strict, *others, "--json")
    assert result.exit_code == 0, result.output
    usual, stricter, fewer, express, room = json.loads(result.stdout)["answers"]
    assert usual["promise"] == "share:0.9:10,15,5"
    assert stricter["counter_hours"] > usual["counter_hours"] > fewer["counter_hours"]
    assert room["counter_hours"] > usual["counter_hours"], "a queue of their own pools less"
    assert express["variant"] == "express counters: 30% at 2 min"
    assert {each["missed_hours"] for each in (usual, stricter, fewer, express, room)} == {0}


def test_desks_are_sized_beside_the_general_one(tmp_path: Path) -> None:
    cash = ("--desk", "cash:share=0.3,service-minutes=4,counters=3")
    result = run(tmp_path, *cash, "--vip-room", "--counters", str(tmp_path / "c.csv"), "--json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    whole, general, desk, room = found["answers"]
    assert [each["variant"] for each in found["answers"]] == ["as forecast", "general desk", "desk cash", "VIP room"]
    assert whole["counter_hours"] == general["counter_hours"] + desk["counter_hours"]
    assert room["counter_hours"] > whole["counter_hours"]
    alone = json.loads(run(tmp_path, "--json").stdout)["answers"][0]
    assert general["counter_hours"] < alone["counter_hours"]
    assert found["tried"][1]["missed_before"] == 0, "five counters suffice for seven customers in ten"


def test_slower_vips_need_more_counters(tmp_path: Path) -> None:
    (usual,) = json.loads(run(tmp_path, "--json").stdout)["answers"]
    (slower,) = json.loads(run(tmp_path, "--vip-service-minutes", "15", "--json").stdout)["answers"]
    assert slower["counter_hours"] > usual["counter_hours"]


def test_counters_that_do_not_suffice_are_counted_not_refused(tmp_path: Path) -> None:
    (answer,) = json.loads(run(tmp_path, "--json", most=3).stdout)["answers"]
    assert answer["most_heads"] == 3
    assert answer["missed_hours"] == 2


def test_one_counter_more_is_tried_in_every_hour(tmp_path: Path) -> None:
    found = json.loads(run(tmp_path, "--counters", str(tmp_path / "c.csv"), "--change", "2", "--json").stdout)
    assert [each["start"] for each in found["tried"]] == ["2026-03-02T09:00+01:00", "2026-03-02T10:00+01:00"]
    nine, ten = found["tried"]
    assert nine["missed_before"] == ten["missed_before"] == 1
    assert ten["missed_after"] == 0
    assert ten["worst_margin_after"] > ten["worst_margin_before"]


def test_the_answer_reads_as_a_table(tmp_path: Path) -> None:
    lines = run(tmp_path, "--counters", str(tmp_path / "c.csv")).stdout.splitlines()
    assert lines[0].split() == ["variant", "promise", "heads", "counter-hours", "hours", "missed"]
    assert lines[1].startswith("as forecast")
    assert "h, 2026-03-02 10:00: 1 before, 0 after" in lines[-1]


def test_questions_that_make_no_sense_are_refused(tmp_path: Path) -> None:
    faulty = [
        (("--divert", "gold=0.1"), "CLASS=SHARE"),
        (("--divert", "vip=1.5"), "from 0 to 1"),
        (("--express", "0.3"), "SHARE=MINUTES"),
        (("--express", "0.9=20"), "do not fit a mean"),
        (("--promise", "soon"), "kind:level:minutes"),
        (("--counters", str(tmp_path / "none.csv")), "none.csv: cannot be read: No such file"),
        (("--change", "2"), "with --counters"),
        (("--desk", "cash:share=0.3"), "write SKILL:share="),
        (
            (
                "--desk",
                "a:share=0.6,service-minutes=4,counters=3",
                "--desk",
                "b:share=0.4,service-minutes=4,counters=3",
            ),
            "leave some",
        ),
    ]
    for options, message in faulty:
        result = run(tmp_path, *options)
        assert result.exit_code == 2, options
        assert message in result.stderr
