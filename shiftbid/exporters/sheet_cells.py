"""Cells of the workbook: one way to put text, numbers and dates into a sheet, and the looks that cells have."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from shiftbid.exporters.plain_text import printable

FONT_NAME = "Arial"
"""Known everywhere; programs fall back to the system's Chinese font for characters it lacks."""
LINE = Side(style="thin", color="BFBFBF")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
UPRIGHT = Alignment(vertical="center")
LEFT = Alignment(horizontal="left", vertical="center")


class Look(StrEnum):
    """Looks of cells, by the name under which spreadsheets list them."""

    TITLE = "Roster title"
    HEADING = "Roster heading"
    NAME = "Roster name"
    ID = "Roster id"
    DAY = "Roster day"
    OFF_DAY = "Roster day off"
    AWAY = "Roster away"
    WHOLE = "Roster whole number"
    HOURS = "Roster hours"
    DATE = "Roster date"
    MOMENT = "Roster time"
    TEXT = "Roster text"
    BOLD = "Roster bold"


def shift_look(fill: str) -> str:
    """Name of the look of a shift's cell with a fill, RRGGBB."""
    return f"Roster shift {fill}"


def add_looks(workbook: Workbook, shift_fills: Iterable[str]) -> None:
    """Give a workbook every look; cells name theirs, which is a hundred times faster than dressing each cell."""
    for look in (
        _look(Look.TITLE, _font(13, bold=True)),
        _look(Look.HEADING, _font(9, bold=True), _fill("D9D9D9"), BOX, CENTRED),
        _look(Look.NAME, _font(9), border=BOX),
        _look(Look.ID, _font(7, colour="595959"), border=BOX),
        _look(Look.DAY, _font(8), border=BOX, alignment=CENTRED),
        _look(Look.OFF_DAY, _font(8), _fill("EFEFEF"), BOX, CENTRED),
        _look(Look.AWAY, _font(8), PatternFill("lightUp", start_color="A6A6A6"), BOX, CENTRED),
        _look(Look.WHOLE, _font(9), border=BOX, alignment=CENTRED, number_format="0"),
        _look(Look.HOURS, _font(9), border=BOX, alignment=CENTRED, number_format="0.0#"),
        _look(Look.DATE, _font(9), alignment=LEFT, number_format="yyyy-mm-dd"),
        _look(Look.MOMENT, _font(9), alignment=LEFT, number_format="yyyy-mm-dd hh:mm"),
        _look(Look.TEXT, _font(9)),
        _look(Look.BOLD, _font(9, bold=True)),
        *(_look(shift_look(fill), _font(8), _fill(fill), BOX, CENTRED) for fill in shift_fills),
    ):
        workbook.add_named_style(look)


def put_text(sheet: Worksheet, row: int, column: int, text: str, look: str = Look.TEXT) -> None:
    """Write a text that stays a text, also where it looks like a formula; it may have several lines."""
    cell = _cell(sheet, row, column, look)
    cell.value = "\n".join(printable(line) for line in text.split("\n"))
    cell.data_type = "s"


def put_number(sheet: Worksheet, row: int, column: int, value: float, look: str) -> None:
    """Write a number that can be reckoned with."""
    _cell(sheet, row, column, look).value = value


def put_moment(sheet: Worksheet, row: int, column: int, value: date | datetime) -> None:
    """Write a date, or a local date and time without its offset, which spreadsheets cannot hold."""
    if isinstance(value, datetime):
        _cell(sheet, row, column, Look.MOMENT).value = value.replace(tzinfo=None)
    else:
        _cell(sheet, row, column, Look.DATE).value = value


def put_footer(sheet: Worksheet, left: str, centre: str) -> None:
    """Print a text to the left and in the middle of every page's foot, and page numbers to the right."""
    # In footers & starts a code, so a written & is doubled.
    texts = (printable(left).replace("&", "&&"), printable(centre).replace("&", "&&"), "Page &P of &N")
    footer = sheet.oddFooter
    assert footer is not None  # every sheet is made with one, and with its three parts
    for part, text in zip((footer.left, footer.center, footer.right), texts, strict=True):
        assert part is not None
        part.text = text


def _cell(sheet: Worksheet, row: int, column: int, look: str) -> Cell:
    cell = sheet.cell(row=row, column=column)
    assert isinstance(cell, Cell)  # merged cells are never written to
    cell.style = str(look)
    return cell


def _look(
    name: str,
    font: Font,
    fill: PatternFill | None = None,
    border: Border | None = None,
    alignment: Alignment = UPRIGHT,
    number_format: str = "General",
) -> NamedStyle:
    return NamedStyle(
        name=str(name),
        font=font,
        fill=fill or PatternFill(),
        border=border or Border(),
        alignment=alignment,
        number_format=number_format,
    )


def _font(size: int, bold: bool = False, colour: str = "000000") -> Font:
    return Font(name=FONT_NAME, size=size, bold=bold, color=colour)


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour, end_color=colour)
