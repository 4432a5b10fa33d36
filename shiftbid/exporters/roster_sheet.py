"""The roster of a hall as a sheet of people by days, to be read on screen and printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break, ColBreak
from openpyxl.worksheet.worksheet import Worksheet

from shiftbid import __version__
from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import shift_breaks_text
from shiftbid.domain.staff import Employee
from shiftbid.domain.timeline import DAYS_PER_WEEK, Period, day_interval
from shiftbid.exporters.sheet_cells import Look, put_footer, put_number, put_text, shift_look
from shiftbid.exporters.shift_codes import ShiftCode, clock_span, shift_codes
from shiftbid.services.publication import HallPublication

TITLE_ROW, WEEKDAY_ROW, DATE_ROW, CLASS_ROW, FIRST_PERSON_ROW = 1, 3, 4, 5, 6
NAME_COLUMN, ID_COLUMN, FIRST_DAY_COLUMN = 1, 2, 3
PRINTED_WEEKS = 2
AWAY = "L"
DAY_CODES = {
    DayClass.WORKDAY: "",
    DayClass.REST_DAY: "R",
    DayClass.HOLIDAY: "PH",
    DayClass.SWAPPED_DAY_OFF: "SO",
    DayClass.SWAPPED_WORKDAY: "SW",
}
DAY_CODE_TEXTS = {
    "R": "rest day",
    "PH": "public holiday",
    "SO": "day off in exchange for a worked weekend day",
    "SW": "weekend day worked in exchange",
    AWAY: "away (leave of any kind)",
    "*": "pinned: kept by every later plan",
}
WEEKDAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class _Grid:
    """What is drawn: a hall's roster on the days of a period."""

    published: HallPublication
    period: Period
    calendar: Calendar
    codes: Mapping[str, ShiftCode]

    @property
    def total_column(self) -> int:
        return FIRST_DAY_COLUMN + len(self.period.days)

    def is_off(self, day: date) -> bool:
        return self.calendar.class_of(day) not in (DayClass.WORKDAY, DayClass.SWAPPED_WORKDAY)


def draw_roster(sheet: Worksheet, published: HallPublication, period: Period, calendar: Calendar) -> None:
    """Draw a hall's roster: a row a person, a column a day, totals, a legend, and how it is printed.

    Every shift shows the letter of its template and its hours; colours only repeat what the letters say. Leave shows
    that somebody is away, not why.
    """
    grid = _Grid(published, period, calendar, shift_codes(published))
    _draw_head(sheet, grid)
    by_person: dict[str, list[Assignment]] = {}
    for assignment in sorted(published.roster.assignments, key=lambda each: each.shift.span):
        by_person.setdefault(assignment.employee, []).append(assignment)
    row = FIRST_PERSON_ROW
    for employee in published.employees:
        _draw_person(sheet, grid, row, employee, by_person.get(employee.id, []))
        row += 1
    _draw_day_totals(sheet, grid, row)
    _draw_legend(sheet, grid, row + 3)
    _set_up_page(sheet, grid)


def _draw_head(sheet: Worksheet, grid: _Grid) -> None:
    roster = grid.published.roster
    period = f"{grid.period.first} to {grid.period.last}"
    put_text(sheet, TITLE_ROW, NAME_COLUMN, grid.published.hall.name, Look.TITLE)
    put_text(sheet, TITLE_ROW + 1, NAME_COLUMN, f"{period}, version {roster.version} ({roster.state.value})")
    columns = [("Name", "", ""), ("Employee", "", "")]
    columns += [
        (WEEKDAY_NAMES[day.weekday()], f"{day:%m-%d}", DAY_CODES[grid.calendar.class_of(day)])
        for day in grid.period.days
    ]
    columns += [("Shifts", "", ""), ("Hours", "", ""), ("Contract", "", "")]
    for column, texts in enumerate(columns, start=1):
        for row, text in zip((WEEKDAY_ROW, DATE_ROW, CLASS_ROW), texts, strict=True):
            put_text(sheet, row, column, text, Look.HEADING)


def _draw_person(
    sheet: Worksheet, grid: _Grid, row: int, employee: Employee, assignments: Sequence[Assignment]
) -> None:
    sheet.row_dimensions[row].height = 24
    put_text(sheet, row, NAME_COLUMN, employee.name, Look.NAME)
    put_text(sheet, row, ID_COLUMN, employee.id, Look.ID)
    by_day: dict[date, list[Assignment]] = {}
    for assignment in assignments:
        by_day.setdefault(assignment.shift.day, []).append(assignment)
    away = [leave.span for leave in grid.published.leave if leave.employee == employee.id]
    for n, day in enumerate(grid.period.days):
        midnights = day_interval(day, grid.published.hall.zone)
        _draw_day(
            sheet, grid, (row, FIRST_DAY_COLUMN + n), day, by_day.get(day, ()), any(map(midnights.overlaps, away))
        )
    paid_minutes = sum(each.shift.paid_minutes for each in assignments)
    contract_minutes = employee.contract_minutes * len(grid.period.days) / DAYS_PER_WEEK
    put_number(sheet, row, grid.total_column, len(assignments), Look.WHOLE)
    put_number(sheet, row, grid.total_column + 1, paid_minutes / 60, Look.HOURS)
    put_number(sheet, row, grid.total_column + 2, contract_minutes / 60, Look.HOURS)


