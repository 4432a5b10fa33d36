"""``shiftbid import leave`` from a file to the staff list and the journal."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from shiftbid.bootstrap.application import WiredApplication
from shiftbid.bootstrap.places import sqlite_url
from shiftbid.cli.app import command_line
from shiftbid.domain.account import Role, User
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.promise import Promise
from shiftbid.domain.staff import Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.timeline import Period
from shiftbid.domain.toil import EntryKind, Lot, LotKind
from shiftbid.payroll.toil_balances import balance
from shiftbid.payroll.toil_editions import open_lot
from shiftbid.payroll.toil_ledger import ToilLedger
from shiftbid.services.ports import StaffList
from shiftbid.services.time_off_requests import NewRequest, ask
from shiftbid.services.toil_return import house_policy
from shiftbid.storage.database import Database
from shiftbid.storage.schema import init

ZONE = "Asia/Shanghai"
FIRST = date(2026, 5, 1)
MANAGER = User("m", "Mia", Role.MANAGER, None, "hash")
HEADER = "employee,start,end,kind\n"
DAY_IN_LIEU = "e1,2026-05-06,2026-05-06,调休\n"
ANNUAL = "e2,2026-05-06T00:00+08:00,2026-05-08T00:00+08:00,annual\n"


def employee(name: str, hall: str) -> Employee:
    system = HoursSystem.STANDARD
    return Employee(name, name, hall, 2400, system, frozenset({"counter"}), date(1990, 1, 1), date(2020, 1, 1), 3000)


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = sqlite_url(tmp_path / "shiftbid.sqlite")
    init(url)
    opening = OpeningHours.parse("09:00-19:00")
    with Database(url) as database, database.unit_of_work() as unit:
        for name, person in (("west", "e1"), ("east", "e2")):
            unit.halls.add(Hall(name, name, ZONE, "CN", None, opening, Promise(), 6.0, 5))
            unit.staff.replace(name, StaffList(employees=(employee(person, name),)))
        lot = Lot("L1", "e1", LotKind.REST_DAY_WORK, 600, date(2026, 12, 31))
        change = open_lot(ToilLedger("e1"), lot, FIRST, house_policy(FIRST))
        unit.journal.append(change.lots, change.entries)
        unit.commit()
    return url


def run(url: str, folder: Path, text: str, *arguments: str) -> Result:
    file = folder / "leave.csv"
    file.write_text(text, encoding="utf-8")
    command = ["import", "leave", str(file), "--url", url, *arguments]
    return CliRunner().invoke(command_line(WiredApplication()), command)


def stored(url: str, hall: str) -> tuple[Leave, ...]:
    with Database(url) as database, database.unit_of_work() as unit:
        return unit.staff.of_hall(hall).leave


def test_leave_stands_on_the_lists_and_days_in_lieu_leave_the_journal(url: str, tmp_path: Path) -> None:
    result = run(url, tmp_path, HEADER + DAY_IN_LIEU + ANNUAL, "--json")
    assert result.exit_code == 0, result.output
    report = json.loads(result.stdout)
    assert sorted(report["halls"]) == ["east", "west"]
    assert report["counts"] == {"rows": 2, "added": 2, "known": 0, "toil_minutes": 480}
    day, days = date(2026, 5, 6), Period(date(2026, 5, 6), date(2026, 5, 7))
    assert stored(url, "west") == (Leave("e1", Period(day, day).interval(ZONE), LeaveKind.TOIL),)
    assert stored(url, "east") == (Leave("e2", days.interval(ZONE), LeaveKind.ANNUAL),)
    with Database(url) as database, database.unit_of_work() as unit:
        entries = unit.journal.entries("e1")
    assert [(entry.kind, entry.effective) for entry in entries[1:]] == [(EntryKind.USE, day)]
    assert balance(entries).minutes == 120


def test_the_same_file_again_changes_nothing(url: str, tmp_path: Path) -> None:
    run(url, tmp_path, HEADER + DAY_IN_LIEU + ANNUAL)
    again = run(url, tmp_path, HEADER + DAY_IN_LIEU + ANNUAL, "--json")
    assert json.loads(again.stdout)["counts"] == {"rows": 2, "added": 0, "known": 2, "toil_minutes": 0}
    assert len(stored(url, "west")) == 1
    with Database(url) as database, database.unit_of_work() as unit:
        assert len(unit.journal.entries("e1")) == 2


def test_one_hall_takes_its_own_people_only(url: str, tmp_path: Path) -> None:
    result = run(url, tmp_path, HEADER + ANNUAL, "--hall", "west")
    assert result.exit_code == 2
    assert "row 2, column employee: 'e2' is on no staff list" in result.stderr
    assert run(url, tmp_path, HEADER + ANNUAL, "--hall", "east").exit_code == 0
    unknown = run(url, tmp_path, HEADER + ANNUAL, "--hall", "north")
    assert unknown.exit_code == 2
    assert "'north' is not in the database; it has east, west" in unknown.stderr


def test_all_problems_are_named_at_once_and_nothing_is_stored(url: str, tmp_path: Path) -> None:
    run(url, tmp_path, HEADER + ANNUAL)
    with Database(url) as database:
        span = Period(date(2026, 6, 1), date(2026, 6, 1)).interval(ZONE)
        ask(database.unit_of_work, "east", NewRequest("r1", "e2", LeaveKind.ANNUAL, span), MANAGER, span.start)
    wrong = (
        "e1,2026-05-04,2026-05-05,toil\n"
        "e2,2026-05-07,2026-05-07,sick\n"
        "e2,2026-06-01,2026-06-02,sick\n"
        "e1,someday,2026-05-09,sick\n"
        "e1,2026-05-09,2026-05-10,toil\n"
    )
    result = run(url, tmp_path, HEADER + wrong)
    assert result.exit_code == 2
    for problem in (
        "row 2, column kind: TOIL day off on 2026-05-05 of 480 minutes is 360 minutes short",
        "row 3, column start: overlaps leave (annual) from 2026-05-06T00:00+08:00",
        "row 4, column start: overlaps request r1 from 2026-06-01T00:00+08:00",
        "row 5, column start: 'someday'",
        "row 6, column kind: from 2026-05-09 to 2026-05-10 there is no day from Monday to Friday",
    ):
        assert problem in result.stderr
    assert stored(url, "west") == ()
    with Database(url) as database, database.unit_of_work() as unit:
        assert len(unit.journal.entries("e1")) == 1


def test_a_database_without_halls_says_so(tmp_path: Path) -> None:
    empty = sqlite_url(tmp_path / "empty.sqlite")
    init(empty)
    result = run(empty, tmp_path, HEADER + ANNUAL)
    assert result.exit_code == 2
    assert "it has no halls yet" in result.stderr
