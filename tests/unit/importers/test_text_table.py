from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from shiftbid.domain.errors import InputError
from shiftbid.importers.table_fields import TableField, place_fields, recogniser
from shiftbid.importers.text_table import PROBLEMS_SHOWN, TextTable, read_table

FIELDS = (TableField("employee", ("id", "工号")), TableField("name", ("姓名",)))
KNOWN = recogniser(FIELDS, {})


def spreadsheet(path: Path, rows: list[list[object]]) -> Path:
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    workbook.save(path)
    return path


def lines(table: TextTable) -> list[tuple[int, tuple[str, ...]]]:
    return [(line.number, line.fields) for line in table.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_text_is_read_in_any_usual_form(encoding: str, separator: str, tmp_path: Path) -> None:
    path = tmp_path / "staff.csv"
    rows = [["员工名单", ""], ["工号", "姓名"], ["007", "王晓梅"], ["", ""], ["008", "李雷雷李"]]
    path.write_text("\r\n".join(separator.join(row) for row in rows), encoding=encoding)
    table = read_table(path, None, KNOWN)
    assert table.names == ("工号", "姓名")
    assert lines(table) == [(3, ("007", "王晓梅")), (5, ("008", "李雷雷李"))]


def test_a_spreadsheet_reads_like_the_csv_that_it_would_be_saved_as(tmp_path: Path) -> None:
    path = spreadsheet(
        tmp_path / "staff.xlsx",
        [
            ["Staff of the hall", None, None],
            ["ID", "Name", "Since", None],
            [7, " Ann ", date(2020, 1, 31)],
            [None, None, None],
            [7.5, "=1+1", datetime.fromisoformat("2020-01-31T09:30"), None],
            ["007", True, time(9, 5)],
        ],
    )
    table = read_table(path, None, KNOWN)
    assert table.names == ("ID", "Name", "Since")
    assert [(number, fields[:3]) for number, fields in lines(table)] == [
        (3, ("7", "Ann", "2020-01-31")),
        (5, ("7.5", "", "2020-01-31 09:30:00")),
        (6, ("007", "True", "09:05:00")),
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"id,name\n", "holds no rows under its header"),
        (b"id,name\n1\n", "row 2: has 1 fields, the header has 2"),
        (b"id,name\n1,2,3\n", "row 2: has 3 fields, the header has 2"),
        (b"id,name\n1," + "王".encode() * 100 + b"\xff\n", "row 2: holds characters that are damaged"),
    ],
)
def test_a_faulty_file_is_refused(content: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_bytes(content)
    with pytest.raises(InputError, match=message):
        read_table(tmp_path / "f.csv", None, KNOWN)


def test_many_problems_are_counted(tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text("id,name\n" + "x\n" * (PROBLEMS_SHOWN + 5), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_table(tmp_path / "f.csv", None, KNOWN)
    assert len(caught.value.problems) == PROBLEMS_SHOWN + 1
    assert str(caught.value.problems[-1]) == "and 5 more problems"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a zip", b"id,name\n1,2\n"])
def test_what_only_claims_to_be_a_spreadsheet_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "f.xlsx").write_bytes(content)
    with pytest.raises(InputError, match="is not one that can be read"):
        read_table(tmp_path / "f.xlsx", None, KNOWN)


def test_empty_and_missing_spreadsheets_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="its first sheet is empty"):
        read_table(spreadsheet(tmp_path / "f.xlsx", []), None, KNOWN)
    with pytest.raises(InputError, match="No such file"):
        read_table(tmp_path / "nowhere.xlsx", None, KNOWN)


def test_columns_are_found_by_what_the_user_says_and_then_by_alias() -> None:
    places = place_fields(("工号", "Full", "ID"), FIELDS, {"full": "name", "ID": "employee"}, ())
    assert dict(places.places) == {"name": 1, "employee": 2}
    assert places.column("name") == "Full"
    assert place_fields(("工号", "name"), FIELDS, {"工号": "ignore"}, ()).places == {"name": 1}


def test_every_fault_of_a_mapping_is_named() -> None:
    given = {"Nr": "employee", "b": "colour", "c": "name", "a": "name"}
    with pytest.raises(InputError) as caught:
        place_fields(("a", "b", "c"), FIELDS, given, (("employee",), ("name",)))
    assert [str(problem) for problem in caught.value.problems] == [
        "--map Nr=employee: the file's columns are a, b, c",
        "--map b=colour: fields are employee, name and ignore",
        "--map a=name: name is given twice",
        "no column holds employee; columns are a, b, c: use --map COLUMN=employee",
    ]
