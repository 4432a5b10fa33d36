"""``shiftbid import staff|worked|calendar|footfall|history`` from files to what plans use."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from shiftbid.bootstrap.application import WiredApplication
from shiftbid.bootstrap.places import sqlite_url
from shiftbid.cli.app import command_line
from shiftbid.domain.calendar import DayClass
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.promise import Promise
from shiftbid.domain.timeline import Interval, parse_instant
from shiftbid.storage.database import Database
from shiftbid.storage.schema import init

STAFF = "工号,姓名,每周工时,出生日期,入职日期\n007,王晓梅,40,1990-02-28,2020-01-01\n008,李雷,20,1995-05-05,2021-06-07\n"
CLOCK = "工号,日期,上班时间,下班时间,休息分钟\n007,2026-03-02,09:00,17:30,30\n008,2026-03-02,13:00,17:00,\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of two halls without anything else."""
    file = tmp_path_factory.mktemp("made") / "shiftbid.sqlite"
    url = sqlite_url(file)
    init(url)
    opening = OpeningHours.parse("09:00-19:00")
    with Database(url) as database, database.unit_of_work() as unit:
        for name, zone in (("west", "Asia/Shanghai"), ("east", "Asia/Urumqi")):
            unit.halls.add(Hall(name, name.title(), zone, "CN", None, opening, Promise(), 6.0, 5))
        unit.commit()
    return file


@pytest.fixture
def url(made: Path, tmp_path: Path) -> str:
    return sqlite_url(Path(shutil.copy(made, tmp_path / "shiftbid.sqlite")))


def imported(kind: str, file: Path, url: str, *arguments: str) -> Result:
    return CliRunner().invoke(command_line(WiredApplication()), ["import", kind, str(file), "--url", url, *arguments])


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "table.csv"
    file.write_text(text, encoding=encoding)
    return file


def test_staff_is_added_and_changed_and_nobody_is_lost(url: str, tmp_path: Path) -> None:
    result = imported("staff", written(tmp_path, STAFF, "gb18030"), url, "--hall", "west")
    assert (result.exit_code, result.stdout) == (0, "west: 2 people, 2 added, 0 changed\n")
    later = written(tmp_path, "id,name,hall,weekly hours,born,hired\n008,李雷,west,24,1995-05-05,2021-06-07\n")
    result = imported("staff", later, url, "--json")
    assert json.loads(result.stdout)["counts"] == {"people": 1, "added": 0, "changed": 1}
    with Database(url) as database, database.unit_of_work() as unit:
        employees = unit.staff.of_hall("west").employees
    assert [(each.id, each.contract_minutes) for each in employees] == [("007", 2400), ("008", 1440)]


def test_clocked_hours_replace_those_of_the_same_people_and_days(url: str, tmp_path: Path) -> None:
    imported("staff", written(tmp_path, STAFF), url, "--hall", "west")
    result = imported("worked", written(tmp_path, CLOCK), url, "--hall", "west")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("west: 2 shifts, 2 people, 1 days, 0 replaced\nFrom 2026-03-02 to 2026-03-02;")
    again = imported("worked", written(tmp_path, CLOCK.replace("17:30", "18:00")), url, "--hall", "west", "--json")
    assert json.loads(again.stdout)["counts"]["replaced"] == 2
    with Database(url) as database, database.unit_of_work() as unit:
        worked = unit.staff.of_hall("west").worked
    assert [(each.employee, each.shift.paid_minutes) for each in worked] == [("007", 510), ("008", 240)]


def test_a_notice_is_kept_for_the_halls_country(url: str, tmp_path: Path) -> None:
    notice = written(tmp_path, "日期,类型,名称\n2027-01-01,法定节假日,元旦\n2027-02-14,调休上班,\n")
    result = imported("calendar", notice, url)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("CN: 1 holiday, 1 swapped_workday\nHolds for 2027;")
    with Database(url) as database, database.unit_of_work() as unit:
        kinds = {each.day: each.day_class for each in unit.notices.of_place("CN", None)}
    assert kinds == {date(2027, 1, 1): DayClass.HOLIDAY, date(2027, 2, 14): DayClass.SWAPPED_WORKDAY}
    assert imported("calendar", notice, url, "--country", "ES", "--subdivision", "MD").stdout.startswith("ES-MD: ")


@pytest.mark.parametrize("kind", ["footfall", "history"])
def test_counts_become_the_halls_history(kind: str, url: str, tmp_path: Path) -> None:
    rows = [f"2026-03-02 {hour:02}:00,{name},{hour}" for hour in range(9, 12) for name in ("vip", "regular")]
    counts = written(tmp_path, "时间,客户类型,客流量,网点\n" + "".join(f"{row},West branch\n" for row in rows))
    result = imported(kind, counts, url, "--hall", "west")
    assert (result.exit_code, result.stdout) == (0, "west: 3 hours, 6 readings\n")
    nine = parse_instant("2026-03-02T09:00+08:00")
    with Database(url) as database, database.unit_of_work() as unit:
        stored = unit.footfall.of_hall("west", Interval(nine, nine + 7200))
    assert [(each.customer_class, each.count) for each in stored] == [
        *(("regular", 9.0), ("vip", 9.0), ("regular", 10.0), ("vip", 10.0)),
    ]
    again = imported(kind, counts, url, "--hall", "west")
    assert again.exit_code == 2
    assert "counted already" in again.stderr


@pytest.mark.parametrize(
    ("kind", "text", "arguments", "message"),
    [
        ("staff", "a,b\n1,2\n", (), "no column holds employee"),
        ("staff", STAFF, ("--hall", "north"), "hall 'north' is not in the database; it has east, west"),
        ("staff", STAFF, ("--map", "工号"), "write COLUMN=FIELD"),
        ("worked", CLOCK, ("--hall", "west"), "row 2, column 工号: '007' is not on the staff list of west"),
        ("worked", CLOCK, (), "give one of east, west"),
        ("worked", CLOCK, ("--hall", "north"), "'north' is not in the database; it has east, west"),
        ("calendar", "date,class\n2027-01-01,party\n", (), "row 2, column class: 'party' is unknown"),
        ("footfall", "time,hall,count\n2026-03-02 09:00,x,-\n", ("--hall", "west"), "row 2, column count"),
        ("footfall", "time,count\n2026-03-02 09:00,1\n", (), "the halls lie in several time zones"),
        (
            "footfall",
            "time,hall,count,class\n2026-03-02 09:00,x,1,gold\n",
            ("--hall", "west"),
            "class 'gold' is unknown",
        ),
        ("footfall", "time,count\n2026-03-02 09:00,1\n", ("--hall", "west", "--map", "x=y"), "fields are hall, time"),
    ],
)
def test_a_faulty_import_is_refused_and_changes_nothing(
    kind: str, text: str, arguments: tuple[str, ...], message: str, url: str, tmp_path: Path
) -> None:
    result = imported(kind, written(tmp_path, text), url, *arguments)
    assert result.exit_code == 2, result.output
    assert message in result.stderr
    with Database(url) as database, database.unit_of_work() as unit:
        assert not unit.staff.of_hall("west").employees
        assert unit.notices.of_place("CN", None) == ()
        assert unit.footfall.of_hall("west", Interval(0, 2**40)) == ()


def test_a_database_without_halls_says_how_to_add_one(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "empty.sqlite")
    init(url)
    result = imported("footfall", tmp_path / "counts.csv", url)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.strip() == "--hall: the database has no halls: add one first, with `shiftbid halls add`"
