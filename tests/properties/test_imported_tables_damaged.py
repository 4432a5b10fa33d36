"""Whatever happens to a table on its way: it is read, or refused with every problem named; nothing else is raised."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from shiftbid.domain.errors import InputError
from shiftbid.importers.notice_file import read_notice
from shiftbid.importers.payroll_codes import read_payroll_codes
from shiftbid.importers.staff_file import read_staff
from shiftbid.importers.worked_file import read_worked

STAFF = [
    ["工号", "姓名", "网点", "每周工时", "出生日期", "入职日期"],
    ["007", "王晓梅", "h1", "40", "1990-02-28", "2020-01-01"],
    ["008", "Ann Lee", "h1", "37,5", "1995/5/5", "2021-06-07"],
]
WORKED = [
    ["employee", "date", "in", "out", "break minutes"],
    ["007", "2026-03-28", "22:00", "06:00", "60"],
    ["008", "2026-03-29", "01:30", "02:30", ""],
]
PUNCHES = [
    ["id", "punch time", "type"],
    ["007", "2026-03-28 22:00", "in"],
    ["007", "2026-03-29 06:00", "out"],
    ["007", "2026-03-29 06:30", "in"],
    ["007", "2026-03-29 08:00", "out"],
]
NOTICE = [["日期", "类型", "名称"], ["2027-01-01", "法定节假日", "元旦"], ["2027-02-14", "调休上班", ""]]
Reader = Callable[[Path], tuple[object, ...]]


def staff(path: Path) -> tuple[object, ...]:
    return read_staff(path, None, {}, None, None)


def worked(path: Path) -> tuple[object, ...]:
    return read_worked(path, "h1", "Europe/Berlin", frozenset({"007", "008"}), {}, None, None)


def notice(path: Path) -> tuple[object, ...]:
    return read_notice(path, {}, None, None)


CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["", "-", "0", "1e400", "99999999999", "2026-02-30", "24:60", "9999-12-31", "=1+1", '"', "\n", "\0"]
    ),
    st.sampled_from(
        ["0001-01-01 00:00", "2026-03-29T02:30", "12:00/0/paid", "12:00/999999/unpaid", "１２", "🙂", "nan"]
    ),
)


def spoilt(draw: st.DrawFn, table: list[list[str]]) -> list[list[str]]:
    """A table with some cells replaced, and perhaps a row lost, doubled or cut."""
    rows = [list(row) for row in table]
    for _ in range(draw(st.integers(0, 3))):
        row = draw(st.integers(0, len(rows) - 1))
        rows[row][draw(st.integers(0, len(rows[row]) - 1))] = draw(CELLS)
    change = draw(st.sampled_from(["none", "double", "drop", "cut"]))
    if change == "double":
        rows.append(list(rows[-1]))
    elif change == "drop":
        rows.pop()
    elif change == "cut":
        rows[-1] = rows[-1][:-2]
    return rows


@st.composite
def text_files(draw: st.DrawFn, table: list[list[str]]) -> bytes:
    text = "\r\n".join(",".join(row) for row in spoilt(draw, table))
    raw = bytearray(text.encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "gb18030"])), "replace"))
    for _ in range(draw(st.integers(0, 3))):
        raw[draw(st.integers(0, len(raw) - 1))] = draw(st.integers(0, 255))
    return bytes(raw)


@st.composite
def spreadsheets(draw: st.DrawFn, table: list[list[str]]) -> bytes:
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    values = st.one_of(st.none(), st.integers(), st.floats(allow_nan=False), st.booleans(), st.datetimes())
    for row in spoilt(draw, table):
        printable = ["".join(letter for letter in text if letter.isprintable()) for text in row]
        sheet.append([draw(values) if draw(st.integers(0, 15)) == 0 else text for text in printable])
    saved = io.BytesIO()
    workbook.save(saved)
    raw = bytearray(saved.getvalue())
    if draw(st.booleans()):
        raw[draw(st.integers(0, len(raw) - 1))] = draw(st.integers(0, 255))
    return bytes(raw)


def is_read_or_refused(read: Reader, content: bytes, name: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        with suppress(InputError):
            assert read(path)


@pytest.mark.parametrize(("read", "table"), [(staff, STAFF), (worked, WORKED), (worked, PUNCHES), (notice, NOTICE)])
@settings(deadline=None, max_examples=120)
@given(data=st.data())
def test_any_text_file_is_read_or_refused(read: Reader, table: list[list[str]], data: st.DataObject) -> None:
    is_read_or_refused(read, data.draw(text_files(table)), "table.csv")


@pytest.mark.parametrize(("read", "table"), [(staff, STAFF), (worked, WORKED), (worked, PUNCHES), (notice, NOTICE)])
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_any_spreadsheet_is_read_or_refused(read: Reader, table: list[list[str]], data: st.DataObject) -> None:
    is_read_or_refused(read, data.draw(spreadsheets(table)), "table.xlsx")


@settings(deadline=None, max_examples=100)
@given(
    content=st.binary(max_size=60) | st.text(max_size=60).map(lambda text: f"[adp]\n{text}".encode("utf-8", "replace"))
)
def test_any_file_of_codes_is_read_or_refused(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "codes.toml"
        path.write_bytes(content)
        with suppress(InputError):
            assert read_payroll_codes(path, "adp").source == str(path)


@pytest.mark.parametrize(("read", "table"), [(staff, STAFF), (worked, WORKED), (notice, NOTICE)])
def test_the_sound_tables_are_read(read: Reader, table: list[list[str]], tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("\n".join(",".join(f'"{cell}"' for cell in row) for row in table), encoding="utf-8")
    assert len(read(path)) == len(table) - 1
