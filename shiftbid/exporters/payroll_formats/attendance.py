"""The attendance sheet of a month (考勤汇总) that Chinese payroll programs import: a row a person and month.

A house layout: 用友, 金蝶 and 钉钉 publish no fixed one and map the columns by their headings, which the settings may
replace by any of the usual names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from shiftbid.domain.calendar import DayClass
from shiftbid.domain.errors import Problem
from shiftbid.domain.pay import PayClass
from shiftbid.domain.shift import Shift
from shiftbid.domain.staff import Employee
from shiftbid.domain.timeline import Interval, instant
from shiftbid.exporters.fixed_workbook import workbook_bytes
from shiftbid.exporters.payroll_formats.coding import (
    CodedLine,
    CodedRun,
    Form,
    PayrollFile,
    PayrollFormat,
    own_text,
    sum_text,
)
from shiftbid.exporters.payroll_formats.totals import cents_by, minutes_by
from shiftbid.exporters.plain_text import printable
from shiftbid.exporters.sheet_cells import Look, add_looks, put_number, put_text
from shiftbid.payroll.hour_rounding import hours_text, hundredths_of_hours

SHEET = "考勤汇总"
WORKED_HOURS, NOTE = "实际出勤小时", "备注"
HOUR_COLUMNS = (WORKED_HOURS, "平时加班小时", "休息日加班小时", "法定节假日加班小时", "调休小时")
COLUMNS = (
    *("工号", "姓名", "部门", "考勤月份", "应出勤天数", "实际出勤天数", "应出勤小时"),
    *HOUR_COLUMNS,
    *("夜班次数", NOTE),
)
ALIASES: Mapping[str, tuple[str, ...]] = {
    "平时加班小时": ("工作日加班时长", "平时加班小时数"),
    "休息日加班小时": ("周末加班小时", "周末加班时长"),
    "法定节假日加班小时": ("节日加班小时", "法定节假日加班时长"),
    "调休小时": ("补休小时",),
}
"""Other usual headings, for `columns` in the settings."""
COLUMN_OF_CLASS = {
    PayClass.NORMAL: WORKED_HOURS,
    PayClass.OVERTIME_QUARTER: "平时加班小时",
    PayClass.OVERTIME: "平时加班小时",
    PayClass.OVERTIME_DOUBLE: "平时加班小时",
    PayClass.REST_DAY_35: "休息日加班小时",
    PayClass.REST_DAY: "休息日加班小时",
    PayClass.HOLIDAY: "法定节假日加班小时",
    PayClass.HOLIDAY_HALF_AGAIN: "法定节假日加班小时",
    PayClass.TOIL_TAKEN: "调休小时",
}
NOTE_WORDS = {
    PayClass.ANNUAL_LEAVE: "年休假",
    PayClass.TOIL_EARNED: "以补休抵偿的工时",
    PayClass.NIGHT: "深夜加成 25%",
    PayClass.SHORT_REST_QUARTER: "班间休息不足加成 25%",
    PayClass.SHORT_REST_HALF: "班间休息不足加成 50%",
    PayClass.MEAL_PREMIUM: "用餐休息补偿",
    PayClass.REST_PREMIUM: "间歇休息补偿",
    PayClass.PREDICTABILITY: "临时改班补偿",
    PayClass.FIXED_PREMIUM: "固定补偿",
}
"""What goes into the note: it stands in no column of hours."""
WORKDAYS = (DayClass.WORKDAY, DayClass.SWAPPED_WORKDAY)
WORKDAYS_A_WEEK = 5
NIGHT_STARTS_MINUTE, NIGHT_ENDS_MINUTE = 22 * 60, 30 * 60
NIGHT_SHIFT_MINUTES = 120
WIDTHS = (12, 12, 18, 10, *[13] * 9, 24)


@dataclass(frozen=True, slots=True)
class _Month:
    """What one person did in one month of the period."""

    employee: Employee
    due_days: int
    worked_days: int
    minutes: Mapping[str, int]
    notes: Mapping[str, int]
    sums: Mapping[str, int]
    nights: int


def write_attendance(coded: CodedRun, problems: list[Problem]) -> tuple[PayrollFile, ...]:
    """One row for everybody employed, by month: hours as numbers, everything else as text that stays text."""
    headings = [coded.columns.get(column, column) for column in COLUMNS]
    problems += [
        Problem(f"heading {heading!r} stands for two columns; give each its own", column=heading)
        for heading in sorted({each for each in headings if headings.count(each) > 1})
    ]
    problems += [
        Problem(f"heading {heading!r} holds line breaks or control characters", column=heading)
        for heading in headings
        if heading != printable(heading) or not heading.strip()
    ]
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)  # a new workbook has one sheet
    sheet.title = SHEET
    add_looks(workbook, ())
    for column, (heading, width) in enumerate(zip(headings, WIDTHS, strict=True), start=1):
        put_text(sheet, 1, column, heading, Look.HEADING)
        sheet.column_dimensions[get_column_letter(column)].width = width
    halls = {hall.id: hall.name for hall in coded.run.halls}
    row = 1
    for month, days in groupby(coded.run.period.days, key=lambda day: f"{day:%Y-%m}"):
        for each in _of_month(coded, tuple(days)):
            row += 1
            _put_row(sheet, row, coded.employees[each.employee.id], halls.get(each.employee.hall, ""), month, each)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{row}"
    first = coded.run.period.first
    content = workbook_bytes(workbook, datetime(first.year, first.month, first.day, tzinfo=UTC))
    return (PayrollFile(f"attendance-{first}-{coded.run.period.last}.xlsx", content),)


def _put_row(sheet: Worksheet, row: int, number: str, hall: str, month: str, of: _Month) -> None:
    due_minutes = of.due_days * of.employee.contract_minutes // WORKDAYS_A_WEEK
    for column, text in enumerate((number, of.employee.name, hall, month), start=1):
        put_text(sheet, row, column, text)
    put_number(sheet, row, 5, of.due_days, Look.WHOLE)
    put_number(sheet, row, 6, of.worked_days, Look.WHOLE)
    hours = (due_minutes, *(of.minutes.get(column, 0) for column in HOUR_COLUMNS))
    for column, minutes in enumerate(hours, start=7):
        put_number(sheet, row, column, hundredths_of_hours(minutes) / 100, Look.HOURS)
    put_number(sheet, row, len(COLUMNS) - 1, of.nights, Look.WHOLE)
    words = [f"{what} {hours_text(hundredths_of_hours(minutes))} 小时" for what, minutes in of.notes.items()]
    words += [f"{what} {sum_text(cents)}" for what, cents in of.sums.items()]
    put_text(sheet, row, len(COLUMNS), "；".join(words))


def _of_month(coded: CodedRun, days: Sequence[date]) -> Iterator[_Month]:
    """Everybody with an id who is employed in the month or paid for it, in order of our id."""
    within = frozenset(days)
    zones = {hall.id: hall.zone for hall in coded.run.halls}
    calendar = coded.run.calendar
    lines: dict[str, list[CodedLine]] = {}
    for line in coded.lines:
        if line.day in within:
            lines.setdefault(line.line.employee, []).append(line)
    shifts: dict[str, list[Shift]] = {}
    for taken in coded.run.shifts:
        if taken.shift.day in within:
            shifts.setdefault(taken.employee, []).append(taken.shift)
    for employee in sorted(coded.run.employees, key=lambda each: each.id):
        own, worked = lines.get(employee.id, []), shifts.get(employee.id, [])
        if employee.id not in coded.employees or (employee.employed_from > days[-1] and not own):
            continue
        noted = [line for line in own if line.code == NOTE]
        yield _Month(
            employee=employee,
            due_days=sum(calendar.class_of(day) in WORKDAYS and day >= employee.employed_from for day in days),
            worked_days=len({shift.day for shift in worked}),
            minutes=minutes_by((line for line in own if line.code != NOTE), lambda line: line.code),
            notes=minutes_by(noted, lambda line: _note_word(line.line.pay_class)),
            sums=cents_by(
                (line for line in coded.sums if line.line.employee == employee.id and line.day in within),
                lambda line: _note_word(line.line.pay_class),
            ),
            nights=sum(is_night_shift(shift, zones[shift.hall]) for shift in worked if shift.hall in zones),
        )


def is_night_shift(shift: Shift, zone: str) -> bool:
    """Whether more than two hours of a shift lie between 22:00 and 06:00: a house reading, no law counts nights."""
    nights = (
        Interval(instant(shift.day, start - shifted, zone), instant(shift.day, end - shifted, zone))
        for start, end, shifted in (
            (NIGHT_STARTS_MINUTE, NIGHT_ENDS_MINUTE, 0),
            (NIGHT_STARTS_MINUTE, NIGHT_ENDS_MINUTE, 24 * 60),
        )
    )
    return sum(shift.span.overlap_minutes(night) for night in nights) > NIGHT_SHIFT_MINUTES


def _note_word(pay_class: PayClass) -> str:
    return NOTE_WORDS.get(pay_class, pay_class.value)


def _column_of(pay_class: str) -> str:
    return COLUMN_OF_CLASS.get(PayClass(pay_class), NOTE)


ATTENDANCE = PayrollFormat(
    name="attendance",
    settings=(),
    employee=Form("工号", re.compile(r"\w[\w.\-]{0,99}"), "letters, digits or . _ -, a letter or digit first", "utf-8"),
    pay_class=Form(
        "column", re.compile("|".join((*HOUR_COLUMNS, NOTE))), f"one of {', '.join((*HOUR_COLUMNS, NOTE))}", "utf-8"
    ),
    hall=None,
    write=write_attendance,
    default_employee=own_text,
    default_code=_column_of,
    renamable=COLUMNS,
    carries_sums=True,
)
