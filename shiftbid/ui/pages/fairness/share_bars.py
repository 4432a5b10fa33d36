"""Everybody's satisfaction as bars, the least first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import percent_text
from shiftbid.ui.pages.fairness.presenter import PersonShare

HEIGHT, TOP, BOTTOM, LEFT, RIGHT, GAP = 150, 10, 10, 52, 12, 2
WIDEST_BAR = 60.0


class ShareBars(QWidget):
    """One bar a person, lines at 0, 50 and 100 %, a dashed one at the mean; the table below has the names."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shares: tuple[float, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    def show_people(self, people: Sequence[PersonShare]) -> None:
        """Show those who wished."""
        self._shares = tuple(each.satisfaction for each in people if each.satisfaction is not None)
        self.setAccessibleDescription(self.words())
        self.setToolTip(self.words())
        self.update()

    def words(self) -> str:
        """The bars in words."""
        if not self._shares:
            return self.tr("Nobody wished.")
        mean = sum(self._shares) / len(self._shares)
        return self.tr("People who wished: {count}; satisfaction from {least} to {most}, mean {mean}").format(
            count=len(self._shares),
            least=percent_text(min(self._shares)),
            most=percent_text(max(self._shares)),
            mean=percent_text(mean),
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.base))
        floor, unit = float(self.height() - BOTTOM), float(self.height() - TOP - BOTTOM)
        for share in (0.0, 0.5, 1.0):
            y = floor - share * unit
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(LEFT, y), QPointF(self.width() - RIGHT, y))
            painter.setPen(QColor(theme.muted))
            label = QRectF(0, y - 10, LEFT - 6, 20)
            painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent_text(share))
        if self._shares:
            self._paint_bars(painter, floor, unit)
        painter.end()

    def _paint_bars(self, painter: QPainter, floor: float, unit: float) -> None:
        theme = self._appearance.theme
        step = min((self.width() - LEFT - RIGHT) / len(self._shares), WIDEST_BAR)
        for place, share in enumerate(self._shares):
            height = max(share * unit, 1.0)
            bar = QRectF(LEFT + place * step, floor - height, max(step - GAP, 1.0), height)
            painter.fillRect(bar, QColor(theme.plot.mean))
        mean = floor - sum(self._shares) / len(self._shares) * unit
        painter.setPen(QPen(QColor(theme.text), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(LEFT, mean), QPointF(self.width() - RIGHT, mean))
