"""``shiftbid import facts``: what the law asks about a person is recorded, and rules and pay follow it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
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
from shiftbid.domain.staff import Employee, HoursSystem
from shiftbid.domain.staff_fact import StaffFact
from shiftbid.domain.timeline import Period
from shiftbid.domain.toil import LotKind
from shiftbid.rules.book import load_pack
from shiftbid.services.checked_roster import check_roster
from shiftbid.services.ports import StaffList
from shiftbid.services.roster_pay import roster_pay_lines
from shiftbid.services.situations import situations_of
from shiftbid.services.toil_return import ToilBooks, post_worked
from shiftbid.storage.database import Database
from shiftbid.storage.schema import init

HALL = Hall("nanjing", "南京", "Asia/Shanghai", "CN", None, OpeningHours.parse("08:00-22:00"), Promise(), 6.0, 5)
WEEK = Period(date(2026, 3, 2), date(2026, 3, 8))
HEADER = "employee,fact,value,from,to\n"
ANN = Employee(
    "e1",
    "Ann",
    HALL.id,
    2400,
    HoursSystem.STANDARD,
    frozenset({"counter"}),
    date(1990, 1, 1),
    date(2020, 1, 1),
    3000,
)
LONG = ShiftTemplate("long", 9 * 60, 18 * 60)
NOON = ShiftTemplate("noon", 12 * 60, 16 * 60)
SHIFTS = (
    Assignment("e1", dated(LONG, HALL.id, WEEK.first, HALL.zone)),
    *(Assignment("e1", dated(NOON, HALL.id, day, HALL.zone)) for day in WEEK.days[1:5]),
    Assignment("e1", dated(LONG, HALL.id, date(2026, 3, 7), HALL.zone)),
)


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = sqlite_url(tmp_path / "shiftbid.sqlite")
    init(url)
    with Database(url) as database, database.unit_of_work() as unit:
        unit.halls.add(HALL)
        unit.staff.replace(HALL.id, StaffList((ANN, replace(ANN, id="e2"))))
        unit.commit()
    return url


def run(url: str, folder: Path, text: str) -> Result:
    file = folder / "facts.csv"
    file.write_text(HEADER + text, encoding="utf-8")
    command = ["import", "facts", str(file), "--hall", HALL.id, "--url", url, "--json"]
    return CliRunner().invoke(command_line(WiredApplication()), command)


def stored(url: str) -> StaffList:
    with Database(url) as database, database.unit_of_work() as unit:
        return unit.staff.of_hall(HALL.id)


def broken(staff: StaffList) -> set[str]:
    pack = load_pack("CN", WEEK.first)
    roster = check_roster(SHIFTS, situations_of(staff, HALL, WEEK, Calendar({}), pack, ()), pack)
    return {each.rule for each in roster.whole_roster_findings if not each.rule.startswith("HOUSE-")}


def test_a_protected_person_works_no_overtime(url: str, tmp_path: Path) -> None:
    assert "CN-NURSE-OT" not in broken(stored(url))
    result = run(url, tmp_path, "e1,status,nursing,2026-03-01,2026-03-05\n")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["counts"] == {"rows": 1, "added": 1, "replaced": 0}
    assert "CN-NURSE-OT" in broken(stored(url))


def test_rest_day_work_is_paid_until_the_hall_answers_it_with_time_off(url: str, tmp_path: Path) -> None:
    pack = load_pack("CN", WEEK.first)

    def paid() -> dict[str, int]:
        lines = roster_pay_lines(stored(url), SHIFTS, Calendar({}), pack, HALL, WEEK)
        minutes: Counter[str] = Counter()
        for line in lines:
            minutes[line.pay_class.value] += line.minutes
        return minutes

    assert paid() == {"normal": 1440, "ot150": 60, "rest200": 540}
    run(url, tmp_path, "everybody,time_off,rest_day_work,2026-01-01,2026-12-31\n")
    assert paid() == {"normal": 1440, "ot150": 60, "toil_earned": 540}
    lines = roster_pay_lines(stored(url), SHIFTS, Calendar({}), pack, HALL, WEEK)
    books = post_worked(ToilBooks((), ()), "nanjing/2026-03-02/v1", lines)
    assert [(lot.employee, lot.kind, lot.minutes) for lot in books.lots] == [("e1", LotKind.REST_DAY_WORK, 540)]


def test_a_fact_takes_the_place_of_the_one_before_it(url: str, tmp_path: Path) -> None:
    run(url, tmp_path, "e1,status,nursing,2026-03-01,2026-03-05\ne1,cycle,month,2026-01-01,2026-12-31\n")
    ended = run(url, tmp_path, "e1,status,nursing,2026-03-01,2026-03-01\n")
    assert json.loads(ended.stdout)["counts"] == {"rows": 1, "added": 1, "replaced": 1}
    assert [(each.value, each.last) for each in stored(url).facts] == [
        ("month", date(2026, 12, 31)),
        ("nursing", date(2026, 3, 1)),
    ]
    again = run(url, tmp_path, "e1,status,nursing,2026-03-01,2026-03-01\n")
    assert json.loads(again.stdout)["halls"] == []


def test_time_off_that_the_law_forbids_is_refused_with_the_article(url: str, tmp_path: Path) -> None:
    text = "e1,time_off,rest_day_work,2026-01-01,2026-12-31\ne1,time_off,weekday_overtime,2026-01-01,2026-12-31\n"
    result = run(url, tmp_path, text)
    assert result.exit_code == 2
    assert "e1, weekday_overtime from 2026-01-01: overtime on a working day is owed 150 %" in result.stderr
    assert stored(url).facts == tuple[StaffFact, ...]()


def test_a_faulty_file_changes_nothing(url: str, tmp_path: Path) -> None:
    result = run(url, tmp_path, "e1,status,nursing,2026-03-01,2026-03-05\ne1,status,asleep,2026-03-01,2026-03-05\n")
    assert result.exit_code == 2
    assert "'asleep' is no status" in result.stderr
    assert stored(url).facts == tuple[StaffFact, ...]()
