"""The roster's grid as it is edited: cells are chosen in any number, and dragged to other people and days."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from typing_extensions import override

from shiftbid.services.roster_board import Gesture
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.widgets.tile_table import TileTable

EDGE = 24
"""Pixels from the edge of the grid within which a drag scrolls it."""
SCROLL_MILLISECONDS = 40
COPY_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
)
Place = tuple[int, int]
"""Row and column."""


@dataclass(frozen=True, slots=True)
class CellDrag:
    """Cells under way.

    Attributes
    ----------
    places
        Cells that are dragged.
    held, over
        The cell that was seized, and the one below the pointer.
    """

    places: tuple[Place, ...]
    held: Place
    over: Place
    gesture: Gesture

    @property
    def down(self) -> int:
        """Rows from where it was seized."""
        return self.over[0] - self.held[0]

    @property
    def across(self) -> int:
        """Columns from where it was seized."""
        return self.over[1] - self.held[1]


class EditTable(TileTable):
    """A `TileTable` whose cells can be dragged with the mouse; a modifier key copies, Escape lets go.

    Signals
    -------
    drag_moved
        A `CellDrag` that has come to another cell or changed its gesture; None when it is over.
    dropped
        The `CellDrag` that ends here.
    letter_typed
        A letter or digit typed into the cells: the code of a template.
    """

    drag_moved = Signal(object)
    dropped = Signal(object)
    letter_typed = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.editable = False
        self._pressed: tuple[QPoint, Place] | None = None
        self._drag: CellDrag | None = None
        self._allowed = True
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(SCROLL_MILLISECONDS)
        self._scrolling.timeout.connect(self._scroll_at_edge)
        self._pointer = QPoint()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def selected_places(self) -> tuple[Place, ...]:
        """Cells chosen, in order of rows; the current one where none is."""
        selection = self.selectionModel().selection()
        places = {
            (row, column)
            for number in range(selection.count())
            for part in (selection.at(number),)
            for row in range(part.top(), part.bottom() + 1)
            for column in range(part.left(), part.right() + 1)
        }
        current = self.currentIndex()
        return tuple(sorted(places or ({(current.row(), current.column())} if current.isValid() else set())))

    def set_drop_allowed(self, allowed: bool) -> None:
        """Say whether what is dragged may land where it is; shown by the outline and the pointer."""
        self._allowed = allowed
        if self._drag is not None:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor if allowed else Qt.CursorShape.ForbiddenCursor)
        self.viewport().update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        seized = self.editable and event.button() is Qt.MouseButton.LeftButton and place is not None
        if seized and place is not None and self._holds_shift(place):
            self._pressed = event.position().toPoint(), place
            # Several cells stay chosen while one of them is seized; the choice narrows on release.
            if place in self.selected_places() and len(self.selected_places()) > 1 and not event.modifiers():
                return
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        start, held = self._pressed
        self._pointer = event.position().toPoint()
        if self._drag is None:
            if (self._pointer - start).manhattanLength() < QApplication.startDragDistance():
                return
            places = self.selected_places()
            self._drag = CellDrag(places if held in places else (held,), held, held, Gesture.MOVE)
            self.set_drop_allowed(True)
            self._scrolling.start()
        self._drag_to(self._pointer, event.modifiers())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, drag = self._pressed, self._drag
        self._pressed = None
        if drag is not None:
            self._drag_to(event.position().toPoint(), event.modifiers())
            finished = self._drag
            self._let_go()
            if finished is not None and finished.over != finished.held:
                self.dropped.emit(finished)
            return
        if pressed is not None and not event.modifiers():
            row, column = pressed[1]
            self.setCurrentIndex(self.model().index(row, column))
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._drag is not None:
            if event.key() == Qt.Key.Key_Escape:
                self._let_go()
            return
        text = event.text().upper()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if self.editable and plain and len(text) == 1 and text.isalnum() and text.isascii():
            self.letter_typed.emit(text)
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drag is None:
            return
        theme = self._appearance.theme
        colour = QColor((theme.accent if self._allowed else theme.missed).ground)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(colour, 3, Qt.PenStyle.SolidLine if self._allowed else Qt.PenStyle.DotLine))
        fill = QColor(colour)
        fill.setAlphaF(0.25)
        painter.setBrush(fill)
        for row, column in self._drag.places:
            area = self.visualRect(self.model().index(row + self._drag.down, column + self._drag.across))
            if area.isValid() and self._holds_shift((row, column)):
                painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), 3, 3)
        painter.end()

    def _drag_to(self, pointer: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        drag = self._drag
        over = self._place_at(pointer)
        if drag is None or over is None:
            return
        gesture = Gesture.COPY if modifiers & COPY_MODIFIERS else Gesture.MOVE
        moved = CellDrag(drag.places, drag.held, over, gesture)
        if moved != drag:
            self._drag = moved
            self.drag_moved.emit(moved)
            self.viewport().update()

    def _let_go(self) -> None:
        self._drag = self._pressed = None
        self._scrolling.stop()
        self.viewport().unsetCursor()
        self.drag_moved.emit(None)
        self.viewport().update()

    def _scroll_at_edge(self) -> None:
        area = self.viewport().rect()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if self._pointer.x() < area.left() + EDGE:
            across.setValue(across.value() - across.singleStep())
        elif self._pointer.x() > area.right() - EDGE:
            across.setValue(across.value() + across.singleStep())
        if self._pointer.y() < area.top() + EDGE:
            down.setValue(down.value() - down.singleStep())
        elif self._pointer.y() > area.bottom() - EDGE:
            down.setValue(down.value() + down.singleStep())

    def _place_at(self, point: QPoint) -> Place | None:
        index = self.indexAt(point)
        return (index.row(), index.column()) if index.isValid() else None

    def _holds_shift(self, place: Place) -> bool:
        look = self.look_at(*place)
        return look is not None and look.card is not None
