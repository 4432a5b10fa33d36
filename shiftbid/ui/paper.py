"""A grid on paper: A4 landscape, title and headings on every page, in the light palette whatever the window wears."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from shiftbid.ui.locale_text import weekday_text
from shiftbid.ui.themes import LIGHT
from shiftbid.ui.widgets.day_header import DayMark
from shiftbid.ui.widgets.grid_model import Grid
from shiftbid.ui.widgets.tile import draw_tile

DOTS_PER_INCH = 96
MARGIN_MILLIMETRES = 10.0
TITLE_HEIGHT, HEADING_HEIGHT, ROW_HEIGHT, FOOT_HEIGHT = 46.0, 34.0, 26.0, 18.0
CELL_POINTS = 8.0
ROW_TITLE_WIDTH = 170.0
MOST_COLUMNS = 31
WIDEST_COLUMN = 64.0


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """What is printed.

    Attributes
    ----------
    title, subtitle
        Hall and period; state and version, or what the figures mean.
    row_titles
        One a row of the grid.
    days
        One a column of the grid.
    """

    title: str
    subtitle: str
    grid: Grid
    row_titles: tuple[str, ...]
    days: tuple[DayMark, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows and columns of one page."""

    rows: range
    columns: range


def pdf_writer(path: str) -> QPdfWriter:
    """A PDF file ready to be written on."""
    writer = QPdfWriter(path)
    writer.setResolution(DOTS_PER_INCH)
    return writer


def print_sheet(sheet: PaperSheet, device: QPdfWriter | QPrinter) -> int:
    """Print a sheet; gives the number of pages. The device's resolution becomes 96 dots an inch."""
    device.setResolution(DOTS_PER_INCH)
    margins = QMarginsF(MARGIN_MILLIMETRES, MARGIN_MILLIMETRES, MARGIN_MILLIMETRES, MARGIN_MILLIMETRES)
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    layout = QPageLayout(a4, QPageLayout.Orientation.Landscape, margins, QPageLayout.Unit.Millimeter)
    device.setPageLayout(layout)
    area = QRectF(0, 0, device.width(), device.height())
    painter = QPainter(device)
    parts = list(_parts(sheet, area))
    for number, part in enumerate(parts, start=1):
        if number > 1:
            device.newPage()
        _print_part(painter, area, sheet, part, f"{number} / {len(parts)}")
    painter.end()
    return len(parts)


def print_by_dialog(sheet: PaperSheet, parent: QWidget) -> None:
    """Let a person choose the printer, then print."""
    printer = QPrinter()
    if QPrintDialog(printer, parent).exec():
        print_sheet(sheet, printer)


def _parts(sheet: PaperSheet, area: QRectF) -> Iterator[_Part]:
    rows_a_page = max(1, int((area.height() - TITLE_HEIGHT - HEADING_HEIGHT - FOOT_HEIGHT) // ROW_HEIGHT))
    rows, columns = sheet.grid.row_count, sheet.grid.column_count
    for top in range(0, rows, rows_a_page):
        for left in range(0, columns, MOST_COLUMNS):
            yield _Part(range(top, min(top + rows_a_page, rows)), range(left, min(left + MOST_COLUMNS, columns)))


def _print_part(painter: QPainter, area: QRectF, sheet: PaperSheet, part: _Part, page: str) -> None:
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(CELL_POINTS)
    width = min(WIDEST_COLUMN, (area.width() - ROW_TITLE_WIDTH) / len(part.columns))
    _write(painter, QRectF(0, 0, area.width(), TITLE_HEIGHT / 2), sheet.title, font, points=13.0, bold=True)
    _write(painter, QRectF(0, TITLE_HEIGHT / 2, area.width(), TITLE_HEIGHT / 2), sheet.subtitle, font, points=9.0)
    foot = QRectF(0, area.height() - FOOT_HEIGHT, area.width(), FOOT_HEIGHT)
    _write(painter, foot, page, font, points=8.0, align=Qt.AlignmentFlag.AlignRight)
    for place, column in enumerate(part.columns):
        mark = sheet.days[column]
        heading = QRectF(ROW_TITLE_WIDTH + place * width, TITLE_HEIGHT, width, HEADING_HEIGHT / 2)
        centred = Qt.AlignmentFlag.AlignHCenter
        colour = LIGHT.holiday_text if mark.holiday else LIGHT.text
        _write(painter, heading, weekday_text(mark.day), font, points=7.0, align=centred, colour=colour)
        below = heading.translated(0, HEADING_HEIGHT / 2)
        _write(painter, below, str(mark.day.day), font, points=9.0, bold=True, align=centred, colour=colour)
    for line, row in enumerate(part.rows):
        top = TITLE_HEIGHT + HEADING_HEIGHT + line * ROW_HEIGHT
        _write(painter, QRectF(0, top, ROW_TITLE_WIDTH - 6, ROW_HEIGHT), sheet.row_titles[row], font, points=9.0)
        for place, column in enumerate(part.columns):
            cell = QRectF(ROW_TITLE_WIDTH + place * width, top, width, ROW_HEIGHT)
            painter.save()
            draw_tile(painter, cell, sheet.grid.look(row, column), font, LIGHT)
            painter.restore()


def _write(
    painter: QPainter,
    area: QRectF,
    text: str,
    font: QFont,
    *,
    points: float,
    bold: bool = False,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    colour: str = LIGHT.text,
) -> None:
    sized = QFont(font)
    sized.setPointSizeF(points)
    sized.setBold(bold)
    painter.setFont(sized)
    painter.setPen(QColor(colour))
    painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter, text)
