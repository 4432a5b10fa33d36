"""A table that paints itself from cached tiles: people or hours down, days across.

A delegate called for every cell repaints too slowly for a grid of 200 people and 62 days; drawing each different tile
once and copying it is some ten times faster. The class stays a `QTableView`, so that keyboard, selection and screen
readers work as in any table.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.widgets.grid_model import Grid, GridModel
from shiftbid.ui.widgets.tile import TileLook, draw_tile

TileKey = tuple[int, float]


class TileTable(QTableView):
    """Shows a `Grid` in equal cells whose columns share the width there is.

    Signals
    -------
    cell_entered
        Row and column of the cell that became current.
    cell_activated
        Row and column of the cell on which Enter was pressed or that was double-clicked.
    """

    cell_entered = Signal(int, int)
    cell_activated = Signal(int, int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._grid: Grid | None = None
        self._model = GridModel(self)
        self._looks: dict[TileLook, int] = {}
        self._look_of_cell: dict[tuple[int, int], int] = {}
        self._tiles: dict[TileKey, QPixmap] = {}
        self._narrowest, self._widest = 30, 64
        self.setModel(self._model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.fix_headers()
        self.activated.connect(self._activate)
        appearance.changed.connect(self.forget_tiles)

    def fix_headers(self) -> None:
        """Keep the sections of both headers equal; to be called again after a header was replaced."""
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(12)
            header.setHighlightSections(False)

    def set_grid(self, grid: Grid) -> None:
        """Show another grid, at the same current cell where it has one."""
        current = self.currentIndex()
        self._grid = grid
        self._model.set_grid(grid)
        self.forget_tiles()
        self.fit_columns()
        if current.isValid() and grid.row_count and grid.column_count:
            self.go_to(min(current.row(), grid.row_count - 1), min(current.column(), grid.column_count - 1))

    def update_rows(self, grid: Grid, rows: Sequence[int]) -> None:
        """Show another state of the grid, of the same size, in which only some rows differ."""
        self._grid = grid
        for row in rows:
            for column in range(grid.column_count):
                self._look_of_cell.pop((row, column), None)
        self._model.update_rows(grid, rows)
        self.viewport().update()

    def set_cell_size(self, row_height: int, narrowest: int, widest: int) -> None:
        """Set the height of rows and the limits between which columns share the width, in pixels."""
        self._narrowest, self._widest = narrowest, widest
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.fit_columns()
        self.forget_tiles()

    @property
    def natural_height(self) -> int:
        """Height in pixels at which every row is seen."""
        return self.horizontalHeader().sizeHint().height() + self.verticalHeader().length()

    def go_to(self, row: int, column: int) -> None:
        """Make a cell current and bring it into sight."""
        index = self._model.index(row, column)
        # Whatever modifier is held: a view's own setCurrentIndex would add to the choice while Ctrl is.
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def look_at(self, row: int, column: int) -> TileLook | None:
        """How a cell looks now; None where no grid is shown."""
        return self._grid.look(row, column) if self._grid else None

    def fit_columns(self) -> None:
        """Share the width of the view among the columns."""
        columns = self._model.columnCount()
        if columns:
            width = max(self._narrowest, min(self._widest, self.viewport().width() // columns))
            self.horizontalHeader().setDefaultSectionSize(width)

    def forget_tiles(self) -> None:
        """Draw every tile anew: colours, font, size or words have changed."""
        self._looks.clear()
        self._look_of_cell.clear()
        self._tiles.clear()
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = self.horizontalHeader().defaultSectionSize()
        self.fit_columns()
        if self.horizontalHeader().defaultSectionSize() != before:
            self._tiles.clear()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self.forget_tiles()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.go_to(0, 0)

    @override
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.cell_entered.emit(current.row(), current.column())

    @override
    def viewportSizeHint(self) -> QSize:
        return QSize(self.horizontalHeader().length(), self.verticalHeader().length())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        rows, columns = self._model.rowCount(), self._model.columnCount()
        width, height = self.horizontalHeader().defaultSectionSize(), self.verticalHeader().defaultSectionSize()
        left, top = self.horizontalHeader().offset(), self.verticalHeader().offset()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._appearance.theme.base))
        if rows and columns:
            # Scrolling uncovers one strip; the bounds of several are little more work than the strips themselves.
            area = event.rect()
            for row in range(max(0, (area.top() + top) // height), min(rows - 1, (area.bottom() + top) // height) + 1):
                for column in range(
                    max(0, (area.left() + left) // width), min(columns - 1, (area.right() + left) // width) + 1
                ):
                    painter.drawPixmap(
                        column * width - left, row * height - top, self._tile(row, column, width, height)
                    )
            self._paint_selection(painter, width, height, left, top)
        painter.end()

    def _activate(self, index: QModelIndex) -> None:
        self.cell_activated.emit(index.row(), index.column())

    def _tile(self, row: int, column: int, width: int, height: int) -> QPixmap:
        number = self._look_of_cell.get((row, column))
        if number is None:
            number = self._number_look(row, column)
        key = (number, self.devicePixelRatioF())
        tile = self._tiles.get(key)
        if tile is None:
            tile = self._tiles[key] = self._drawn(row, column, width, height)
        return tile

    def _number_look(self, row: int, column: int) -> int:
        """Give equal looks one number, so that painting compares small numbers instead of looks."""
        assert self._grid is not None
        number = self._looks.setdefault(self._grid.look(row, column), len(self._looks))
        self._look_of_cell[row, column] = number
        return number

    def _drawn(self, row: int, column: int, width: int, height: int) -> QPixmap:
        assert self._grid is not None
        ratio = self.devicePixelRatioF()
        tile = QPixmap(QSize(round(width * ratio), round(height * ratio)))
        tile.setDevicePixelRatio(ratio)
        painter = QPainter(tile)
        draw_tile(
            painter, QRectF(0, 0, width, height), self._grid.look(row, column), self.font(), self._appearance.theme
        )
        painter.end()
        return tile

    def _paint_selection(self, painter: QPainter, width: int, height: int, left: int, top: int) -> None:
        accent = QColor(self._appearance.theme.accent.ground)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        selection = self.selectionModel().selection()
        for number in range(selection.count()):
            part = selection.at(number)
            if part.width() * part.height() > 1:
                painter.setPen(QPen(accent, 1, Qt.PenStyle.DashLine))
                painter.drawRect(
                    QRect(
                        part.left() * width - left,
                        part.top() * height - top,
                        part.width() * width - 2,
                        part.height() * height - 2,
                    )
                )
        current = self.currentIndex()
        if current.isValid():
            ring = QRect(current.column() * width - left, current.row() * height - top, width - 1, height - 1)
            painter.setPen(QPen(accent, 3 if self.hasFocus() else 1))
            painter.drawRect(ring.adjusted(1, 1, -1, -1))
