"""From somebody's own files to a published roster and a payroll file, from the command line."""

import csv
import json
import math
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from shiftbid.bootstrap.application import WiredApplication
from shiftbid.cli.app import command_line

FIRST = datetime.fromisoformat("2025-10-06T00:00")
STAFF = [
    ("s1", "Ana Lima", 40),
    ("s2", "Bo Chen", 40),
    ("s3", "Cai Wu", 40),
    ("s4", "Dee Roy", 30),
    ("s5", "Eli Fox", 20),
]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'own.sqlite'}"


def shiftbid(url: str, *arguments: str) -> Result:
    return CliRunner().invoke(command_line(WiredApplication()), [*arguments, "--url", url])


def done(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return result.stdout


def write_footfall(path: Path, weeks: int) -> None:
    """Weekdays 9 to 17 with a peak at noon."""
    with path.open("w", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("hall", "time", "count"))
        for day in (FIRST + timedelta(days=number) for number in range(7 * weeks)):
            if day.weekday() < 5:
                for hour in range(9, 17):
                    count = round(14 + 8 * math.sin((hour - 9) / 8 * math.pi) + day.weekday())
                    rows.writerow(("north", (day + timedelta(hours=hour)).isoformat(timespec="minutes"), count))


def write_staff(path: Path) -> None:
    with path.open("w", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("工号", "姓名", "每周工时", "出生日期", "入职日期", "时薪"))
        rows.writerows((number, name, hours, "1990-01-31", "2020-02-01", 25) for number, name, hours in STAFF)


def add_hall(url: str) -> Result:
    details = ("--country", "NZ", "--opening", "mon-fri 09:00-17:00", "--counters", "6", "--service-minutes", "6")
    return shiftbid(url, "halls", "add", "north", *details)


@pytest.mark.slow
def test_own_files_become_a_published_roster_and_a_payroll_file(url: str, tmp_path: Path) -> None:
    done(shiftbid(url, "db", "init"))
    assert "Pacific/Auckland" in done(add_hall(url))
    write_staff(tmp_path / "staff.csv")
    write_footfall(tmp_path / "footfall.csv", 12)
    done(shiftbid(url, "import", "staff", str(tmp_path / "staff.csv"), "--hall", "north"))
    done(shiftbid(url, "import", "footfall", str(tmp_path / "footfall.csv"), "--hall", "north"))
    planned = shiftbid(
        url, "plan", "--hall", "north", "--from", "2026-01-05", "--weeks", "1", "--workers", "1", "--json"
    )
    stages = {stage["name"]: stage for stage in json.loads(done(planned))["stages"]}
    assert stages["award"]["counts"]["assignments"] > 5
    done(shiftbid(url, "export", "payroll", "--format", "csv", "--out", str(tmp_path / "pay.csv")))
    with (tmp_path / "pay.csv").open(encoding="utf-8-sig") as stream:
        paid = list(csv.DictReader(stream))
    assert {row["employee"] for row in paid} <= {number for number, *_ in STAFF}
    assert sum(int(row["minutes"]) for row in paid) > 3000
    (hall,) = json.loads(done(shiftbid(url, "explain", "--json")))["halls"]
    assert hall["hall"] == "north"
    why = json.loads(done(shiftbid(url, "why", STAFF[0][0], "2026-01-06", "--hall", "north", "--json")))
    assert why["sentence"]
    assert why["alternatives"]
    told = done(shiftbid(url, "why", STAFF[0][0], "2026-01-06", "--hall", "north", "--language", "zh"))
    assert "2026-01-06" in told
    more = done(shiftbid(url, "surprise", "--hall", "north", "--from", "2026-01-07", "--times", "1.5", "--json"))
    surprise = json.loads(more)
    assert surprise["needed_half_hours"] > surprise["needed_before"]
    assert shiftbid(url, "why", "nobody", "2026-01-06", "--hall", "north").exit_code == 2


def test_halls_are_added_listed_and_changed(url: str) -> None:
    done(shiftbid(url, "db", "init"))
    assert "No hall yet" in done(shiftbid(url, "halls", "list"))
    done(add_hall(url))
    assert add_hall(url).exit_code == 2
    done(shiftbid(url, "halls", "change", "north", "--counters", "8", "--name", "North 北", "--opening-duty", "30"))
    (north,) = json.loads(done(shiftbid(url, "halls", "list", "--json")))["halls"]
    assert (north["counters"], north["name"], north["service_minutes"]) == (8, "North 北", 6.0)
    unknown = shiftbid(url, "halls", "change", "south", "--counters", "8")
    assert unknown.exit_code == 2
    assert "known: north" in unknown.stderr


def test_desks_are_added_replaced_and_dropped(url: str) -> None:
    def desks(*change: str) -> list[str]:
        done(shiftbid(url, "halls", "change", "north", *change))
        (north,) = json.loads(done(shiftbid(url, "halls", "list", "--json")))["halls"]
        return north["desks"]

    done(shiftbid(url, "db", "init"))
    done(add_hall(url))
    business, cash = "business:share=0.15,service-minutes=18,counters=2", "cash:share=0.05,service-minutes=4,counters=1"
    assert desks("--desk", business, "--desk", cash) == [f"{each},minimum-heads=1" for each in (business, cash)]
    slower = f"{business},minimum-heads=0,vip-service-minutes=25"
    assert desks("--desk", slower) == [slower, f"{cash},minimum-heads=1"]
    assert "desk cash:share=0.05" in done(shiftbid(url, "halls", "list"))
    assert desks("--drop-desk", "business") == [f"{cash},minimum-heads=1"]
    refused = shiftbid(url, "halls", "change", "north", "--drop-desk", "business")
    assert refused.exit_code == 2
    assert "it has cash" in refused.stderr
    (north,) = json.loads(done(shiftbid(url, "halls", "list", "--json")))["halls"]
    assert north["vip_service_minutes"] is None
    done(shiftbid(url, "halls", "change", "north", "--vip-service-minutes", "9"))
    (north,) = json.loads(done(shiftbid(url, "halls", "list", "--json")))["halls"]
    assert north["vip_service_minutes"] == 9.0


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("halls", "add", "../x"), "start with a letter or digit"),
        (("halls", "add", "x", "--timezone", "Mars/Olympus"), "Mars/Olympus"),
        (("halls", "add", "x", "--promise", "soon"), "kind:level:minutes"),
        (("halls", "add", "x", "--opening-duty", "20"), "whole half hours"),
        (("halls", "add", "x", "--desk", "cash"), "write SKILL:share="),
        (("halls", "add", "x", "--desk", "counter:share=0.1,service-minutes=5,counters=1"), "counter is there twice"),
    ],
)
def test_a_hall_that_cannot_be_is_refused(url: str, change: tuple[str, ...], message: str) -> None:
    done(shiftbid(url, "db", "init"))
    details = ("--country", "NZ", "--opening", "09:00-17:00", "--counters", "6", "--service-minutes", "6")
    result = shiftbid(url, *change, *details)
    assert result.exit_code == 2
    assert message in result.stderr
    assert json.loads(done(shiftbid(url, "halls", "list", "--json"))) == {"halls": []}


def test_a_plan_of_an_unknown_hall_says_which_there_are(url: str) -> None:
    done(shiftbid(url, "db", "init"))
    done(add_hall(url))
    result = shiftbid(url, "plan", "--hall", "south", "--from", "2026-01-05")
    assert result.exit_code == 2
    assert "known: north" in result.stderr
