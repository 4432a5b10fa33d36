"""The key of a plot: a stroke or a patch of colour beside each word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from shiftbid.ui.appearance import Appearance

SAMPLE_WIDTH = 22
GAP = 6
BETWEEN = 18


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of the plot and what it stands for."""

    meaning: str
    colour: str
    style: Qt.PenStyle = Qt.PenStyle.SolidLine


@dataclass(frozen=True, slots=True)
class Patch:
    """A filled space of the plot and what it stands for."""

    meaning: str
    colour: str
    pattern: Qt.BrushStyle = Qt.BrushStyle.SolidPattern


class LineKey(QWidget):
    """Paints the key in one row."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._entries: tuple[Stroke | Patch, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_entries(self, entries: Sequence[Stroke | Patch]) -> None:
        """Show other entries."""
        self._entries = tuple(entries)
        self.setAccessibleName("; ".join(entry.meaning for entry in entries))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        widths = [SAMPLE_WIDTH + GAP + metrics.horizontalAdvance(entry.meaning) + BETWEEN for entry in self._entries]
        return QSize(sum(widths), metrics.height() + 4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, middle = 0.0, self.height() / 2
        for entry in self._entries:
            if isinstance(entry, Stroke):
                painter.setPen(QPen(QColor(entry.colour), 2.5, entry.style))
                painter.drawLine(round(left), round(middle), round(left) + SAMPLE_WIDTH, round(middle))
            else:
                painter.setPen(QPen(QColor(self._appearance.theme.muted), 0.5))
                painter.setBrush(QBrush(QColor(entry.colour), entry.pattern))
                painter.drawRect(QRectF(left, middle - 6, SAMPLE_WIDTH, 12))
            left += SAMPLE_WIDTH + GAP
            width = self.fontMetrics().horizontalAdvance(entry.meaning)
            painter.setPen(QColor(self._appearance.theme.muted))
            painter.drawText(
                QRectF(left, 0, width + 2, self.height()),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                entry.meaning,
            )
            left += width + BETWEEN
        painter.end()
