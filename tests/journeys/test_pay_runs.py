"""A period's pay from plan and clock to a locked run, a correction and its deltas."""

import csv
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from shiftbid.bootstrap.application import WiredApplication
from shiftbid.bootstrap.places import sqlite_url
from shiftbid.cli.app import command_line
from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import dated
from shiftbid.domain.timeline import Period
from shiftbid.storage.checking import check
from shiftbid.storage.database import Database
from shiftbid.storage.schema import init
from tests.storage.example_publications import (
    CALENDAR,
    FIRST,
    HALL,
    SETTINGS,
    STAFF,
    TEMPLATE,
    ZONE,
    small_publication,
)

TUESDAY, WEDNESDAY = FIRST + timedelta(days=1), FIRST + timedelta(days=2)
WEEK = Period.of_weeks(FIRST, 1)
PERIOD = ("--hall", HALL.id, "--period", f"{WEEK.first}/{WEEK.last}")
BY = ("--by", "Clerk")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A week in which e2 is planned on Tuesday and Wednesday and e1 on Tuesday."""
    file = tmp_path_factory.mktemp("made") / "shiftbid.sqlite"
    url = sqlite_url(file)
    init(url)
    taken = tuple(
        Assignment(who, dated(TEMPLATE, HALL.id, day, ZONE))
        for who, day in (("e2", TUESDAY), ("e1", TUESDAY), ("e2", WEDNESDAY))
    )
    lines = tuple(
        PayLine(each.employee, each.shift.day, HALL.id, PayClass.NORMAL, each.shift.paid_minutes, "R", each.shift.id)
        for each in taken
    )
    small = small_publication()
    week = replace(
        small,
        leave=(),
        worked=(),
        roster=replace(small.roster, period=WEEK, assignments=taken),
        pay_lines=lines,
        lots=(),
        journal=(),
    )
    with Database(url) as database, database.unit_of_work() as unit:
        unit.halls.add(HALL)
        unit.staff.replace(HALL.id, replace(STAFF, worked=(), leave=()))
        unit.publications.publish(week, CALENDAR, SETTINGS)
        unit.commit()
    return file


@pytest.fixture
def url(made: Path, tmp_path: Path) -> str:
    return sqlite_url(Path(shutil.copy(made, tmp_path / "shiftbid.sqlite")))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command_line(WiredApplication()), [*arguments])


def payroll(url: str, *arguments: str) -> Result:
    return run("payroll", *arguments, *PERIOD, "--url", url)


def clock(url: str, folder: Path, *rows: str) -> None:
    file = folder / "clock.csv"
    file.write_text("\n".join(("employee,date,in,out", *rows)), encoding="utf-8")
    assert run("import", "worked", str(file), "--hall", HALL.id, "--url", url).exit_code == 0


def exported(url: str, folder: Path, *arguments: str) -> Iterator[tuple[str, str, int]]:
    out = folder / "pay.csv"
    result = run("export", "payroll", "--format", "csv", "--out", str(out), *PERIOD, "--url", url, *arguments)
    assert result.exit_code == 0, result.output
    with out.open(encoding="utf-8-sig", newline="") as stream:
        yield from ((row["employee"], row["date"], int(row["minutes"])) for row in csv.DictReader(stream))


def test_the_plan_is_paid_until_the_clock_is_read_and_then_the_clock(url: str, tmp_path: Path) -> None:
    minutes = dated(TEMPLATE, HALL.id, TUESDAY, ZONE).paid_minutes
    assert payroll(url, "preview").stdout == (
        f"normal: {3 * minutes // 60} h {3 * minutes % 60:02d} min\n0 of 7 days by the clock, the others as planned\n"
    )
    clock(url, tmp_path, f"e2,{TUESDAY},09:00,17:07")
    found = json.loads(payroll(url, "preview", "--json").stdout)
    assert found["minutes"] == {"normal": 487 + minutes}
    assert found["missing"] == [{"employee": "e1", "date": f"{TUESDAY}"}]
    assert list(exported(url, tmp_path)) == [("e2", f"{TUESDAY}", 487), ("e2", f"{WEDNESDAY}", minutes)]


def test_a_locked_period_stays_as_it_was_and_a_correction_gives_the_difference(url: str, tmp_path: Path) -> None:
    clock(url, tmp_path, f"e2,{TUESDAY},09:00,17:00", f"e1,{TUESDAY},09:00,12:00", f"e2,{WEDNESDAY},09:00,17:00")
    closed = payroll(url, "close", *BY)
    assert closed.stdout == f"Locked run 1 of {HALL.id}: 19 h 00 min worked by 2 people.\n"
    clock(url, tmp_path, f"e1,{TUESDAY},09:00,11:30", f"e2,{WEDNESDAY},09:00,17:15")
    locked = list(exported(url, tmp_path))
    assert [minutes for _, _, minutes in locked] == [180, 480, 480]
    assert "run 1 is locked; 2 lines differ from it" in payroll(url, "preview").stdout
    assert payroll(url, "close", *BY).exit_code == 2
    opened = payroll(url, "reopen", *BY, "--reason", "a wrong punch")
    assert opened.exit_code == 0, opened.output
    assert "run 1 was opened again" in payroll(url, "preview").stdout
    assert payroll(url, "close", *BY).stdout.startswith("Locked run 2 ")
    assert list(exported(url, tmp_path, "--changes")) == [("e1", f"{TUESDAY}", -30), ("e2", f"{WEDNESDAY}", 15)]
    assert [minutes for _, _, minutes in exported(url, tmp_path)] == [150, 480, 495]
    with Database(url) as database, database.unit_of_work() as unit:
        first, second = unit.pay_runs.of_hall(HALL.id)
        records = unit.records.all()
    assert [each.path for each in records] == [f"{HALL.id}/{WEEK.first}/{WEEK.last}/pay/{number}" for number in (1, 2)]
    assert check(url) == []
    assert first.reopening is not None
    assert (first.reopening.by, first.reopening.reason, second.is_locked) == ("Clerk", "a wrong punch", True)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("reopen", *BY, "--reason", "why"), "nothing is locked in hall queen-st"),
        (("reopen", *BY, "--reason", " "), "give the reason"),
    ],
)
def test_only_a_locked_period_is_opened_and_only_with_a_reason(
    arguments: tuple[str, ...], message: str, url: str
) -> None:
    result = payroll(url, *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_day_is_locked_in_one_period_only(url: str) -> None:
    assert payroll(url, "close", *BY).exit_code == 0
    part = ("--hall", HALL.id, "--period", f"{WEEK.first}/{TUESDAY}", "--url", url)
    result = run("payroll", "close", *part, *BY)
    assert result.exit_code == 2
    assert "is locked and shares days with 2026-09-21 to 2026-09-22" in result.stderr


def test_changes_need_a_second_run(url: str, tmp_path: Path) -> None:
    arguments = ("--format", "csv", "--out", str(tmp_path / "x.csv"), "--changes", *PERIOD, "--url", url)
    result = run("export", "payroll", *arguments)
    assert result.exit_code == 2
    assert "the period has no correction" in result.stderr


def test_a_week_that_began_before_the_pay_period_counts_from_its_monday(url: str, tmp_path: Path) -> None:
    """French overtime is above 35 h of the week; e2 clocks 9 h a day from Monday to Friday."""
    with Database(url) as database, database.unit_of_work() as unit:
        latest = unit.publications.latest(HALL.id, WEEK)
        assert latest is not None
        again = replace(latest, roster=replace(latest.roster, version=latest.roster.version + 1))
        unit.publications.publish(again, CALENDAR, {**SETTINGS, "pack": "FR"})
        unit.commit()
    days = [FIRST + timedelta(days=n) for n in range(5)]
    clock(url, tmp_path, *(f"e2,{day},09:00,18:00" for day in days))

    def minutes(first: date) -> object:
        found = run("payroll", "preview", *PERIOD[:3], f"{first}/{WEEK.last}", "--url", url, "--json")
        return json.loads(found.stdout)["minutes"]

    assert minutes(FIRST) == {"normal": 2100, "ot125": 480, "ot150": 120}
    assert minutes(days[3]) == {"normal": 480, "ot125": 480, "ot150": 120}
