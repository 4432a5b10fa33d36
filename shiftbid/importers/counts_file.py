"""A file of counts as people keep it: a spreadsheet or CSV, dates in any form, the hour perhaps beside the date.

A CSV file with ISO times goes to the forecast's reader as it stands. Of any other table the reader gets a copy with ISO
times, and what it says of a row of the copy is told of the row of the file.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from shiftbid.domain.errors import InputError, Problem
from shiftbid.importers.footfall_columns import ALIASES, footfall_file
from shiftbid.importers.table_fields import IGNORE, Cells, TableField, TablePlaces, place_fields, recogniser
from shiftbid.importers.text_table import SPREADSHEET, TextTable, read_table, refuse
from shiftbid.importers.ticket_text import decoded, read_bytes
from shiftbid.importers.ticket_times import TimeReader, found_order
from shiftbid.services.imports import FootfallOrder
from shiftbid.services.own_footfall import FIELDS as READER_FIELDS
from shiftbid.services.own_footfall import FootfallFile, read_footfall
from shiftbid.services.samples import HourlySeries

DAY = "date"
FIELDS = (
    TableField(DAY, ("day", "日期")),
    *(TableField(field, ALIASES[field]) for field in ("time", "count", "class", "hall")),
)
NEEDED = (("time", DAY),)
ONLY_HALL = "hall"
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*")
_BARE_HOUR = re.compile(r"(\d{1,2})\s*(?:h|时|点|am|pm)?", re.IGNORECASE)
_HALF_OF_DAY = re.compile(r"\d\s*([ap]m)$", re.IGNORECASE)
_SPAN = re.compile(r"(?<=\d|[mM时点])\s*(?:[-–~]|to|至|到)\s*\d{1,2}(?::\d{2})?\s*(?:h|时|点|am|pm)?$", re.IGNORECASE)


def read_counts(order: FootfallOrder, zone: str) -> tuple[HourlySeries, ...]:
    """Read the series of a file; hours in which a hall was closed are left out.

    Raises
    ------
    InputError
        The file cannot be read; every problem is named with row and column.
    """
    if is_plain(order):
        return read_footfall(footfall_file(order, zone))
    table, places = placed_table(order)
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "counts.csv"
        rows = _write_copy(copy, order, table, places)
        try:
            return read_footfall(FootfallFile(copy, zone, {}, missing_rows=order.missing_rows))
        except InputError as error:
            told = [_of_file(each, rows) for each in error.problems]
            raise InputError(str(order.table.file), told) from error


def is_plain(order: FootfallOrder) -> bool:
    """Whether the forecast's reader can read the file as it stands."""
    table = order.table
    if table.file.suffix.lower() == SPREADSHEET or {DAY, IGNORE} & set(table.columns.values()):
        return False
    read_as = footfall_file(order, "UTC").columns
    _, text = decoded(read_bytes(table.file), table.encoding)
    names, first, *_ = [*csv.reader(text.splitlines()[:2]), [], []]
    names = [name.strip() for name in names]
    fields = [read_as.get(name) or ("time" if name == "ds" else name) for name in names]
    if "time" not in fields or len(first) != len(names):
        return False
    others = [field for field in fields if field not in READER_FIELDS]
    of_one_hall = "count" in fields and "hall" not in fields and bool(others or "class" in fields)
    return bool(_ISO.fullmatch(first[fields.index("time")].strip())) and not of_one_hall


def placed_table(order: FootfallOrder) -> tuple[TextTable, TablePlaces]:
    """Give the table of a file that is not plain, and what its columns hold; InputError where none tells the time."""
    columns = order.table.columns
    table = read_table(order.table.file, order.table.encoding, recogniser(FIELDS, columns))
    return table, place_fields(table.names, FIELDS, columns, NEEDED)


def _write_copy(copy: Path, order: FootfallOrder, table: TextTable, places: TablePlaces) -> Sequence[int]:
    """Write what the forecast's reader reads; gives the row of the file that each of its rows is from."""
    rows = [Cells(line, places, []) for line in table.rows]
    moments = _moments(rows, order)
    refuse(order.table.file, [problem for row in rows for problem in row.problems])
    written = list(zip(moments, rows, strict=True))
    if moments[0] > moments[-1]:
        written.reverse()  # the newest stood first
    kept = _kept_columns(order, table, places)
    with copy.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        hall = order.table.hall or ONLY_HALL
        adds_hall = "count" in places and "hall" not in places
        writer.writerow(["time", *(["hall"] if adds_hall else []), *kept.values()])
        for moment, row in written:
            cells = [row.line.fields[place] for place in kept]
            writer.writerow([moment, *([hall] if adds_hall else []), *cells])
    return [row.line.number for _, row in written]


def _kept_columns(order: FootfallOrder, table: TextTable, places: TablePlaces) -> dict[int, str]:
    """Columns of the copy beside the time, by their place in the file: the fields, or every hall's own column."""
    own = {place: field for field, place in places.places.items() if field not in (DAY, "time")}
    if "count" in places:
        return own
    left_out = {*places.places.values()} | {
        place for place, name in enumerate(table.names) if order.table.columns.get(name) == IGNORE or not name
    }
    return own | {place: name for place, name in enumerate(table.names) if place not in left_out}


def _moments(rows: Sequence[Cells], order: FootfallOrder) -> list[str]:
    """ISO time of each row; empty where it cannot be read, which is noted in the row."""
    written = [row.text(field).split(" ")[0] for row in rows for field in (DAY, "time")]
    reader = TimeReader("UTC", order.table.dates or found_order(written), None)
    return [_moment(row, reader) for row in rows]


def _moment(row: Cells, reader: TimeReader) -> str:
    if "time" not in row.places:
        moment = row.need(DAY, lambda text: reader.wall(text, None).moment)
    elif DAY in row.places:
        day = row.need(DAY, reader.day)
        moment = row.need("time", lambda text: reader.wall(clock_time(text), day).moment)
    else:
        moment = row.need("time", lambda text: reader.wall(_begun(text), None).moment)
    return "" if moment is None else moment.isoformat(sep=" ", timespec="minutes")


def _begun(text: str) -> str:
    """Day and clock time at which an hour begins, without the time at which it ends."""
    day, blank, clock = text.partition(" ")
    return text if _ISO.fullmatch(text) or not blank else f"{day} {clock_time(clock)}"


def clock_time(text: str) -> str:
    """Clock time at which an hour begins: of ``9``, ``9-10``, ``9am``, ``9时`` or ``09:00 - 10:00``."""
    start = _SPAN.sub("", text.strip())
    bare = _BARE_HOUR.fullmatch(start)
    if bare is None:
        return start
    half = _HALF_OF_DAY.search(start)
    return f"{bare[1]}:00 {half[1]}" if half else f"{bare[1]}:00"


def _of_file(problem: Problem, rows: Sequence[int]) -> Problem:
    """Tell a problem of the copy, whose header is its first row, of the file."""
    place = None if problem.row is None else problem.row - 2
    return problem if place is None or not 0 <= place < len(rows) else replace(problem, row=rows[place])
