"""A grid of cells as Qt's table: what screen readers, tooltips and the keyboard see of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from shiftbid.ui.widgets.tile import TileLook

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Grid(Protocol):
    """What a page shows in a grid. Words and looks are asked for only where they are seen."""

    @property
    def row_count(self) -> int:
        """Rows of the grid."""
        ...

    @property
    def column_count(self) -> int:
        """Columns of the grid."""
        ...

    def look(self, row: int, column: int) -> TileLook:
        """How a cell looks."""
        ...

    def words(self, row: int, column: int) -> str:
        """Everything a cell says, in words: the tooltip, and what a screen reader speaks."""
        ...

    def row_words(self, row: int) -> str:
        """Header of a row."""
        ...

    def column_words(self, column: int) -> str:
        """Header of a column, in full."""
        ...


class GridModel(QAbstractTableModel):
    """Offers a `Grid` to Qt's views."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grid: Grid | None = None

    def set_grid(self, grid: Grid) -> None:
        """Show another grid."""
        self.beginResetModel()
        self._grid = grid
        self.endResetModel()

    def update_rows(self, grid: Grid, rows: Iterable[int]) -> None:
        """Show another state of the grid, of the same size, in which only some rows differ."""
        self._grid = grid
        last = grid.column_count - 1
        for row in rows:
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, row, row)

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self._grid is None else self._grid.row_count

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self._grid is None else self._grid.column_count

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._grid is None or not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(self._grid.look(index.row(), index.column()).lines)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._grid.words(index.row(), index.column())
            case _:
                return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._grid is None:
            return None
        across = orientation is Qt.Orientation.Horizontal
        if not 0 <= section < (self._grid.column_count if across else self._grid.row_count):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._grid.column_words(section) if across else self._grid.row_words(section)
            case _:
                return None
