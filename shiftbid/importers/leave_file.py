"""Leave as a personnel program or a spreadsheet lists it: one row a span, in the columns of ``leave.csv``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from shiftbid.domain.errors import Problem
from shiftbid.domain.staff import Leave, LeaveKind
from shiftbid.domain.timeline import Interval, instant
from shiftbid.importers.cell_values import choice, identifier
from shiftbid.importers.table_fields import Cells, TableField, place_fields, recogniser
from shiftbid.importers.text_table import read_table
from shiftbid.importers.ticket_times import TimeReader, found_order
from shiftbid.services.import_leave import LeaveRow, LeaveTable
from shiftbid.services.ticket_log import DateOrder

FIELDS = (
    TableField("employee", ("employee id", "employee no", "staff id", "id", "工号", "员工编号", "人员编号")),
    TableField(
        "start",
        ("from", "first day", "start date", "start time", "date", "开始", "开始日期", "开始时间", "请假开始时间"),
    ),
    TableField(
        "end", ("to", "until", "last day", "end date", "end time", "结束", "结束日期", "结束时间", "请假结束时间")
    ),
    TableField("kind", ("leave type", "type", "absence", "reason", "请假类型", "假期类型", "假别", "类型")),
)
NEEDED = (("employee",), ("start",), ("kind",))
KINDS = {
    "annual leave": LeaveKind.ANNUAL,
    "vacation": LeaveKind.ANNUAL,
    "holiday": LeaveKind.ANNUAL,
    "年假": LeaveKind.ANNUAL,
    "年休假": LeaveKind.ANNUAL,
    "sick leave": LeaveKind.SICK,
    "sickness": LeaveKind.SICK,
    "病假": LeaveKind.SICK,
    "time off in lieu": LeaveKind.TOIL,
    "comp time": LeaveKind.TOIL,
    "调休": LeaveKind.TOIL,
    "补休": LeaveKind.TOIL,
    "unpaid leave": LeaveKind.UNPAID,
    "事假": LeaveKind.UNPAID,
    "无薪假": LeaveKind.UNPAID,
    "not available": LeaveKind.UNAVAILABLE,
    "不可排班": LeaveKind.UNAVAILABLE,
}


def read_leave(
    path: Path, zones: Mapping[str, str], columns: Mapping[str, str], encoding: str | None, dates: DateOrder | None
) -> LeaveTable:
    """Read leave, in order of employee and start.

    A day alone is a whole day: the start's from its midnight, the end's through its last minute; no end is that of the
    day of the start.

    Parameters
    ----------
    zones
        Time zone of each person who may be named.

    Raises
    ------
    InputError
        The file cannot be read or a column is missing. What is wrong with cells stands in the table's problems, each
        with row and column.
    """
    table = read_table(path, encoding, recogniser(FIELDS, columns))
    places = place_fields(table.names, FIELDS, columns, NEEDED)
    rows = [Cells(line, places, []) for line in table.rows]
    order = dates or found_order(row.text(field) for row in rows for field in ("start", "end"))
    readers = {zone: TimeReader(zone, order, None) for zone in set(zones.values())}
    found = [leave for row in rows if (leave := _leave(row, zones, readers))]
    found.sort(key=lambda each: (each.leave.employee, each.leave.span))
    problems = [problem for row in rows for problem in row.problems]
    for one, two in pairwise(found):
        if one.leave.employee == two.leave.employee and one.leave.span.overlaps(two.leave.span):
            text = f"overlaps the leave of {two.leave.employee} in row {one.row}"
            problems.append(Problem(text, two.row, places.column("start")))
    return LeaveTable(
        str(path), tuple(found), tuple(problems), {field.name: places.column(field.name) for field in FIELDS}
    )


def _leave(row: Cells, zones: Mapping[str, str], readers: Mapping[str, TimeReader]) -> LeaveRow | None:
    employee, kind = row.need("employee", identifier), row.need("kind", choice(LeaveKind, KINDS))
    if employee is not None and employee not in zones:
        row.refuse("employee", f"{employee!r} is on no staff list; import staff first")
    zone = zones.get(employee or "", next(iter(zones.values()), "UTC"))
    reader = readers.get(zone) or TimeReader(zone, None, None)
    start = row.need("start", lambda text: _moment(text, reader, zone, row.line.number, days_after=0))
    ends = "end" if row.text("end") else "start"
    end = row.read(ends, lambda text: _moment(text, reader, zone, row.line.number, days_after=1)) if start else None
    if start is not None and end is not None and end <= start:
        row.refuse(ends, f"{row.text(ends)!r} does not lie after the start; give the last day or the time of the end")
    if row.problems or employee is None or kind is None or start is None or end is None:
        return None
    return LeaveRow(row.line.number, Leave(employee, Interval(start, end), kind))


def _moment(text: str, reader: TimeReader, zone: str, row: int, days_after: int) -> int:
    """Instant of a time; of a day alone its midnight, or that of a day after it."""
    if ":" in text:
        return reader.seconds(reader.wall(text, None), None, row) // 60 * 60
    day: date = reader.day(text)
    return instant(day + timedelta(days=days_after), 0, zone)
