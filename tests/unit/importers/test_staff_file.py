from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.staff import Employee, HoursSystem
from shiftbid.importers.staff_file import read_staff
from shiftbid.services.ticket_log import DateOrder


def written(folder: Path, *rows: str, encoding: str = "utf-8") -> Path:
    path = folder / "staff.csv"
    path.write_text("\n".join(rows), encoding=encoding)
    return path


def test_our_own_staff_csv_comes_back(tmp_path: Path) -> None:
    header = "employee,name,hall,contract_minutes,system,skills,born,employed_from,rate_cents"
    row = "e-1,Ann Lee,h1,2400,part_time,counter;vip,1990-02-28,2020-01-01,2550"
    expected = Employee(
        *("e-1", "Ann Lee", "h1", 2400, HoursSystem.PART_TIME),
        frozenset({"counter", "vip"}),
        date(1990, 2, 28),
        date(2020, 1, 1),
        2550,
    )
    assert read_staff(written(tmp_path, header, row), None, {}, None, None) == (expected,)


def test_a_chinese_personnel_list_is_read(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        *(
            "工号,姓名,网点,每周工时,工时制,技能,出生日期,入职日期,时薪",
            "007,王晓梅,h1,37.5,综合计算工时制,,1990年2月28日,2020/1/1,25.5",
        ),
        encoding="gb18030",
    )
    (person,) = read_staff(path, None, {}, None, None)
    assert (person.id, person.name, person.contract_minutes, person.system) == (
        *("007", "王晓梅", 2250),
        HoursSystem.COMPREHENSIVE,
    )
    assert (person.skills, person.born, person.employed_from) == (
        frozenset({"counter"}),
        date(1990, 2, 28),
        date(2020, 1, 1),
    )
    assert person.rate_cents == 2550


HEADER = "id,name,hall,weekly hours,born,hired"


def test_only_the_rows_of_the_hall_asked_for_are_taken(tmp_path: Path) -> None:
    path = written(tmp_path, HEADER, "a,A,h1,40,1990-01-01,2020-01-01", "b,B,h2,40,1990-01-01,2020-01-01")
    assert [person.id for person in read_staff(path, "h2", {}, None, None)] == ["b"]
    without = written(tmp_path, "id,name,weekly hours,born,hired", "a,A,40,1990-01-01,2020-01-01")
    assert [person.hall for person in read_staff(without, "h2", {}, None, None)] == ["h2"]
    with pytest.raises(InputError, match="no column holds hall"):
        read_staff(without, None, {}, None, None)


def test_day_and_month_are_told_apart_or_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path, HEADER, "a,A,h1,40,01/02/1990,03/04/2020")
    with pytest.raises(InputError, match="day and month cannot be told apart"):
        read_staff(path, None, {}, None, None)
    (person,) = read_staff(path, None, {}, None, DateOrder.DAY_FIRST)
    assert (person.born, person.employed_from) == (date(1990, 2, 1), date(2020, 4, 3))


def test_every_problem_is_named_with_row_and_column(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        *("id,name,hall,weekly hours,born,hired,system,skills", "=1,,h1,forty,1990-01-01,2020-01-01,,"),
        *("a,A,h1,400,1990-01-01,2020-01-01,sometimes,vip;=x", "a,B,,40,2015-01-01,2020-01-01,,"),
    )
    with pytest.raises(InputError) as caught:
        read_staff(path, None, {}, None, None)
    assert [str(problem) for problem in caught.value.problems] == [
        "row 2, column id: '=1': start with a letter or digit and use letters, digits, '.', '-', '_'",
        "row 2, column name: is blank",
        "row 2, column weekly hours: 'forty' is not a number of 0 or more",
        "row 3, column weekly hours: 24000 minutes a week are more than a week has; give weekly hours or minutes",
        "row 3, column system: 'sometimes' is unknown; use standard, comprehensive, part_time",
        "row 3, column skills: '=x': start with a letter or digit and use letters, digits, '.', '-', '_'",
        "row 4, column born: 2015-01-01 is less than 13 years before 2020-01-01, the first day of work",
        "row 4, column hall: is blank",
    ]


def test_nobody_is_listed_twice(tmp_path: Path) -> None:
    row = "a,A,h1,40,1990-01-01,2020-01-01"
    with pytest.raises(InputError, match="row 3, column id: 'a' stands in row 2 already"):
        read_staff(written(tmp_path, HEADER, row, row), None, {}, None, None)


def test_a_payroll_list_is_read_by_its_own_names(tmp_path: Path) -> None:
    header = "Payroll no,Employee,Position,Contract hrs,DOB,Date joined,Hourly wage ($)"
    path = written(tmp_path, header, "1001,Ann Lee,Teller,37.5,1990-02-28,2020-01-01,27.50")
    (person,) = read_staff(path, "h1", {}, None, None)
    assert (person.id, person.name, person.contract_minutes, person.rate_cents) == ("1001", "Ann Lee", 2250, 2750)
