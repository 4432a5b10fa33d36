from pathlib import Path

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.staff import LeaveKind
from shiftbid.domain.timeline import format_instant
from shiftbid.importers.leave_file import read_leave
from shiftbid.services.import_leave import LeaveTable

ZONE = "Asia/Shanghai"
ZONES = {"e1": ZONE, "e2": ZONE, "k1": "Pacific/Auckland"}


def read(folder: Path, text: str, **columns: str) -> LeaveTable:
    file = folder / "leave.csv"
    file.write_text(text, encoding="utf-8")
    return read_leave(file, ZONES, columns, None, None)


def spans(table: LeaveTable) -> list[tuple[str, str, str, LeaveKind]]:
    return [
        (
            each.leave.employee,
            format_instant(each.leave.span.start, ZONES[each.leave.employee]),
            format_instant(each.leave.span.end, ZONES[each.leave.employee]),
            each.leave.kind,
        )
        for each in table.rows
    ]


def problems(table: LeaveTable) -> list[tuple[int | None, str | None]]:
    return [(problem.row, problem.column) for problem in table.problems]


def test_the_columns_of_leave_csv_are_read_as_they_are_written(tmp_path: Path) -> None:
    table = read(
        tmp_path,
        "employee,start,end,kind\n"
        "e2,2026-05-06T00:00+08:00,2026-05-08T00:00+08:00,annual\n"
        "e1,2026-05-06T13:00+08:00,2026-05-06T17:30+08:00,unavailable\n",
    )
    assert table.problems == ()
    assert spans(table) == [
        ("e1", "2026-05-06T13:00+08:00", "2026-05-06T17:30+08:00", LeaveKind.UNAVAILABLE),
        ("e2", "2026-05-06T00:00+08:00", "2026-05-08T00:00+08:00", LeaveKind.ANNUAL),
    ]
    assert [each.row for each in table.rows] == [3, 2]


def test_days_alone_are_whole_days_in_the_zone_of_the_person(tmp_path: Path) -> None:
    table = read(tmp_path, "工号,开始日期,结束日期,假别\ne1,2026/5/6,2026/5/7,年假\nk1,2026-09-27,,调休\n")
    assert table.problems == ()
    assert spans(table) == [
        ("e1", "2026-05-06T00:00+08:00", "2026-05-08T00:00+08:00", LeaveKind.ANNUAL),
        ("k1", "2026-09-27T00:00+12:00", "2026-09-28T00:00+13:00", LeaveKind.TOIL),
    ]


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Sick leave", LeaveKind.SICK), ("病假", LeaveKind.SICK), ("事假", LeaveKind.UNPAID), ("补休", LeaveKind.TOIL)],
)
def test_kinds_have_other_names(tmp_path: Path, word: str, kind: LeaveKind) -> None:
    table = read(tmp_path, f"Staff ID,From,To,Leave type\ne1,2026-05-06,2026-05-06,{word}\n")
    assert [each.leave.kind for each in table.rows] == [kind]


def test_other_columns_are_mapped(tmp_path: Path) -> None:
    table = read(tmp_path, "who,when,why\ne1,2026-05-06,sick\n", who="employee", when="start", why="kind")
    assert [each.leave.employee for each in table.rows] == ["e1"]


def test_every_wrong_cell_is_named_with_row_and_column(tmp_path: Path) -> None:
    table = read(
        tmp_path,
        "employee,start,end,kind\n"
        "e9,2026-05-06,2026-05-06,annual\n"
        "e1,soon,2026-05-06,holidays\n"
        ",2026-05-06,2026-05-06,sick\n"
        "e1,2026-05-06,2026-05-05,sick\n"
        "e1,2026-05-06T10:00+08:00,,sick\n"
        "e2,2026-05-06,2026-05-08,sick\n"
        "e2,2026-05-08,2026-05-09,annual\n",
    )
    assert sorted(problems(table), key=str) == sorted(
        [
            *((2, "employee"), (3, "start"), (3, "kind"), (4, "employee"), (5, "end"), (6, "start")),
            (8, "start"),
        ],
        key=str,
    )


def test_a_file_without_a_needed_column_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no column holds kind"):
        read(tmp_path, "employee,start,end\ne1,2026-05-06,2026-05-06\n")
