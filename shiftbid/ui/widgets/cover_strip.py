"""Heads needed and heads present through a day, drawn on the scale of the bars below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from shiftbid.domain.timeline import Interval
from shiftbid.services.day_cover import CoverSlot
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import clock_text
from shiftbid.ui.widgets.hour_scale import HourScale

HEIGHT = 120
TOP = 16


class CoverStrip(QWidget):
    """Steps: needed dashed, present solid; missing heads are hatched and numbered."""

    def __init__(self, appearance: Appearance, name_width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._name_width = name_width
        self._cover: tuple[CoverSlot, ...] = ()
        self._axis = Interval(0, 1)
        self._zone = "UTC"
        self._right_margin = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    def set_right_margin(self, pixels: int) -> None:
        """Leave as much room at the right as the scroll bar below takes."""
        self._right_margin = pixels

    def show_cover(self, cover: Sequence[CoverSlot], axis: Interval, zone: str) -> None:
        """Show a day's cover."""
        self._cover, self._axis, self._zone = tuple(cover), axis, zone
        self.setAccessibleDescription(self.words())
        self.update()

    def words(self) -> str:
        """Missing heads in words, slot by slot."""
        short = [
            self.tr("{start}–{end}: {count} missing").format(
                start=clock_text(each.slot.start, self._zone),
                end=clock_text(each.slot.end, self._zone),
                count=each.missing_heads,
            )
            for each in self._cover
            if each.missing_heads
        ]
        return "; ".join(short) or self.tr("No head is missing.")

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.base))
        scale = HourScale(self._axis, self._name_width, self.width() - self._name_width - self._right_margin - 8)
        floor = self.height() - self.fontMetrics().height() - 4.0
        most = max((max(each.needed_heads, each.present_heads) for each in self._cover), default=1) or 1
        unit = (floor - TOP) / most
        for x, name in scale.hours(self._zone):
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(x, TOP), QPointF(x, floor))
            painter.setPen(QColor(theme.muted))
            painter.drawText(QRectF(x - 20, floor + 1, 40, self.height() - floor), Qt.AlignmentFlag.AlignCenter, name)
        self._paint_gaps(painter, scale, floor, unit)
        self._paint_steps(painter, scale, floor, unit)
        self._paint_legend(painter, floor, most)
        painter.end()

    def _paint_gaps(self, painter: QPainter, scale: HourScale, floor: float, unit: float) -> None:
        theme = self._appearance.theme
        for each in self._cover:
            left, right = scale.x(each.slot.start), scale.x(each.slot.end)
            painter.fillRect(
                QRectF(left, floor - each.present_heads * unit, right - left, each.present_heads * unit),
                QColor(theme.stripe),
            )
            if each.missing_heads:
                gap = QRectF(left, floor - each.needed_heads * unit, right - left, each.missing_heads * unit)
                painter.fillRect(gap, QBrush(QColor(theme.plot.missing), Qt.BrushStyle.BDiagPattern))
                painter.setPen(QColor(theme.plot.missing))
                label = QRectF(gap.left() - 6, gap.top() - TOP, gap.width() + 12, TOP)
                painter.drawText(label, Qt.AlignmentFlag.AlignCenter, f"−{each.missing_heads}")

    def _paint_steps(self, painter: QPainter, scale: HourScale, floor: float, unit: float) -> None:
        plot = self._appearance.theme.plot
        needed, present = QPolygonF(), QPolygonF()
        for each in self._cover:
            for moment in (each.slot.start, each.slot.end):
                needed.append(QPointF(scale.x(moment), floor - each.needed_heads * unit))
                present.append(QPointF(scale.x(moment), floor - each.present_heads * unit))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(plot.present), 2.5))
        painter.drawPolyline(present)
        painter.setPen(QPen(QColor(plot.needed), 2, Qt.PenStyle.DashLine))
        painter.drawPolyline(needed)

    def _paint_legend(self, painter: QPainter, floor: float, most: int) -> None:
        theme = self._appearance.theme
        line = self.fontMetrics().height() + 6.0
        for row, (colour, style, text) in enumerate(
            (
                (theme.plot.needed, Qt.PenStyle.DashLine, self.tr("needed", "heads, in a short legend")),
                (theme.plot.present, Qt.PenStyle.SolidLine, self.tr("present", "heads, in a short legend")),
            )
        ):
            middle = TOP + line * (row + 0.5)
            painter.setPen(QPen(QColor(colour), 2.5, style))
            painter.drawLine(QPointF(10, middle), QPointF(38, middle))
            painter.setPen(QColor(theme.text))
            painter.drawText(
                QRectF(46, middle - line / 2, self._name_width - 76, line), Qt.AlignmentFlag.AlignVCenter, text
            )
        painter.setPen(QColor(theme.muted))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(self._name_width - 40, TOP - line / 2, 34, line), right, str(most))
        painter.drawText(QRectF(self._name_width - 40, floor - line / 2, 34, line), right, "0")
