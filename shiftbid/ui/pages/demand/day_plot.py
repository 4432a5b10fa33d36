"""Heads needed and heads on duty through one day."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from shiftbid.domain.timeline import format_minute
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.demand.presenter import DayCover
from shiftbid.ui.widgets.plot import Plot, whole_ticks

HEADROOM = 1.15
BELOW_ZERO = 0.03


class DayPlot(Plot):
    """Steps of need and duty; the space between them is filled, and labelled where heads are missing."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._appearance = appearance

    def show_day(self, cover: DayCover, most_heads: int) -> None:
        """Draw a day on a scale that reaches `most_heads`."""
        theme = self._appearance.theme
        self.clear()
        self.restyle(theme)
        if not cover.slots:
            self.set_ticks("bottom", [])
            return
        origin = cover.slots[0].slot.start
        edges = [(each.slot.start - origin) / 60 for each in cover.slots]
        edges.append((cover.slots[-1].slot.end - origin) / 60)
        needed = [each.needed_heads for each in cover.slots]
        present = [each.present_heads for each in cover.slots]
        both = [min(pair) for pair in zip(needed, present, strict=True)]
        self._fill(edges, present, theme.plot.spare)
        self._fill(edges, needed, theme.plot.missing, Qt.BrushStyle.BDiagPattern)
        self._fill(edges, both, theme.base)
        self._fill(edges, both, theme.stripe)
        self._step(edges, present, theme.plot.present, 2.5)
        self._step(edges, needed, theme.plot.needed, 2.0, Qt.PenStyle.DashLine)
        for left, right, each in zip(edges, edges[1:], cover.slots, strict=False):
            if each.difference_heads < 0:
                label = pg.TextItem(f"−{-each.difference_heads}", color=theme.plot.missing, anchor=(0.5, 1))
                label.setPos((left + right) / 2, each.needed_heads)
                self.addItem(label)
        self.set_ticks(
            "bottom",
            [
                (x, format_minute(s.start_minute))
                for x, s in zip(edges, cover.slots, strict=False)
                if s.start_minute % 60 == 0
            ],
        )
        top = max(1, most_heads)
        self.set_ticks("left", whole_ticks(top))
        self.getViewBox().setXRange(edges[0], edges[-1], padding=0.02)
        self.getViewBox().setYRange(-BELOW_ZERO * top, top * HEADROOM, padding=0)

    def _fill(
        self, edges: list[float], heads: list[int], colour: str, pattern: Qt.BrushStyle = Qt.BrushStyle.SolidPattern
    ) -> None:
        brush = pg.mkBrush(colour)
        brush.setStyle(pattern)
        self.addItem(pg.PlotCurveItem(edges, heads, stepMode="center", fillLevel=0, brush=brush, pen=None))

    def _step(
        self,
        edges: list[float],
        heads: list[int],
        colour: str,
        width: float,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        self.addItem(pg.PlotCurveItem(edges, heads, stepMode="center", pen=pg.mkPen(colour, width=width, style=style)))
