"""Plots in the window's colours."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.themes import Theme

LEFT_AXIS_WIDTH = 46


class Plot(pg.PlotWidget):
    """A plot without buttons and context menu, whose range the page sets; shows where the keyboard is."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(self.Shape.NoFrame)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseEnabled(x=False, y=False)
        # Axes are as wide on every plot, so that plots one above the other line up.
        self.getAxis("left").setWidth(LEFT_AXIS_WIDTH)
        self.restyle(appearance.theme)

    def restyle(self, theme: Theme) -> None:
        """Take the colours of a theme; curves are the page's."""
        self.setBackground(theme.base)
        self.showGrid(x=False, y=True, alpha=0.12)
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setPen(pg.mkPen(theme.line))
            axis.setTextPen(pg.mkPen(theme.muted))
            axis.setTickPen(pg.mkPen(theme.line))
            axis.setTickFont(self.font())

    def set_ticks(self, side: str, ticks: Sequence[tuple[float, str]]) -> None:
        """Name positions on an axis."""
        self.getAxis(side).setTicks([list(ticks)])

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def paintEvent(self, ev: QPaintEvent) -> None:
        super().paintEvent(ev)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self._appearance.theme.accent.ground), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()


def whole_ticks(highest: int, count: int = 5) -> list[tuple[float, str]]:
    """Ticks at whole numbers from 0 to `highest`, at most about `count` of them."""
    step = next(size for size in _steps() if highest / size <= count)
    return [(float(value), str(value)) for value in range(0, highest + 1, step)]


def _steps() -> Sequence[int]:
    return [factor * 10**power for power in range(9) for factor in (1, 2, 5)]
