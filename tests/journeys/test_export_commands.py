"""``shiftbid export`` from a database to files."""

import csv
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from icalendar import Calendar as PersonalCalendar
from typer.testing import CliRunner, Result

from shiftbid.bootstrap.application import WiredApplication
from shiftbid.bootstrap.places import sqlite_url
from shiftbid.cli.app import command_line
from shiftbid.domain.ballot import Candidate, Origin, VoteMethod
from shiftbid.domain.data_reading import DataKind
from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import dated
from shiftbid.domain.timeline import Period
from shiftbid.services.publication import HallPublication
from shiftbid.storage.database import Database
from shiftbid.storage.schema import init
from shiftbid.voting.ballot_paper import BallotPaper, paper_object
from tests.storage.example_publications import (
    CALENDAR,
    HALL,
    NIGHT,
    PERIOD,
    SETTINGS,
    STAFF,
    TEMPLATE,
    ZONE,
    small_publication,
)

LAST = PERIOD.last
NEXT = Period.of_weeks(LAST + timedelta(days=1), 1)


def paid(day: date, minutes: int, source: str) -> PayLine:
    return PayLine("e2", day, HALL.id, PayClass.NORMAL, minutes, "R", source)


def publication(version: int, period: Period, taken: list[tuple[str, date]], lines: list[PayLine]) -> HallPublication:
    """The example with day shifts for e2 and nights for e1."""
    small = small_publication(version)
    templates = {"e1": NIGHT, "e2": TEMPLATE}
    assignments = tuple(Assignment(who, dated(templates[who], HALL.id, day, ZONE)) for who, day in taken)
    roster = replace(small.roster, period=period, assignments=assignments)
    candidates = tuple(Candidate(template, Origin.USEFUL) for template in templates.values())
    paper = BallotPaper(VoteMethod.PROPORTIONAL, 2, candidates, (), (), 0, 0, 0)
    election = dict(paper_object(paper))
    return replace(small, roster=roster, election=election, pay_lines=tuple(lines), lots=(), journal=())


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Two periods, the first in two versions: the second version takes e2's shift of the first day away."""
    url = sqlite_url(tmp_path_factory.mktemp("published") / "shiftbid.sqlite")
    init(url)
    night = dated(NIGHT, HALL.id, LAST, ZONE).id
    first, second = PERIOD.first, PERIOD.first + timedelta(days=1)
    with Database(url) as database, database.unit_of_work() as unit:
        unit.halls.add(HALL)
        unit.staff.replace(HALL.id, STAFF)
        published = (
            publication(1, PERIOD, [("e2", first), ("e2", second)], [paid(first, 450, "x")]),
            publication(
                2,
                PERIOD,
                [("e2", second), ("e1", LAST)],
                [paid(second, 450, "x"), paid(LAST, 110, night), paid(NEXT.first, 130, night)],
            ),
            publication(1, NEXT, [("e2", NEXT.first)], [paid(NEXT.first, 460, "y")]),
        )
        for each in published:
            unit.publications.publish(each, CALENDAR, SETTINGS)
        unit.commit()
    return url


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command_line(WiredApplication()), ["export", *arguments])


def between(first: date, last: date) -> tuple[str, str]:
    return "--period", f"{first}/{last}"


def pay_rows(url: str, out: Path, *arguments: str) -> list[tuple[str, str]]:
    result = run("payroll", "--format", "csv", "--out", str(out), "--url", url, *arguments)
    assert result.exit_code == 0, result.output
    with out.open(encoding="utf-8-sig", newline="") as stream:
        return [(row["date"], row["minutes"]) for row in csv.DictReader(stream)]


def test_the_latest_version_is_paid_and_a_shift_over_the_boundary_once(url: str, tmp_path: Path) -> None:
    second, out = PERIOD.first + timedelta(days=1), tmp_path / "pay.csv"
    whole = [(f"{second}", "450"), (f"{LAST}", "110"), (f"{NEXT.first}", "590")]
    assert pay_rows(url, out, *between(PERIOD.first, NEXT.last)) == whole
    assert pay_rows(url, out, *between(PERIOD.first, LAST)) == whole[:2]
    assert pay_rows(url, out) == whole[2:], "the latest period, with the night that began before it"


def test_who_exported_is_on_record_for_everybody_in_the_file(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "payday")
    pay_rows(url, tmp_path / "pay.csv", *between(PERIOD.first, NEXT.last))
    result = run("roster", "--format", "csv", "--out", str(tmp_path / "roster.csv"), "--url", url)
    assert result.exit_code == 0, result.output
    with Database(url) as database, database.unit_of_work() as unit:
        told = {
            who: {each.kind for each in unit.readings.of_employee(who) if each.name == "payday"} for who in ("e1", "e2")
        }
    assert told == {"e1": {DataKind.SCHEDULE}, "e2": {DataKind.SCHEDULE, DataKind.PAY, DataKind.PAY_FILE}}


