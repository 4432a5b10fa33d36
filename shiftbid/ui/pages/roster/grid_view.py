"""The period: people down, days across, totals at the foot."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from shiftbid.services.roster_board import Cell
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.roster.edit_table import EditTable
from shiftbid.ui.pages.roster.grid import FootGrid, RosterGrid, TileText
from shiftbid.ui.pages.roster.person_header import PersonHeader
from shiftbid.ui.pages.roster.presenter import RosterSheet
from shiftbid.ui.widgets.day_header import DayHeader, DayMark
from shiftbid.ui.widgets.flat_header import RowHeader, flat_corner
from shiftbid.ui.widgets.tile_table import TileTable

FOOT_ROW_HEIGHT = 22
FOOT_GAP = 3
CELL_SIZES = {TileText.TIMES: (31, 34, 64), TileText.CODES: (24, 26, 64)}
"""Height, narrowest and widest width of a cell in pixels at the default font."""


class GridView(QWidget):
    """The grid and its foot, which scrolls sideways with it.

    Signals
    -------
    day_opened
        Place of the day whose header was double-clicked.
    """

    day_opened = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._sheet: RosterSheet | None = None
        self._marks: tuple[DayMark, ...] = ()
        self._text = TileText.TIMES
        self._people = PersonHeader(appearance)
        self._days = DayHeader(appearance)
        self.table = EditTable(appearance, self)
        self.table.setVerticalHeader(self._people)
        self.table.setHorizontalHeader(self._days)
        self.table.fix_headers()
        self._person_title, self._hours_title = flat_corner(self.table)
        self.foot = TileTable(appearance, self)
        self.foot.setVerticalHeader(RowHeader(appearance))
        self.foot.fix_headers()
        self._beside_foot = QSpacerItem(0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(FOOT_GAP)
        column.addWidget(self.table, 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(0)
        bottom.addWidget(self.foot)
        bottom.addSpacerItem(self._beside_foot)
        column.addLayout(bottom)
        self._column = column
        self._arrange_tables()
        self._days.sectionDoubleClicked.connect(self.day_opened)
        self.setFocusProxy(self.table)

    def retranslate(self) -> None:
        """Write every fixed text in the window's language."""
        self._person_title.setText(self.tr("Person"))
        self._hours_title.setText(self.tr("planned / contract h"))
        self.table.setAccessibleName(self.tr("Roster: people down, days across"))
        self.foot.setAccessibleName(self.tr("People and hours by day"))

    def show_sheet(self, sheet: RosterSheet, marks: tuple[DayMark, ...], text: TileText) -> None:
        """Show a roster, with times or codes on its tiles."""
        self._sheet, self._marks, self._text = sheet, marks, text
        theme = self._appearance.theme
        self._days.set_marks(marks)
        self._people.set_people(sheet.people)
        for table in (self.table, self.foot):
            table.verticalHeader().setFixedWidth(self._people.sizeHint().width())
        height, narrowest, widest = CELL_SIZES[text]
        self.table.set_cell_size(height, narrowest, widest)
        self.foot.set_cell_size(FOOT_ROW_HEIGHT, narrowest, widest)
        self.table.set_grid(RosterGrid(sheet, marks, theme, text))
        self.foot.set_grid(FootGrid(sheet, marks, theme))
        self._fit_foot_height()
        if not self.table.currentIndex().isValid():
            self.table.go_to(0, 0)

    def update_sheet(self, sheet: RosterSheet, employees: Collection[str]) -> None:
        """Show another state of the roster, in which only these people's days differ."""
        self._sheet = sheet
        rows = [row for row, person in enumerate(sheet.people) if person.employee.id in employees]
        self._people.set_people(sheet.people)
        self.table.update_rows(RosterGrid(sheet, self._marks, self._appearance.theme, self._text), rows)
        self.foot.update_rows(FootGrid(sheet, self._marks, self._appearance.theme), (0, 1))

    def cells(self) -> tuple[Cell, ...]:
        """The cells chosen."""
        return tuple(self.cell_at(*place) for place in self.table.selected_places()) if self._sheet else ()

    def current(self) -> Cell | None:
        """The current cell."""
        index = self.table.currentIndex()
        return self.cell_at(index.row(), index.column()) if self._sheet and index.isValid() else None

    def cell_at(self, row: int, column: int) -> Cell:
        """Person and day of a place."""
        assert self._sheet is not None
        return self._sheet.people[row].employee.id, self._sheet.days[column]

    def go_to(self, employee: str, day: date) -> None:
        """Make a person's day current; nothing where it is not in the roster."""
        place = self._sheet.cell_of(employee, day) if self._sheet else None
        if place:
            self.table.go_to(*place)

    def move_choice(self, down: int, across: int) -> None:
        """Choose the cells beside those chosen."""
        model, selection = self.table.model(), self.table.selectionModel()
        current = self.table.currentIndex()
        moved = QItemSelection()
        for row, column in self.table.selected_places():
            index = model.index(row + down, column + across)
            moved.select(index, index)
        selection.setCurrentIndex(
            model.index(current.row() + down, current.column() + across), QItemSelectionModel.SelectionFlag.NoUpdate
        )
        selection.select(moved, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _arrange_tables(self) -> None:
        """Make the foot scroll sideways with the roster, and leave the scroll bar below both."""
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.foot.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.foot.horizontalHeader().hide()
        self.foot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.table.verticalScrollBar().rangeChanged.connect(self._align_foot)
        self.foot.horizontalScrollBar().rangeChanged.connect(self._fit_foot_height)
        self.table.horizontalScrollBar().valueChanged.connect(self.foot.horizontalScrollBar().setValue)
        self.foot.horizontalScrollBar().valueChanged.connect(self.table.horizontalScrollBar().setValue)

    def _align_foot(self, _lowest: int, highest: int) -> None:
        """Keep the foot as wide as the roster, whose scroll bar comes and goes."""
        width = self.table.verticalScrollBar().sizeHint().width() if highest else 0
        self._beside_foot.changeSize(width, 0)
        self._column.invalidate()

    def _fit_foot_height(self) -> None:
        bar = self.foot.horizontalScrollBar()
        self.foot.setFixedHeight(2 * FOOT_ROW_HEIGHT + (bar.sizeHint().height() if bar.maximum() else 0))
