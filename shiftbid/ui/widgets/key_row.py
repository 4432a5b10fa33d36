"""The key under a grid: small tiles with their meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.widgets.tile import TileLook, draw_tile

GAP = 6
BETWEEN = 16


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """A tile and what it means."""

    look: TileLook
    meaning: str


class KeyRow(QWidget):
    """Paints entries in a row, on as many lines as they need."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._entries: tuple[KeyEntry, ...] = ()
        # Layouts ask for the same few widths again and again, also those of pages out of sight.
        self._known_places: dict[int, list[QRectF]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_entries(self, entries: Sequence[KeyEntry]) -> None:
        """Show other entries."""
        self._entries = tuple(entries)
        self._known_places.clear()
        self.setAccessibleName("; ".join(f"{' '.join(each.look.lines)} {each.meaning}" for each in self._entries))
        self.updateGeometry()
        self.update()

    @override
    def heightForWidth(self, arg__1: int) -> int:
        places = self._places(arg__1)
        return int(places[-1].bottom()) + 1 if places else 0

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(self.width(), 400)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        for entry, place in zip(self._entries, self._places(self.width()), strict=True):
            swatch = QRectF(place.left(), place.top(), self._swatch_width(entry), place.height())
            painter.save()
            draw_tile(painter, swatch, entry.look, self.font(), theme)
            painter.restore()
            painter.setPen(QColor(theme.line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setFont(self.font())
            painter.setPen(QColor(theme.muted))
            text = QRectF(swatch.right() + GAP, place.top(), place.right() - swatch.right(), place.height())
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.meaning)
        painter.end()

    def _swatch_width(self, entry: KeyEntry) -> float:
        text = max((self.fontMetrics().horizontalAdvance(line) for line in entry.look.lines), default=0)
        return max(24.0, text + 14.0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._known_places.clear()

    def _places(self, width: int) -> list[QRectF]:
        if width not in self._known_places:
            self._known_places[width] = self._placed(width)
        return self._known_places[width]

    def _placed(self, width: int) -> list[QRectF]:
        height = self.fontMetrics().height() + 6.0
        left, top = 0.0, 0.0
        places: list[QRectF] = []
        for entry in self._entries:
            length = self._swatch_width(entry) + GAP + self.fontMetrics().horizontalAdvance(entry.meaning) + 2
            if left and left + length > width:
                left, top = 0.0, top + height + 4
            places.append(QRectF(left, top, length, height))
            left += length + BETWEEN
        return places
