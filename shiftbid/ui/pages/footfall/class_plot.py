"""One class of customers: history, forecast and its band."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainterPath, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QGraphicsPathItem, QWidget
from typing_extensions import override

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import day_text
from shiftbid.ui.pages.footfall.presenter import ClassSeries, DayBlock, FootfallSheet
from shiftbid.ui.themes import Theme
from shiftbid.ui.widgets.day_header import DayMark
from shiftbid.ui.widgets.plot import Plot, whole_ticks

HEADROOM = 1.12
BELOW_ZERO = 0.02
BETWEEN_LABELS = 10
SHADE_DEPTH = -20
BAND_DEPTH = -10


class ClassPlot(Plot):
    """Curves over the axis of open hours; a line marks the hour that is read out.

    Signals
    -------
    hour_pointed
        Position of the hour under the pointer, or reached with the arrow keys.
    """

    hour_pointed = Signal(int)

    # Qt resizes the plot while its base is still being built.
    _sheet: FootfallSheet | None = None

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._appearance = appearance
        self._marks: Sequence[DayMark] = ()
        self._drawn: tuple[FootfallSheet, ClassSeries, tuple[DayMark, ...], Theme] | None = None
        self._window = (0, 0)
        self._position = 0
        self._pointer = pg.InfiniteLine(angle=90, movable=False)
        self.viewport().setMouseTracking(True)

    def show_series(self, sheet: FootfallSheet, series: ClassSeries, marks: Sequence[DayMark]) -> None:
        """Draw a class; `marks` are the days of the sheet. What is drawn already stays: no language changes it."""
        theme = self._appearance.theme
        drawn = sheet, series, tuple(marks), theme
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self._sheet, self._marks = sheet, marks
        self.clear()
        self.restyle(theme)
        positions = [position + 0.5 for position in range(len(sheet.hours))]
        breaks = [block.end for block in sheet.days]
        counted = [nan if hour.counted is None else hour.counted for hour in series.hours]
        mean = [hour.forecast.mean if hour.forecast else nan for hour in series.hours]
        top = max(series.most * HEADROOM, 1.0)
        resting = [block for block, mark in zip(sheet.days, marks, strict=True) if mark.rest or mark.holiday]
        self._fill(shade_path(resting, -BELOW_ZERO * top, top), theme.rest_day, SHADE_DEPTH)
        self._fill(band_path(sheet.days, series), theme.plot.band, BAND_DEPTH)
        self._curve(positions, counted, breaks, theme.plot.history, 1.2)
        # Dots show readings between gaps too, and tell counts from expectations without colour.
        self.addItem(
            pg.ScatterPlotItem(positions, counted, size=5, pen=pg.mkPen(None), brush=pg.mkBrush(theme.plot.history))
        )
        self._curve(positions, mean, breaks, theme.plot.mean, 2.2)
        if 0 < sheet.forecast_from < len(sheet.hours):
            self.addItem(pg.InfiniteLine(sheet.forecast_from, pen=pg.mkPen(theme.muted, style=Qt.PenStyle.DashLine)))
        self._pointer.setPen(pg.mkPen(theme.accent.ground, width=1.5))
        self.addItem(self._pointer)
        self.getViewBox().setYRange(-BELOW_ZERO * top, top, padding=0)
        self.set_ticks("left", whole_ticks(int(top), 6))

    def show_window(self, first: int, end: int) -> None:
        """Show the hours from `first` up to `end`."""
        self._window = first, end
        self.getViewBox().setXRange(first, end, padding=0)
        self._name_days()

    def point_at(self, position: int) -> None:
        """Move the marking line to an hour."""
        self._position = position
        self._pointer.setValue(position + 0.5)

    @override
    def resizeEvent(self, ev: QResizeEvent | None) -> None:
        super().resizeEvent(ev)
        self._name_days()

    @override
    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        super().mouseMoveEvent(ev)
        self._point(ev.position())

    @override
    def keyPressEvent(self, ev: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(ev.key()))
        if step is None:
            super().keyPressEvent(ev)
        else:
            self._announce(self._position + step)

    def _point(self, spot: QPointF) -> None:
        self._announce(int(self.getViewBox().mapSceneToView(spot).x()))

    def _announce(self, position: int) -> None:
        first, end = self._window
        if first <= position < end:
            self.hour_pointed.emit(position)

    def _name_days(self) -> None:
        if self._sheet is None:
            return
        first, end = self._window
        seen = [
            (block, mark)
            for block, mark in zip(self._sheet.days, self._marks, strict=True)
            if block.first < end and block.end > first
        ]
        titles = [f"✱ {day_text(mark.day)}" if mark.holiday else day_text(mark.day) for _, mark in seen]
        widest = max(map(self.fontMetrics().horizontalAdvance, titles), default=0) + BETWEEN_LABELS
        apart = widest * (end - first) / max(1, self.width())
        named: list[tuple[float, str]] = []
        for (block, _), title in zip(seen, titles, strict=True):
            # A day of few hours is narrow: its name would run into its neighbour's.
            if not named or block.middle - named[-1][0] >= apart:
                named.append((block.middle, title))
        self.set_ticks("bottom", named)

    def _fill(self, path: QPainterPath, colour: str, depth: int) -> None:
        """Fill a path behind the curves: one item, since many small ones make a plot slow."""
        item = QGraphicsPathItem(path)
        item.setPen(QPen(Qt.PenStyle.NoPen))
        item.setBrush(QColor(colour))
        item.setZValue(depth)
        self.addItem(item)

    def _curve(self, positions: list[float], values: list[float], breaks: list[int], colour: str, width: float) -> None:
        """Draw values with a gap after each day, for the night between is not drawn."""
        x, y, left = list[float](), list[float](), 0
        for end in breaks:
            x += [*positions[left:end], positions[end - 1]]
            y += [*values[left:end], nan]
            left = end
        self.addItem(pg.PlotCurveItem(x, y, pen=pg.mkPen(colour, width=width), connect="finite", antialias=True))


def shade_path(blocks: Sequence[DayBlock], low: float, high: float) -> QPainterPath:
    """Strips over days, from `low` to `high`."""
    path = QPainterPath()
    for block in blocks:
        path.addRect(QRectF(block.first, low, block.end - block.first, high - low))
    return path


def band_path(blocks: Sequence[DayBlock], series: ClassSeries) -> QPainterPath:
    """Area between the quantiles of the forecast, day by day."""
    path = QPainterPath()
    for block in blocks:
        spots = [
            (position + 0.5, forecast)
            for position in range(block.first, block.end)
            if (forecast := series.hours[position].forecast)
        ]
        upper = [QPointF(x, forecast.q90) for x, forecast in spots]
        lower = [QPointF(x, forecast.q10) for x, forecast in reversed(spots)]
        path.addPolygon(QPolygonF([*upper, *lower]))
    return path