def test_the_command_says_what_the_roster_pays(url: str, tmp_path: Path) -> None:
    out = tmp_path / "pay.csv"
    arguments = ("--format", "csv", "--out", str(out), "--url", url, *between(PERIOD.first, LAST))
    assert run("payroll", *arguments).stdout == (f"{out}: {PERIOD.first}/{LAST}, {HALL.id}\n  normal: 9 h 20 min\n")
    assert json.loads(run("payroll", *arguments, "--json").stdout) == {
        "period": f"{PERIOD.first}/{LAST}",
        "halls": [HALL.id],
        "files": [str(out)],
        "minutes": {"normal": 560},
        "cents": 0,
    }


def test_codes_are_read_from_a_file_and_the_program_names_its_own_files(url: str, tmp_path: Path) -> None:
    codes = tmp_path / "codes.toml"
    codes.write_text('[datev-lug.employees]\ne2 = "26"\n[datev-lug.pay_classes]\nnormal = "100"\n', encoding="utf-8")
    folder = tmp_path / "payroll"
    folder.mkdir()
    arguments = ("--format", "datev-lug", "--url", url, "--codes", str(codes))
    assert run("payroll", *arguments, "--out", str(folder)).exit_code == 0
    names = [f"lohn-und-gehalt-{NEXT.first}-{NEXT.last}{ending}" for ending in (".ini", ".txt")]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert run("payroll", *arguments, "--out", str(tmp_path / "lug.txt")).exit_code == 0
    assert (tmp_path / "lug.ini").read_bytes() == (folder / names[0]).read_bytes()
    assert (tmp_path / "lug.txt").read_bytes() == (folder / names[1]).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("payroll", "--format", "adp"), "add company_code under [adp]"),
        (("payroll", "--format", "sage"), "there is no payroll format 'sage'"),
        (("payroll", "--format", "csv", "--hall", "nowhere"), "'nowhere' is not in the database"),
        (("payroll", "--format", "csv", "--codes", "/nowhere.toml"), "cannot be read"),
        (("roster", "--format", "csv", "--period", "2026-01-01"), "write FROM/TO"),
        (("roster", "--format", "csv", "--period", "2026-02-01/2026-01-01"), "before it starts"),
        (("roster", "--format", "pdf"), "there are xlsx, csv"),
        (("calendar", "--format", "vcs"), "there is ics"),
        (
            ("payroll", "--format", "csv", "--period", f"{PERIOD.first - timedelta(days=3)}/{NEXT.last}"),
            "has no published roster for 2026-09-18 to 2026-09-20",
        ),
    ],
)
def test_what_cannot_be_exported_is_said_and_nothing_is_written(
    arguments: tuple[str, ...], message: str, url: str, tmp_path: Path
) -> None:
    out = tmp_path / "out.csv"
    result = run(*arguments, "--out", str(out), "--url", url)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not out.exists()


def test_a_database_without_a_plan_has_nothing_to_export(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "empty.sqlite")
    init(url)
    result = run("roster", "--format", "csv", "--out", str(tmp_path / "r.csv"), "--url", url)
    assert (result.exit_code, result.stderr) == (2, "published roster: no hall has one yet; plan and publish first\n")


def test_the_roster_of_days_over_two_periods_is_a_table_and_a_workbook(url: str, tmp_path: Path) -> None:
    days = between(PERIOD.first, NEXT.first)
    for form in ("csv", "xlsx"):
        out = tmp_path / f"roster.{form}"
        assert run("roster", "--format", form, "--out", str(out), "--url", url, *days).exit_code == 0
    with (tmp_path / "roster.csv").open(encoding="utf-8", newline="") as stream:
        rows = [(row["employee"], row["date"]) for row in csv.DictReader(stream)]
    assert rows == [("e2", "2026-09-22"), ("e1", f"{LAST}"), ("e2", f"{NEXT.first}")]
    sheet = openpyxl.load_workbook(tmp_path / "roster.xlsx")["Shifts"]
    assert sheet.max_row == 1 + len(rows)
    assert sheet.page_setup.orientation == "landscape"


def test_calendars_update_what_was_imported_and_cancel_what_is_gone(url: str, tmp_path: Path) -> None:
    folder = tmp_path / "calendars"
    arguments = ("--format", "ics", "--out", str(folder), "--url", url, *between(PERIOD.first, LAST))
    assert run("calendar", *arguments).exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["e1.ics", "e2.ics"]
    events = PersonalCalendar.from_ical((folder / "e2.ics").read_bytes()).walk("VEVENT")
    assert [(str(each["uid"]), each["sequence"], each.get("status")) for each in events] == [
        (f"{HALL.id}-e2-2026-09-22@shiftbid", 2, None),
        (f"{HALL.id}-e2-2026-09-21@shiftbid", 2, "CANCELLED"),
    ]
