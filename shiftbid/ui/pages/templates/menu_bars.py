"""Templates of a menu as bars along the hours; their edges are dragged to try other hours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from shiftbid.domain.shift import ShiftTemplate
from shiftbid.domain.timeline import format_minute
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.templates.presenter import STEP_MINUTES, MenuDay, MenuRow
from shiftbid.ui.template_names import given_name, template_name
from shiftbid.ui.widgets.hour_scale import HourScale

NAME_WIDTH = 150
ROW_HEIGHT = 30
GRIP = 7
"""Pixels around an edge within which it is seized."""
RADIUS = 4.0


def _short_name(template: ShiftTemplate) -> str:
    """What fits beside a bar, which shows the breaks."""
    hours = f"{format_minute(template.start_minute)}–{format_minute(template.end_minute)}"
    return given_name(template.id) or hours


class MenuBars(QWidget):
    """A row a template: how many heads work it, and when.

    Signals
    -------
    edge_moved
        Id of a template, and the minutes by which its start and its end move (negative: earlier).
    """

    edge_moved = Signal(str, int, int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._day: MenuDay | None = None
        self._seized: tuple[int, bool, float] | None = None
        self.row = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    def show_day(self, day: MenuDay) -> None:
        """Show another day, or other hours."""
        self._day = day
        self.row = min(self.row, max(0, len(day.rows) - 1))
        self.setAccessibleDescription(self.words())
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """The current template in words."""
        if self._day is None or not self._day.rows:
            return ""
        row = self._day.rows[self.row]
        return self.tr("{heads} heads from {start} to {end}, {template}").format(
            heads=row.heads,
            start=format_minute(row.template.start_minute),
            end=format_minute(row.template.end_minute),
            template=template_name(row.template.id),
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(360, ROW_HEIGHT * max(1, len(self._day.rows) if self._day else 1))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self._day.rows if self._day else ()
        first_edge = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Up:
                self._enter(max(0, self.row - 1))
            case Qt.Key.Key_Down:
                self._enter(min(len(rows) - 1, self.row + 1))
            case Qt.Key.Key_Left | Qt.Key.Key_Right if rows:
                by = STEP_MINUTES if event.key() == Qt.Key.Key_Right else -STEP_MINUTES
                self._move(self.row, start=first_edge, by=by)
            case _:
                super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = int(event.position().y() // ROW_HEIGHT)
        if self._day is not None and 0 <= row < len(self._day.rows):
            self._enter(row)
            edge = self._edge_at(event.position())
            self._seized = (row, edge, event.position().x()) if edge is not None else None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._seized is None or self._day is None:
            over = self._edge_at(event.position()) is not None
            self.setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.ArrowCursor)
            return
        row, start, seized_at = self._seized
        minutes = self._scale(self._day).seconds(event.position().x() - seized_at) / 60
        by = round(minutes / STEP_MINUTES) * STEP_MINUTES
        if by:
            self._move(row, start=start, by=by)
            self._seized = row, start, seized_at + self._pixels(by)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._seized = None

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, day = self._appearance.theme, self._day
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.base))
        if day is not None:
            scale = self._scale(day)
            painter.setPen(QPen(QColor(theme.line), 1))
            for x, _ in scale.hours(day.zone):
                painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
            for place, row in enumerate(day.rows):
                self._paint_row(painter, place, row, scale)
        painter.end()

    def _paint_row(self, painter: QPainter, place: int, row: MenuRow, scale: HourScale) -> None:
        theme = self._appearance.theme
        top = place * ROW_HEIGHT
        painter.setPen(QColor(theme.text if row.heads else theme.muted))
        fitted = self.fontMetrics().elidedText(
            f"{row.heads} × {_short_name(row.template)}", Qt.TextElideMode.ElideRight, NAME_WIDTH - 14
        )
        painter.drawText(QRectF(8, top, NAME_WIDTH - 12, ROW_HEIGHT), Qt.AlignmentFlag.AlignVCenter, fitted)
        tone = theme.shifts[place % len(theme.shifts)] if row.heads else theme.away
        area = self._bar(place, row, scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.ground))
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        for pause in row.shift.breaks:
            left, right = scale.x(pause.span.start), scale.x(pause.span.end)
            painter.fillRect(QRectF(left, area.top() + 2, right - left, area.height() - 4), QColor(theme.base))
        painter.setPen(QColor(tone.text))
        times = f"{format_minute(row.template.start_minute)}–{format_minute(row.template.end_minute)}"
        painter.drawText(area.adjusted(8, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, times)
        if place == self.row:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent.ground), 3 if self.hasFocus() else 1))
            painter.drawRect(QRectF(1, top + 1, self.width() - 3, ROW_HEIGHT - 3))

    def _move(self, row: int, *, start: bool, by: int) -> None:
        assert self._day is not None
        self.edge_moved.emit(self._day.rows[row].template.id, by if start else 0, 0 if start else by)

    def _enter(self, row: int) -> None:
        self.row = max(0, row)
        self.setAccessibleDescription(self.words())
        self.update()

    def _edge_at(self, point: QPointF) -> bool | None:
        """True at the start of a bar, False at its end, None elsewhere."""
        place = int(point.y() // ROW_HEIGHT)
        if self._day is None or not 0 <= place < len(self._day.rows):
            return None
        area = self._bar(place, self._day.rows[place], self._scale(self._day))
        if abs(point.x() - area.left()) <= GRIP:
            return True
        return False if abs(point.x() - area.right()) <= GRIP else None

    def _bar(self, place: int, row: MenuRow, scale: HourScale) -> QRectF:
        left, right = scale.x(row.shift.span.start), scale.x(row.shift.span.end)
        return QRectF(left, place * ROW_HEIGHT + 4, right - left, ROW_HEIGHT - 8)

    def _scale(self, day: MenuDay) -> HourScale:
        return HourScale(day.axis, NAME_WIDTH, self.width() - NAME_WIDTH - 8)

    def _pixels(self, minutes: int) -> float:
        assert self._day is not None
        scale = self._scale(self._day)
        return scale.x(self._day.axis.start + minutes * 60) - scale.left
