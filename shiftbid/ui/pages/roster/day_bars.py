"""The people of a day, a row each, with their shifts as bars along the hours."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift
from shiftbid.services.checked_roster import RosterEdit
from shiftbid.services.roster_board import Cell, Gesture, Refusal, RosterBoard
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import clock_text, with_local_dates
from shiftbid.ui.pages.roster.day_presenter import DayRow, DaySheet
from shiftbid.ui.pages.roster.edit_table import COPY_MODIFIERS
from shiftbid.ui.pages.roster.grid import person_words, shift_tone, shift_words
from shiftbid.ui.pages.roster.presenter import RosterSheet, worst
from shiftbid.ui.terms import SEVERITY_SIGNS, leave_word
from shiftbid.ui.widgets.hour_scale import HourScale

NAME_WIDTH = 190
ROW_HEIGHT = 26
RADIUS = 4.0


@dataclass(frozen=True, slots=True)
class BarDrag:
    """A bar under way: from whom, where it was seized, where it is, and what letting go would do."""

    source: Cell
    assignment: Assignment
    seized: QPointF
    at: QPointF
    edit: RosterEdit | Refusal | None


class DayBars(QWidget):
    """Rows of bars; the current row has a ring while the keyboard is here.

    Signals
    -------
    hovered, dropped, row_entered, activated, letter_typed
        As those of `DayView`.
    """

    hovered = Signal(object)
    dropped = Signal(object)
    row_entered = Signal()
    activated = Signal()
    letter_typed = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._day: DaySheet | None = None
        self._sheet: RosterSheet | None = None
        self._board: RosterBoard | None = None
        self._pressed: QPointF | None = None
        self._drag: BarDrag | None = None
        self.row = 0
        self.row_height = ROW_HEIGHT
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        appearance.changed.connect(self.update)

    def show_day(self, day: DaySheet, sheet: RosterSheet) -> None:
        """Show another day, or another state of it."""
        self._day, self._sheet = day, sheet
        self.row = min(self.row, max(0, len(day.rows) - 1))
        self.setMinimumHeight(len(day.rows) * ROW_HEIGHT)
        self._tell_row()
        self.update()

    def set_board(self, board: RosterBoard | None) -> None:
        """Give the cells that bars can be dragged to."""
        self._board = board

    def current_cell(self) -> Cell | None:
        """The current person's day."""
        return self._cell(self.row) if self._day and self._day.rows else None

    def cell_of_row(self, row: int) -> Cell | None:
        """A row's person and day; None where there is no such row."""
        return self._cell(row) if self._day and 0 <= row < len(self._day.rows) else None

    def go_to(self, employee: str) -> None:
        """Make a person current."""
        for row, each in enumerate(self._day.rows if self._day else ()):
            if each.person.employee.id == employee:
                self._enter(row)

    def row_top(self, row: int) -> int:
        """Upper edge of a row in pixels."""
        return row * ROW_HEIGHT

    def words(self, row: int) -> str:
        """A person's day in words."""
        if self._day is None or self._sheet is None or not self._day.rows:
            return ""
        each = self._day.rows[row]
        parts = [person_words(each.person)]
        parts += [shift_words(one.shift, self._sheet, pinned=one.pinned) for one in each.cell.assignments]
        if each.cell.leave:
            parts.append(leave_word(each.cell.leave))
        parts += [with_local_dates(finding.sentence) for finding in each.cell.findings]
        return " · ".join(parts)

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, len(self._day.rows) * ROW_HEIGHT if self._day else ROW_HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = len(self._day.rows) if self._day else 0
        text = event.text().upper()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        match event.key():
            case Qt.Key.Key_Escape if self._drag is not None:
                self._let_go()
            case Qt.Key.Key_Up if plain:
                self._enter(max(0, self.row - 1))
            case Qt.Key.Key_Down if plain:
                self._enter(min(rows - 1, self.row + 1))
            case Qt.Key.Key_Home:
                self._enter(0)
            case Qt.Key.Key_End:
                self._enter(rows - 1)
            case Qt.Key.Key_Left if plain:
                self._step(-1)
            case Qt.Key.Key_Right if plain:
                self._step(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain:
                self.activated.emit()
            case _ if plain and len(text) == 1 and text.isalnum() and text.isascii():
                self.letter_typed.emit(text)
            case _:
                super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        if row is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._enter(row)
        if self._board is not None and self._bar_at(event.position()) is not None:
            self._pressed = event.position()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        if self._drag is None:
            if (event.position() - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            row, bar = self._row_at(self._pressed), self._bar_at(self._pressed)
            if row is None or bar is None:
                return
            self._drag = BarDrag(self._cell(row), bar, self._pressed, event.position(), None)
        self._drag_to(event.position(), event.modifiers())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            self._drag_to(event.position(), event.modifiers())
            edit, target = self._drag.edit, self._row_at(event.position())
            self._let_go()
            if target is not None:
                self._enter(target)
            if edit is not None:
                self.dropped.emit(edit)
        self._pressed = None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, day = self._appearance.theme, self._day
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(theme.base))
        if day is not None:
            scale = self._scale(day)
            first, last = event.rect().top() // ROW_HEIGHT, event.rect().bottom() // ROW_HEIGHT
            painter.setPen(QPen(QColor(theme.line), 1))
            for x, _ in scale.hours(day.zone):
                painter.drawLine(QPointF(x, event.rect().top()), QPointF(x, event.rect().bottom()))
            for row in range(max(0, first), min(len(day.rows), last + 1)):
                self._paint_row(painter, row, day.rows[row], scale)
            if self._drag is not None:
                self._paint_drag(painter, self._drag)
        painter.end()

    def _paint_row(self, painter: QPainter, row: int, each: DayRow, scale: HourScale) -> None:
        theme = self._appearance.theme
        top = self.row_top(row)
        painter.fillRect(QRectF(0, top + ROW_HEIGHT - 1, self.width(), 1), QColor(theme.line))
        painter.fillRect(QRectF(0, top, NAME_WIDTH - 8, ROW_HEIGHT - 1), QColor(theme.frame))
        severity = worst(each.cell.findings)
        name = each.person.employee.name
        if each.cell.changed:
            name = f"* {name}"
        if severity:
            name = f"{SEVERITY_SIGNS[severity]} {name}"
        painter.setPen(QColor(theme.text))
        fitted = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, NAME_WIDTH - 24)
        painter.drawText(QRectF(8, top, NAME_WIDTH - 16, ROW_HEIGHT), Qt.AlignmentFlag.AlignVCenter, fitted)
        if each.cell.leave:
            away = QRectF(NAME_WIDTH, top + 3, self.width() - NAME_WIDTH - 8, ROW_HEIGHT - 7)
            painter.fillRect(away, QColor(theme.away.ground))
            painter.setPen(QColor(theme.away.text))
            painter.drawText(away, Qt.AlignmentFlag.AlignCenter, leave_word(each.cell.leave))
        for one in each.cell.assignments:
            self._paint_bar(painter, one, self._bar_area(row, one.shift, scale), each)
        if row == self.row:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent.ground), 3 if self.hasFocus() else 1))
            painter.drawRect(QRectF(1, top + 1, self.width() - 3, ROW_HEIGHT - 3))

    def _paint_bar(self, painter: QPainter, one: Assignment, area: QRectF, row: DayRow) -> None:
        assert self._sheet is not None
        assert self._day is not None
        theme = self._appearance.theme
        tone = shift_tone(theme, self._sheet, one.shift.template)
        severity = worst(row.cell.findings)
        painter.setBrush(QColor(tone.ground))
        painter.setPen(QPen(QColor(theme.severities[severity].ground), 2) if severity else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        scale = self._scale(self._day)
        for pause in one.shift.breaks:
            left, right = scale.x(pause.span.start), scale.x(pause.span.end)
            painter.fillRect(QRectF(left, area.top() + 2, right - left, area.height() - 4), QColor(theme.base))
        painter.setPen(QColor(tone.text))
        letter = self._sheet.codes[one.shift.template].letter
        start, end = (clock_text(moment, self._day.zone) for moment in (one.shift.span.start, one.shift.span.end))
        painter.drawText(
            area.adjusted(8, 0, -4, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            f"{'▌' if one.pinned else ''}{letter} {start}–{end}",
        )

    def _paint_drag(self, painter: QPainter, drag: BarDrag) -> None:
        assert self._day is not None
        theme = self._appearance.theme
        row = self._row_at(drag.at)
        if row is None:
            return
        landing, allowed = drag.assignment.shift, isinstance(drag.edit, RosterEdit)
        if isinstance(drag.edit, RosterEdit):
            target = self._cell(row)[0]
            landing = next((each.shift for each in drag.edit.added if each.employee == target), landing)
        colour = QColor((theme.accent if allowed else theme.missed).ground)
        painter.setPen(QPen(colour, 3, Qt.PenStyle.SolidLine if allowed else Qt.PenStyle.DotLine))
        fill = QColor(colour)
        fill.setAlphaF(0.3)
        painter.setBrush(fill)
        painter.drawRoundedRect(self._bar_area(row, landing, self._scale(self._day)), RADIUS, RADIUS)

    def _drag_to(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        drag, row = self._drag, self._row_at(at)
        if drag is None or self._board is None or self._day is None:
            return
        edit: RosterEdit | Refusal | None = None
        if row is not None:
            gesture = Gesture.COPY if modifiers & COPY_MODIFIERS else Gesture.MOVE
            shift = self._nearest(drag.assignment.shift, self._scale(self._day).seconds(at.x() - drag.seized.x()))
            edit = self._board.put(drag.source, self._cell(row), shift.template, gesture)
            if edit is Refusal.NOTHING:
                edit = None
        changed = edit != drag.edit
        self._drag = BarDrag(drag.source, drag.assignment, drag.seized, at, edit)
        if changed:
            self.hovered.emit(edit)
        self.update()

    def _nearest(self, shift: Shift, later_seconds: float) -> Shift:
        """The shift of the day that begins nearest to where the bar is."""
        assert self._board is not None
        wanted = shift.span.start + later_seconds
        return min(
            (*self._board.shifts_on(shift.day), shift),
            key=lambda each: (abs(each.span.start - wanted), each.template != shift.template, each.span),
        )

    def _step(self, by: int) -> None:
        """Give the current person the shift before or after in order of start; the first or last to those free."""
        cell = self.current_cell()
        if cell is None or self._board is None:
            return
        taken, offered = self._board.taken(cell), self._board.shifts_on(cell[1])
        if not taken:
            chosen = offered[:1] if by > 0 else offered[-1:]
        else:
            steps = pairwise(offered) if by > 0 else pairwise(reversed(offered))
            chosen = tuple(after for before, after in steps if before.template == taken[0].shift.template)
        if chosen:
            self.dropped.emit(self._board.assigned([cell], chosen[0].template))

    def _let_go(self) -> None:
        self._drag = self._pressed = None
        self.hovered.emit(None)
        self.update()

    def _enter(self, row: int) -> None:
        if row != self.row and row >= 0:
            self.row = row
            self._tell_row()
            self.update()
            self.row_entered.emit()

    def _tell_row(self) -> None:
        self.setAccessibleDescription(self.words(self.row))

    def _cell(self, row: int) -> Cell:
        assert self._day is not None
        return self._day.rows[row].person.employee.id, self._day.day

    def _scale(self, day: DaySheet) -> HourScale:
        return HourScale(day.axis, NAME_WIDTH, self.width() - NAME_WIDTH - 8)

    def _row_at(self, point: QPointF) -> int | None:
        row = int(point.y() // ROW_HEIGHT)
        return row if self._day and 0 <= row < len(self._day.rows) else None

    def _bar_at(self, point: QPointF) -> Assignment | None:
        row = self._row_at(point)
        if row is None or self._day is None:
            return None
        scale = self._scale(self._day)
        for each in self._day.rows[row].cell.assignments:
            if self._bar_area(row, each.shift, scale).contains(point):
                return each
        return None

    def _bar_area(self, row: int, shift: Shift, scale: HourScale) -> QRectF:
        left, right = scale.x(shift.span.start), scale.x(shift.span.end)
        return QRectF(left, self.row_top(row) + 3, right - left, ROW_HEIGHT - 7)
