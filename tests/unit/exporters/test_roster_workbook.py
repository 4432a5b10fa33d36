from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from shiftbid.domain.timeline import Period
from shiftbid.exporters import fixed_workbook
from shiftbid.exporters.roster_workbook import roster_workbook
from shiftbid.services.publication import Publication


def opened(publication: Publication) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(roster_workbook(publication)))


def test_people_by_days_show_letter_and_hours_leave_and_totals(publication: Publication):
    rows = list(opened(publication)["Queen Street"].iter_rows(values_only=True))
    assert rows[0][0] == "Queen Street"
    assert rows[1][0] == "2026-04-04 to 2026-04-05, version 3 (published)"
    assert rows[2][:7] == ("Name", "Employee", "Sat", "Sun", "Shifts", "Hours", "Contract")
    assert rows[3][2:4] == ("04-04", "04-05")
    assert rows[4][2:4] == ("R", "SW")
    assert rows[5][:7] == (
        "Mere Kowhai",
        "h1-001",
        "A*\n09:00–17:30",
        "A\n09:00–17:30",
        2,
        16,
        pytest.approx(80 * 2 / 14),
    )
    assert rows[6][:6] == ("王晓梅", "h1-002", "B\n22:00–06:00", "L", 1, 9)
    assert rows[7][:5] == ("People on shift", None, 2, 1, 3)
    assert rows[8][:6] == ("Paid hours", None, 17, 8, None, 25)
    legend = {row[0]: row[1] for row in rows[10:]}
    assert legend["A"] == "09:00–17:30, 8 h paid, breaks 13:00/30/unpaid (day)"
    assert legend["R"] == "rest day"


def test_the_list_holds_every_shift_with_typed_dates_and_numbers(publication: Publication):
    header, first, second, third = opened(publication)["Shifts"].iter_rows(values_only=True)
    assert header[:4] == ("Hall", "Employee", "Name", "Date")
    assert str(first[3]) == "2026-04-04 00:00:00"
    assert [str(moment) for moment in second[6:8]] == ["2026-04-04 22:00:00", "2026-04-05 06:00:00"]
    assert second[9] == 9
    assert [row[10] for row in (first, second, third)] == ["yes", None, None]


def test_the_sheet_is_made_for_reading_and_printing(publication: Publication):
    sheet = opened(publication)["Queen Street"]
    assert sheet.freeze_panes == "C6"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$3:$5"
    footer = str(sheet.oddFooter)
    assert "Queen Street, 2026-04-04 to 2026-04-05, version 3" in footer


def test_pages_break_after_two_weeks(two_halls: Publication):
    longer = replace(two_halls, period=Period.of_weeks(date(2026, 4, 4), 5))
    sheet = opened(longer).worksheets[0]
    assert [each.id for each in sheet.col_breaks.brk] == [16, 30]


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "+1", "-1", '=HYPERLINK("x")', "\t=1", "a\x07b", "\ud800"])
def test_no_name_becomes_a_formula(make_publication: Callable[..., Publication], name: str):
    workbook = opened(make_publication(names=(name, name), hall_name=name))
    kinds = {cell.data_type for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.value}
    assert kinds <= {"s", "n", "d"}


def test_halls_of_one_name_get_sheets_of_their_own(two_halls: Publication):
    assert opened(two_halls).sheetnames == ["Queen Street", "Queen Street (2)", "Shifts"]


@pytest.mark.parametrize("name", ["a/b:c*d?e[f]g\\h", "'", "", "营" * 80, "shifts"])
def test_any_hall_name_makes_a_sheet(make_publication: Callable[..., Publication], name: str):
    titles = opened(make_publication(hall_name=name)).sheetnames
    assert len(titles) == 2
    assert all(1 <= len(title) <= 31 for title in titles)


def test_the_bytes_do_not_depend_on_the_clock(publication: Publication, monkeypatch: pytest.MonkeyPatch):
    first = roster_workbook(publication)
    later = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)

    class Later(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return later

    monkeypatch.setattr("openpyxl.writer.excel.datetime.datetime", Later)
    assert roster_workbook(publication) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {member.date_time for member in archive.infolist()} == {fixed_workbook.EPOCH}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2026-04-03T11:00:00Z") == 2
