"""``shiftbid certify`` from files to a file."""

import csv
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


def run(tmp_path: Path, arrivals: str, counters: str, *options: str) -> Result:
    (tmp_path / "a.csv").write_text(arrivals)
    (tmp_path / "c.csv").write_text(counters)
    files = ["--arrivals", str(tmp_path / "a.csv"), "--counters", str(tmp_path / "c.csv")]
    command = ["certify", *files, "--service-minutes", "6", "--out", str(tmp_path / "w.csv"), *options]
    return CliRunner().invoke(command_line(WiredApplication()), command)


def test_every_quarter_hour_and_class_is_written(tmp_path: Path) -> None:
    result = run(tmp_path, ARRIVALS, COUNTERS)
    assert result.exit_code == 0, result.output
    rows = list(csv.DictReader((tmp_path / "w.csv").read_text().splitlines()))
    assert len(rows) == 16
    assert rows[0]["hall"] == "h"
    assert {row["heads"] for row in rows} == {"5"}
    assert sum(float(row["arrivals"]) for row in rows) == 95
    assert all(0 <= float(row["share_in_time"]) <= 1 for row in rows)


def test_a_missed_promise_is_a_result_unless_it_is_required(tmp_path: Path) -> None:
    understaffed = COUNTERS.replace(",5\n", ",2\n")
    assert run(tmp_path, ARRIVALS, understaffed).exit_code == 0
    assert run(tmp_path, ARRIVALS, understaffed, "--require-promise").exit_code == 1


def test_all_problems_of_a_file_are_named_and_nothing_is_written(tmp_path: Path) -> None:
    faulty = ARRIVALS.replace("regular,30", "gold,30").replace("vip,5", "vip,many")
    result = run(tmp_path, faulty, COUNTERS)
    assert result.exit_code == 2
    assert "row 2, column class" in result.stderr
    assert "row 3, column arrivals" in result.stderr
    assert not (tmp_path / "w.csv").exists()


def test_a_missing_column_and_a_missing_file_are_named(tmp_path: Path) -> None:
    assert "'counters' is missing" in run(tmp_path, ARRIVALS, COUNTERS.replace("counters", "heads")).stderr
    (tmp_path / "gone").mkdir()
    result = CliRunner().invoke(
        command_line(WiredApplication()),
        ["certify", "--arrivals", "no.csv", "--counters", "no.csv", "--service-minutes", "6", "--out", "w.csv"],
    )
    assert result.exit_code == 2
    assert "no.csv" in result.stderr
