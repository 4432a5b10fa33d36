"""The whole chain from the command line: published, checked, edited by hand, repeated, killed."""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
SMALL = ("--weeks", "1", "--staff", "8")
PUBLISHED = {
    *("forecast.csv", "history.csv", "demand.csv", "templates.csv", "staff.csv", "leave.csv", "consents.csv"),
    *("worked.csv", "calendar.csv", "settings.json", "election.json", "round.json", "record.jsonl", "roster.csv"),
    *(
        "roster.xlsx",
        "findings.csv",
        "certificate.csv",
        "toil.csv",
        "payroll.csv",
        "summary.json",
        "calendars",
        "payroll",
    ),
}


def shiftbid(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "shiftbid", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=280)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "out"
    done = shiftbid("demo", "--out", str(folder), *SMALL)
    assert done.returncode == 0, done.stderr
    assert "whole chain" in done.stdout
    assert "house rules and not law" in done.stdout
    return folder


@pytest.fixture
def copy(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "copy"))


def test_every_file_is_there_and_the_roster_is_legal(published: Path) -> None:
    assert {path.name for path in published.iterdir()} >= PUBLISHED
    assert len((published / "roster.csv").read_text().splitlines()) > 20
    assert (published / "findings.csv").read_text().count("\n") == 1, "a header and no finding"
    done = shiftbid("verify", str(published))
    assert done.returncode == 0, done.stdout
    assert json.loads(shiftbid("verify", str(published), "--json").stdout) == {"ok": True, "findings": []}


def test_what_the_plan_leaves_uncovered_is_explained(published: Path) -> None:
    done = shiftbid("explain", "--url", f"sqlite:///{published / 'shiftbid.sqlite'}", "--json")
    assert done.returncode == 0, done.stderr
    (hall,) = json.loads(done.stdout)["halls"]
    missing = {
        stage["name"]: stage for stage in json.loads((published / "round.json").read_text())["rounds"][0]["stages"]
    }
    assert hall["conflicts"] or not hall["decided"] or missing["missing demand"]["bound"] == 0, "a lack has a reason"
    assert all(each["missing_half_hours"] > 0 and "HOUSE-" in each["sentence"] for each in hall["conflicts"])
    chinese = shiftbid("explain", "--url", f"sqlite:///{published / 'shiftbid.sqlite'}", "--language", "zh")
    assert chinese.stdout.strip()


def edit_roster(folder: Path, change: dict[str, str]) -> str:
    """Change the first row whose employee works the day after too; gives that employee."""
    with (folder / "roster.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    days = {(row["employee"], row["date"]) for row in rows}
    for row in rows:
        following = (datetime.fromisoformat(row["date"]) + timedelta(days=1)).date().isoformat()
        if (row["employee"], following) in days:
            row.update(change)
            if "end" in change:
                row["end"] = f"{following}T06:00{row['start'][-6:]}"
            break
    else:
        pytest.fail("nobody works two days in a row")
    with (folder / "roster.csv").open("w", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return row["employee"]


def test_a_row_edited_into_a_breach_is_named_by_rule_person_and_date_apart_from_the_hash(copy: Path) -> None:
    employee = edit_roster(copy, {"end": "later"})
    done = shiftbid("verify", str(copy), "--json")
    assert done.returncode == 1
    findings = json.loads(done.stdout)["findings"]
    assert any(finding["kind"] == "hash" and "roster.csv" in finding["sentence"] for finding in findings)
    broken = [finding for finding in findings if finding["rule"] == "HOUSE-DAILY-REST"]
    assert [finding["employee"] for finding in broken] == [employee]
    assert broken[0]["date"] in broken[0]["sentence"]


def test_a_folder_that_is_not_there_is_bad_input(tmp_path: Path) -> None:
    done = shiftbid("verify", str(tmp_path / "nowhere"))
    assert done.returncode == 2
    assert "nowhere" in done.stderr


def test_the_same_seed_gives_the_same_bytes_and_json_prints_the_summary_alone(published: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    done = shiftbid("demo", "--out", str(again), *SMALL, "--json")
    assert done.returncode == 0, done.stderr
    assert done.stdout == (again / "summary.json").read_text()
    assert json.loads(done.stdout)["stages"]
    names = sorted(path.relative_to(published) for path in published.rglob("*") if path.is_file())
    names = [name for name in names if name.name != "summary.json" and not name.name.startswith("shiftbid.sqlite")]
    assert [name for name in names if (published / name).read_bytes() != (again / name).read_bytes()] == []


def test_a_killed_run_leaves_what_was_there(copy: Path) -> None:
    def content() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in sorted(copy.rglob("*")) if path.is_file()}

    before = content()
    command = [sys.executable, "-m", "shiftbid", "demo", "--out", str(copy), *SMALL, "--seed", "2"]
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(6)
    assert run.poll() is None, "the run must be killed in its midst"
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    assert content() == before
