"""``shiftbid import consents``: what a hall may do is recorded, and the rules that it lifts are silent."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from shiftbid.bootstrap.application import WiredApplication
from shiftbid.bootstrap.places import sqlite_url
from shiftbid.cli.app import command_line
from shiftbid.domain.calendar import Calendar
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.promise import Promise
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.domain.staff import EVERYBODY, Consent, ConsentKind, Employee, HoursSystem
from shiftbid.domain.timeline import Period
from shiftbid.rules.book import load_pack
from shiftbid.services.checked_roster import check_roster
from shiftbid.services.ports import StaffList
from shiftbid.services.situations import situations_of
from shiftbid.storage.database import Database
from shiftbid.storage.schema import init

HALL = Hall("mitte", "Mitte", "Europe/Berlin", "DE", None, OpeningHours.parse("09:00-19:00"), Promise(), 6.0, 5)
SUNDAY = date(2026, 12, 6)
HEADER = "employee,rule,from,to,kind\n"
OPEN_SUNDAY = "everybody,DE-SUNDAY,2026-12-06,2026-12-06,authority\n"


def employee(name: str) -> Employee:
    return Employee(
        name,
        name,
        HALL.id,
        2400,
        HoursSystem.STANDARD,
        frozenset({"counter"}),
        date(1990, 1, 1),
        date(2020, 1, 1),
        3000,
    )


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = sqlite_url(tmp_path / "shiftbid.sqlite")
    init(url)
    with Database(url) as database, database.unit_of_work() as unit:
        unit.halls.add(HALL)
        own = Consent("e1", "HOUSE-DAILY-HOURS", SUNDAY, SUNDAY, ConsentKind.PERSON)
        unit.staff.replace(HALL.id, StaffList((employee("e1"), employee("e2")), consents=(own,)))
        unit.commit()
    return url


def run(url: str, folder: Path, text: str) -> Result:
    file = folder / "consents.csv"
    file.write_text(HEADER + text, encoding="utf-8")
    command = ["import", "consents", str(file), "--hall", HALL.id, "--url", url, "--json"]
    return CliRunner().invoke(command_line(WiredApplication()), command)


def stored(url: str) -> StaffList:
    with Database(url) as database, database.unit_of_work() as unit:
        return unit.staff.of_hall(HALL.id)


def sundays_broken(staff: StaffList) -> list[str]:
    """Whom the ban on Sunday work speaks of, where both work on the Sunday."""
    pack = load_pack("DE", SUNDAY)
    shift = dated(ShiftTemplate("noon", 12 * 60, 17 * 60), HALL.id, SUNDAY, HALL.zone)
    situations = situations_of(staff, HALL, Period(SUNDAY, SUNDAY), Calendar({}), pack, ())
    roster = check_roster([Assignment(name, shift) for name in ("e1", "e2")], situations, pack)
    return [each.employee for each in roster.whole_roster_findings if each.rule == "DE-SUNDAY"]


def test_an_approval_for_the_hall_lifts_the_ban_on_sunday_work_for_everybody(url: str, tmp_path: Path) -> None:
    assert sundays_broken(stored(url)) == ["e1", "e2"]
    result = run(url, tmp_path, OPEN_SUNDAY)
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["counts"] == {"rows": 1, "added": 1, "replaced": 0}
    assert sundays_broken(stored(url)) == []
    assert len(stored(url).consents) == 2


def test_a_record_takes_the_place_of_the_one_before_it(url: str, tmp_path: Path) -> None:
    run(url, tmp_path, OPEN_SUNDAY)
    earlier = run(url, tmp_path, OPEN_SUNDAY.replace("12-06", "11-29"))
    assert json.loads(earlier.stdout)["counts"] == {"rows": 1, "added": 1, "replaced": 1}
    assert [each.first for each in stored(url).consents if each.employee == EVERYBODY] == [date(2026, 11, 29)]
    assert sundays_broken(stored(url)) == ["e1", "e2"]


def test_the_same_file_again_changes_nothing(url: str, tmp_path: Path) -> None:
    run(url, tmp_path, OPEN_SUNDAY)
    again = run(url, tmp_path, OPEN_SUNDAY)
    assert json.loads(again.stdout) == {"halls": [], "counts": {"rows": 1, "added": 0, "replaced": 0}, "notes": []}


def test_a_faulty_file_changes_nothing(url: str, tmp_path: Path) -> None:
    before = stored(url)
    result = run(url, tmp_path, OPEN_SUNDAY + "e1,DE-SONNTAG,2026-12-06,2026-12-06,authority\n")
    assert result.exit_code == 2
    assert "'DE-SONNTAG' is no rule of any pack" in result.stderr
    assert stored(url) == before