def _draw_day(
    sheet: Worksheet, grid: _Grid, place: tuple[int, int], day: date, taken: Sequence[Assignment], is_away: bool
) -> None:
    zone = grid.published.hall.zone
    lines = [line for each in taken for line in (_code(grid, each), clock_span(each.shift, zone))]
    if is_away:
        lines.append(AWAY)
    if taken:
        look = shift_look(grid.codes[taken[0].shift.template].fill)
    elif is_away:
        look = Look.AWAY
    else:
        look = Look.OFF_DAY if grid.is_off(day) else Look.DAY
    put_text(sheet, *place, "\n".join(lines), look)


def _draw_day_totals(sheet: Worksheet, grid: _Grid, row: int) -> None:
    minutes: dict[date, list[int]] = {}
    for each in grid.published.roster.assignments:
        minutes.setdefault(each.shift.day, []).append(each.shift.paid_minutes)
    put_text(sheet, row, NAME_COLUMN, "People on shift", Look.BOLD)
    put_text(sheet, row + 1, NAME_COLUMN, "Paid hours", Look.BOLD)
    for n, day in enumerate(grid.period.days):
        worked = minutes.get(day, [])
        put_number(sheet, row, FIRST_DAY_COLUMN + n, len(worked), Look.WHOLE)
        put_number(sheet, row + 1, FIRST_DAY_COLUMN + n, sum(worked) / 60, Look.HOURS)
    everything = [each for worked in minutes.values() for each in worked]
    put_number(sheet, row, grid.total_column, len(everything), Look.WHOLE)
    put_number(sheet, row + 1, grid.total_column + 1, sum(everything) / 60, Look.HOURS)


def _draw_legend(sheet: Worksheet, grid: _Grid, row: int) -> None:
    zone = grid.published.hall.zone
    put_text(sheet, row, NAME_COLUMN, "Legend", Look.BOLD)
    for template, code in grid.codes.items():
        row += 1
        hours = f"{code.sample.paid_minutes / 60:g} h paid"
        breaks = shift_breaks_text(code.sample, zone) or "none"
        put_text(sheet, row, NAME_COLUMN, code.letter, shift_look(code.fill))
        put_text(sheet, row, ID_COLUMN, f"{clock_span(code.sample, zone)}, {hours}, breaks {breaks} ({template})")
    for letter, text in DAY_CODE_TEXTS.items():
        row += 1
        put_text(sheet, row, NAME_COLUMN, letter, Look.AWAY if letter == AWAY else Look.OFF_DAY)
        put_text(sheet, row, ID_COLUMN, text)


def _set_up_page(sheet: Worksheet, grid: _Grid) -> None:
    sheet.freeze_panes = sheet.cell(FIRST_PERSON_ROW, FIRST_DAY_COLUMN).coordinate
    sheet.column_dimensions["A"].width = 20
    sheet.column_dimensions["B"].width = 16
    for column in range(FIRST_DAY_COLUMN, grid.total_column):
        sheet.column_dimensions[get_column_letter(column)].width = 9.5
    for n, width in enumerate((6.5, 6.5, 8.5)):
        sheet.column_dimensions[get_column_letter(grid.total_column + n)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.scale = 58
    sheet.print_title_rows = f"{WEEKDAY_ROW}:{CLASS_ROW}"
    sheet.print_title_cols = f"{get_column_letter(NAME_COLUMN)}:{get_column_letter(ID_COLUMN)}"
    breaks = ColBreak()
    printed_days = PRINTED_WEEKS * DAYS_PER_WEEK
    for column in range(FIRST_DAY_COLUMN + printed_days, grid.total_column, printed_days):
        breaks.append(Break(id=column - 1))
    sheet.col_breaks = breaks
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.75
    roster = grid.published.roster
    period = f"{grid.period.first} to {grid.period.last}"
    put_footer(sheet, f"{grid.published.hall.name}, {period}, version {roster.version}", f"shiftbid {__version__}")


def _code(grid: _Grid, assignment: Assignment) -> str:
    return grid.codes[assignment.shift.template].letter + ("*" if assignment.pinned else "")
