from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import local
from shiftbid.importers.counts_file import clock_time, is_plain, read_counts
from shiftbid.services.imports import FootfallOrder, TableOrder

ZONE = "Pacific/Auckland"
EXPECTED = {"2026-03-30T09:00": 24.0, "2026-03-30T10:00": 37.0, "2026-03-31T09:00": 11.0}


def order(path: Path, **columns: str) -> FootfallOrder:
    return FootfallOrder(TableOrder(path, "north", columns), "infer")


def written(folder: Path, text: str, name: str = "counts.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(text, encoding=encoding)
    return path


def counted(asked: FootfallOrder) -> dict[str, float | None]:
    (series,) = read_counts(asked, ZONE)
    return {local(hour.start, ZONE).strftime("%Y-%m-%dT%H:%M"): count for hour, count in series.counts}


@pytest.mark.parametrize(
    "text",
    [
        "time,visitors\n2026-03-30 09:00,24\n2026-03-30 10:00,37\n2026-03-31 09:00,11\n",
        "Date,Hour,Visitors\n30/03/2026,09:00,24\n30/03/2026,10:00,37\n31/03/2026,09:00,11\n",
        "Visits 2026\nDay;Hour;Weather;Visitors\n30.3.2026;9;sun;24\n30.3.2026;10;rain;37\n31.3.2026;9;rain;11\n",
        "Date,Time,Customers\n30/03/2026,9am-10am,24\n30/03/2026,10am-11am,37\n31/03/2026,9am-10am,11\n",
        "Date,Customers\n31/03/2026 9:00 AM,11\n30/03/2026 10:00 AM,37\n30/03/2026 9:00 AM,24\n",
        "日期,时段,客流量\n2026年3月30日,9时,24\n2026年3月30日,10:00-11:00,37\n2026年3月31日,9点,11\n",
    ],
)
def test_counts_are_read_however_they_are_kept(tmp_path: Path, text: str) -> None:
    assert counted(order(written(tmp_path, text))) == EXPECTED


def test_a_spreadsheet_is_read(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Door counter"],
        ["Starting", "Arrivals"],
        [datetime.fromisoformat("2026-03-30 09:00"), 24],
        [datetime.fromisoformat("2026-03-30 10:00"), 37],
        [datetime.fromisoformat("2026-03-31 09:00"), 11],
    ):
        sheet.append(row)
    book.save(tmp_path / "counts.xlsx")
    assert counted(order(tmp_path / "counts.xlsx")) == EXPECTED


def test_columns_that_are_not_wanted_are_left_out(tmp_path: Path) -> None:
    text = "Date,Hour,North,South\n30/03/2026,9,24,5\n30/03/2026,10,37,5\n31/03/2026,9,11,5\n"
    path = written(tmp_path, text)
    assert [each.site for each in read_counts(order(path), ZONE)] == ["North", "South"]
    assert counted(order(path, South="ignore")) == EXPECTED
    assert counted(order(path, North="count")) == EXPECTED


def test_iso_times_are_left_to_the_forecasts_reader(tmp_path: Path) -> None:
    path = written(tmp_path, "ds,s01,s02\n2026-03-30 09:00,24,3\n")
    assert is_plain(FootfallOrder(TableOrder(path)))


def test_a_fault_has_its_row_in_the_file(tmp_path: Path) -> None:
    text = "Visits\n\nDate,Hour,Visitors\n30/03/2026,9,24\n30/03/2026,noon,37\n31/03/2026,9,-1\n"
    with pytest.raises(InputError) as refused:
        read_counts(order(written(tmp_path, text)), ZONE)
    assert [(each.row, each.column) for each in refused.value.problems] == [(5, "Hour")]
    with pytest.raises(InputError) as refused:
        read_counts(order(written(tmp_path, text.replace("noon", "12"))), ZONE)
    assert [(each.row, each.column) for each in refused.value.problems] == [(6, "count")]


@pytest.mark.parametrize(
    ("text", "begins"),
    [("9", "9:00"), ("09:00 - 10:00", "09:00"), ("9-10", "9:00"), ("9am", "9:00 am"), ("9 to 10", "9:00"), ("x", "x")],
)
def test_when_an_hour_begins(text: str, begins: str) -> None:
    assert clock_time(text) == begins
