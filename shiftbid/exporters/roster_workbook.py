"""``roster.xlsx``: a sheet of people by days a hall, and one list of every shift."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from shiftbid import __version__
from shiftbid.domain.shift import shift_breaks_text
from shiftbid.domain.timeline import local
from shiftbid.exporters.fixed_workbook import workbook_bytes
from shiftbid.exporters.plain_text import printable
from shiftbid.exporters.roster_sheet import WEEKDAY_NAMES, draw_roster
from shiftbid.exporters.sheet_cells import Look, add_looks, put_footer, put_moment, put_number, put_text
from shiftbid.exporters.shift_codes import FILLS
from shiftbid.services.publication import Publication

LONGEST_SHEET_NAME = 31
LIST_NAME = "Shifts"
LIST_COLUMNS = (
    ("Hall", 22),
    ("Employee", 20),
    ("Name", 20),
    ("Date", 11),
    ("Day", 6),
    ("Template", 14),
    ("Start", 16),
    ("End", 16),
    ("Breaks", 26),
    ("Paid hours", 10),
    ("Pinned", 8),
)


def roster_workbook(publication: Publication) -> bytes:
    """Bytes of the workbook; the same roster gives the same bytes."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)  # a new workbook has one sheet
    sheet.title = LIST_NAME
    add_looks(workbook, FILLS)
    used = {LIST_NAME.casefold()}
    _draw_list(sheet, publication)
    for n, published in enumerate(publication.halls):
        title = _sheet_name(published.hall.name, used)
        used.add(title.casefold())
        # The list comes last.
        draw_roster(workbook.create_sheet(title, n), published, publication.period, publication.calendar)
    workbook.active = 0
    sheet.sheet_view.tabSelected = False
    workbook.properties.creator = "shiftbid"
    workbook.properties.title = f"Roster {publication.period.first} to {publication.period.last}"
    zone = publication.halls[0].hall.zone
    return workbook_bytes(workbook, datetime.fromtimestamp(publication.period.interval(zone).start, UTC))


def _draw_list(sheet: Worksheet, publication: Publication) -> None:
    for column, (title, width) in enumerate(LIST_COLUMNS, start=1):
        put_text(sheet, 1, column, title, Look.HEADING)
        sheet.column_dimensions[get_column_letter(column)].width = width
    row = 1
    for published in publication.halls:
        zone = published.hall.zone
        names = {employee.id: employee.name for employee in published.employees}
        for each in sorted(published.roster.assignments, key=lambda one: (one.shift.span, one.employee)):
            row += 1
            shift = each.shift
            put_text(sheet, row, 1, published.hall.name)
            put_text(sheet, row, 2, each.employee)
            put_text(sheet, row, 3, names.get(each.employee, ""))
            put_moment(sheet, row, 4, shift.day)
            put_text(sheet, row, 5, WEEKDAY_NAMES[shift.day.weekday()])
            put_text(sheet, row, 6, shift.template)
            put_moment(sheet, row, 7, local(shift.span.start, zone))
            put_moment(sheet, row, 8, local(shift.span.end, zone))
            put_text(sheet, row, 9, shift_breaks_text(shift, zone))
            put_number(sheet, row, 10, shift.paid_minutes / 60, Look.HOURS)
            put_text(sheet, row, 11, "yes" if each.pinned else "")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(LIST_COLUMNS))}{row}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    put_footer(sheet, f"Shifts {publication.period.first} to {publication.period.last}", f"shiftbid {__version__}")


def _sheet_name(hall: str, used: set[str]) -> str:
    """Hall's name as Excel allows for a sheet: no brackets, slashes, ``:*?``; 31 characters; none twice."""
    plain = re.sub(r"[\[\]:*?/\\]", " ", printable(hall)).strip(" '")[:LONGEST_SHEET_NAME].strip(" '") or "Hall"
    name, n = plain, 1
    while name.casefold() in used:
        n += 1
        suffix = f" ({n})"
        name = plain[: LONGEST_SHEET_NAME - len(suffix)] + suffix
    return name
