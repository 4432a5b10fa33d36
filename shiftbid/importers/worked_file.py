"""Hours as a time clock recorded them: one row a shift, or one a punch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import groupby, islice, pairwise
from pathlib import Path

from shiftbid.domain.shift import Break, Shift, parse_breaks
from shiftbid.domain.timeline import Interval, format_instant, instant, local_day, minute_of_day
from shiftbid.importers.cell_values import choice, identifier, whole_number
from shiftbid.importers.punches import DIRECTION_WORDS, ClockedShift, Direction, Punch, punched_shifts
from shiftbid.importers.table_fields import Cells, TableField, place_fields, recogniser
from shiftbid.importers.text_table import read_table, refuse
from shiftbid.importers.ticket_times import TimeReader, Wall, found_order
from shiftbid.payroll.whole_minutes import whole_minutes
from shiftbid.services.publication import WorkedShift
from shiftbid.services.ticket_log import DateOrder

FIELDS = (
    TableField("employee", ("employee id", "employee no", "staff id", "id", "工号", "员工编号", "人员编号")),
    TableField("date", ("day", "work date", "shift date", "日期", "考勤日期", "出勤日期", "工作日期")),
    TableField(
        "start", ("start time", "clock in", "time in", "punch in", "in", "上班时间", "上班打卡", "签到时间", "上班")
    ),
    TableField(
        "end", ("end time", "clock out", "time out", "punch out", "out", "下班时间", "下班打卡", "签退时间", "下班")
    ),
    TableField("punch", ("time", "punch time", "punch dtm", "打卡时间", "刷卡时间", "时间")),
    TableField("direction", ("type", "in out", "in/out", "event", "打卡类型", "方向")),
    TableField("breaks", ("break", "休息")),
    TableField("break_minutes", ("unpaid break minutes", "break min", "休息分钟", "休息时长")),
)
NEEDED = (("employee",), ("start", "punch"), ("end", "punch"))
TEMPLATE = "worked"
LONGEST_MINUTES = 24 * 60
MINUTE = 60


def read_worked(
    path: Path,
    hall: str,
    zone: str,
    known: frozenset[str],
    columns: Mapping[str, str],
    encoding: str | None,
    dates: DateOrder | None,
) -> tuple[WorkedShift, ...]:
    """Read worked shifts of a hall, in order of employee and start, in whole minutes.

    Seconds are carried from shift to shift (`shiftbid.payroll.whole_minutes`), so that a person's shifts together last
    as long as they did.

    One row is a shift, or a punch (`shiftbid.importers.punches`) where there are no columns for start and end.

    Times stand with their date and offset (ISO 8601), with their date, or beside a date column; an end by the clock
    alone that is not after the start is of the next day. Breaks are ``HH:MM/minutes/paid|unpaid`` joined by ``;``, or
    unpaid minutes, which are then placed in the middle of the shift.

    Parameters
    ----------
    known
        Ids of the hall's staff.

    Raises
    ------
    InputError
        A column is missing, a cell cannot be read, somebody is not on the staff list, or two shifts of a person
        overlap; every problem is named with row and column.
    """
    table = read_table(path, encoding, recogniser(FIELDS, columns))
    places = place_fields(table.names, FIELDS, columns, NEEDED)
    rows = [Cells(line, places, []) for line in table.rows]
    written = [row.text(field) for row in rows for field in ("date", "start", "end", "punch")]
    reader = TimeReader(zone, dates or found_order(written), None)
    if "start" in places and "end" in places:
        clocked = [found for row in rows if (found := _clocked(row, reader))]
    else:
        clocked = list(punched_shifts([found for row in rows if (found := _punch(row, reader))]))
    clocked.sort(key=lambda each: (each.employee, each.spells))
    _refuse_strangers_and_overlaps(clocked, known, hall)
    worked = [
        _worked(each, hall, zone)
        for _, own in groupby(clocked, key=lambda each: each.employee)
        for each in _in_whole_minutes(tuple(own))
    ]
    refuse(path, [problem for row in rows for problem in row.problems])
    return tuple(worked)


def _refuse_strangers_and_overlaps(clocked: Sequence[ClockedShift], known: frozenset[str], hall: str) -> None:
    for each in clocked:
        if each.employee not in known:
            each.row.refuse("employee", f"{each.employee!r} is not on the staff list of {hall}; import staff first")
    for one, two in pairwise(clocked):
        if one.employee == two.employee and two.spells[0].start < one.spells[-1].end:
            two.row.refuse("start", f"overlaps the shift of {two.employee} in row {one.row.line.number}")


def _in_whole_minutes(shifts: Sequence[ClockedShift]) -> Iterator[ClockedShift]:
    """Shifts of one person in whole minutes; seconds are carried from shift to shift, empty spells left out."""
    whole = iter(whole_minutes([spell for each in shifts for spell in each.spells]))
    for each in shifts:
        spells = tuple(spell for spell in islice(whole, len(each.spells)) if spell.minutes)
        if spells:
            yield ClockedShift(each.row, each.employee, spells)


def _punch(row: Cells, reader: TimeReader) -> Punch | None:
    day = row.read("date", reader.day)
    employee = row.need("employee", identifier)
    wall = row.need("punch", lambda text: reader.wall(text, day))
    direction = row.read("direction", choice(Direction, DIRECTION_WORDS))
    if employee is None or wall is None or row.problems:
        return None
    return Punch(row, employee, reader.seconds(wall, None, row.line.number), direction)


def _clocked(row: Cells, reader: TimeReader) -> ClockedShift | None:
    employee = row.need("employee", identifier)
    span = _span(row, reader)
    return None if employee is None or span is None else ClockedShift(row, employee, (span,))


def _worked(clocked: ClockedShift, hall: str, zone: str) -> WorkedShift:
    """Make the shift of some spells: the time between them is an unpaid break, or the row names the breaks."""
    spells = clocked.spells
    span = Interval(spells[0].start, spells[-1].end)
    pauses = (Interval(one.end, two.start) for one, two in pairwise(spells) if one.end < two.start)
    between = tuple(Break(pause, paid=False) for pause in pauses)
    shift = Shift(
        id=f"{hall}/{TEMPLATE}/{format_instant(span.start, zone)}",
        hall=hall,
        template=TEMPLATE,
        day=local_day(span.start, zone),
        span=span,
        breaks=between or _breaks(clocked.row, span, zone),
    )
    return WorkedShift(clocked.employee, shift)


def _span(row: Cells, reader: TimeReader) -> Interval | None:
    day = row.read("date", reader.day)
    start = row.need("start", lambda text: reader.wall(text, day))
    end = row.need("end", lambda text: reader.wall(text, day or (start.moment.date() if start else None)))
    if start is None or end is None:
        return None
    began = reader.seconds(start, None, row.line.number)
    ended = reader.seconds(end, began, row.line.number)
    if ended <= began and not end.dated:
        following = Wall(end.moment + timedelta(days=1), dated=True)
        ended = reader.seconds(following, began, row.line.number)
    if not began < ended <= began + LONGEST_MINUTES * MINUTE:
        row.refuse("end", f"{row.text('end')!r} is not within the 24 hours after the start")
        return None
    return Interval(began, ended)


def _breaks(row: Cells, span: Interval, zone: str) -> tuple[Break, ...]:
    """Breaks of a row, at their clock times or in the middle of the shift."""
    day, started = local_day(span.start, zone), minute_of_day(span.start, zone)
    written = row.read("breaks", lambda text: parse_breaks(text, started)) or ()
    breaks = [
        Break(Interval(at := instant(day, each.start_minute, zone), at + each.minutes * MINUTE), each.paid)
        for each in sorted(written, key=lambda each: each.start_minute)
    ]
    unpaid = row.read("break_minutes", whole_number) or 0
    if unpaid and written:
        row.refuse("break_minutes", "breaks stand in their own column too; leave one of them out")
    elif unpaid >= span.minutes:
        row.refuse("break_minutes", f"{unpaid} minutes are no shorter than the shift")
    elif unpaid:
        at = span.start + (span.minutes - unpaid) // 2 * MINUTE
        breaks.append(Break(Interval(at, at + unpaid * MINUTE), paid=False))
    if any(not span.covers(each.span) for each in breaks) or any(
        one.span.overlaps(two.span) for one, two in pairwise(breaks)
    ):
        row.refuse("breaks", f"{row.text('breaks')!r} lies outside the shift or overlaps itself")
    return tuple(breaks)
