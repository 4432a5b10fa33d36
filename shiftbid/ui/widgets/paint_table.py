"""A grid of cells that are painted: drag over them, or select them with the keyboard and press the space bar."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.widgets.tile_table import TileTable

BRUSH_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaintTable(TileTable):
    """Cells are chosen as in any table; what is chosen is painted when the button is let go or a brush key pressed.

    Signals
    -------
    painted
        Rows and columns of the cells, a tuple of pairs.
    """

    painted = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._may_paint = True

    def set_paintable(self, may_paint: bool) -> None:
        """Allow or forbid painting; cells can be read all the same."""
        self._may_paint = may_paint

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._paint_chosen()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in BRUSH_KEYS:
            self._paint_chosen()
        else:
            super().keyPressEvent(event)

    def _paint_chosen(self) -> None:
        cells = tuple(sorted(_cells(self.selectionModel().selection())))
        if cells and self._may_paint:
            self.painted.emit(cells)


def _cells(selection: QItemSelection) -> set[tuple[int, int]]:
    parts = [selection.at(place) for place in range(selection.count())]
    return {
        (row, column)
        for part in parts
        for row in range(part.top(), part.bottom() + 1)
        for column in range(part.left(), part.right() + 1)
    }
