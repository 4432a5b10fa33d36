"""Fusion, with a ring around the control that has the keyboard; and with outlines for the dark palettes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)
from typing_extensions import override

RADIUS = 2.5
RINGED_PANELS = frozenset(
    {
        QStyle.PrimitiveElement.PE_PanelButtonCommand,
        QStyle.PrimitiveElement.PE_PanelButtonTool,
        QStyle.PrimitiveElement.PE_PanelLineEdit,
        QStyle.PrimitiveElement.PE_IndicatorCheckBox,
        QStyle.PrimitiveElement.PE_IndicatorRadioButton,
    }
)
RINGED_CONTROLS = frozenset(
    {QStyle.ComplexControl.CC_ComboBox, QStyle.ComplexControl.CC_SpinBox, QStyle.ComplexControl.CC_ScrollBar}
)
CELL_MARGIN = 7
CELL_MARGINS = frozenset({QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_HeaderMargin})


class RingStyle(QProxyStyle):
    """Draws what Fusion draws, and a ring two pixels wide where the keyboard is.

    The same style serves every palette: another one would have every widget polished anew.

    Attributes
    ----------
    line
        Role of the palette whose colour the line around every control has; None where Fusion's own edges are seen. On
        dark palettes these are a shade darker than the window, and are not.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.line: QPalette.ColorRole | None = None

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawPrimitive(element, option, painter, widget)
        # The text field inside a spin box or a date field shares that control's ring.
        if element in RINGED_PANELS and not (widget and isinstance(widget.parent(), QAbstractSpinBox)):
            radius = option.rect.height() / 2 if element is QStyle.PrimitiveElement.PE_IndicatorRadioButton else RADIUS
            self._draw_ring(option, painter, radius)
        elif element is QStyle.PrimitiveElement.PE_Frame and isinstance(widget, QAbstractItemView):
            self._draw_edge(option, painter)

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawComplexControl(control, option, painter, widget)
        if control in RINGED_CONTROLS:
            self._draw_ring(option, painter, RADIUS)

    @override
    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        # Cells of tables keep a distance, so that a figure at the right of one does not run into the next one's text.
        if metric in CELL_MARGINS and isinstance(widget, QAbstractItemView):
            return CELL_MARGIN
        return super().pixelMetric(metric, option, widget)

    def outline_pen(self, option: QStyleOption) -> QPen | None:
        """Pen of the line around a control, or None where there is no line."""
        if option.state & QStyle.StateFlag.State_HasFocus:
            return QPen(option.palette.color(QPalette.ColorRole.Highlight), 2)
        return None if self.line is None else QPen(option.palette.color(self.line), 1)

    def _draw_edge(self, option: QStyleOption, painter: QPainter) -> None:
        """Draw where a table ends: on a dark palette an empty one could not be told from the window."""
        if self.line is not None:
            painter.save()
            painter.setPen(QPen(option.palette.color(self.line), 1))
            painter.drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5))
            painter.restore()

    def _draw_ring(self, option: QStyleOption, painter: QPainter, radius: float) -> None:
        pen = self.outline_pen(option)
        if pen is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), radius, radius)
        painter.restore()
