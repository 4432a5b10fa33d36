"""The names beside the roster: name, hours against contract, and a flag where a rule is broken."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import hours_text
from shiftbid.ui.pages.roster.presenter import PersonRow, worst
from shiftbid.ui.terms import SEVERITY_SIGNS

PADDING = 8
NAME_LETTERS = 17


class PersonHeader(QHeaderView):
    """Paints people beside their rows."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._appearance = appearance
        self._people: tuple[PersonRow, ...] = ()

    def set_people(self, people: tuple[PersonRow, ...]) -> None:
        """Show other people, in the order of the rows."""
        self._people = people
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance("n") * NAME_LETTERS + self._flag_width() + self._hours_width() + 4 * PADDING
        # The height is the table's affair; asking the base class for it would measure every row.
        return QSize(width, 0)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if logicalIndex >= len(self._people):
            return
        theme, person = self._appearance.theme, self._people[logicalIndex]
        painter.save()
        painter.fillRect(rect, QColor(theme.frame))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), QColor(theme.line))
        painter.setFont(self.font())
        hours = rect.adjusted(rect.width() - self._hours_width() - PADDING, 0, -PADDING, 0)
        flag = QRect(hours.left() - PADDING - self._flag_width(), rect.top(), self._flag_width(), rect.height())
        name = rect.adjusted(PADDING, 0, -(rect.right() - flag.left()) - PADDING // 2, 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(theme.text))
        fitted = self.fontMetrics().elidedText(person.employee.name, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, left, fitted)
        painter.setPen(QColor(theme.muted))
        painter.drawText(hours, right, f"{hours_text(person.planned_minutes)} / {hours_text(person.contract_minutes)}")
        self._paint_flag(painter, flag, person)
        painter.restore()

    def _paint_flag(self, painter: QPainter, area: QRect, person: PersonRow) -> None:
        severity = worst(person.findings)
        if severity is None:
            return
        tone = self._appearance.theme.severities[severity]
        height = self.fontMetrics().height() + 2
        badge = QRect(area.left(), area.center().y() - height // 2, area.width(), height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.ground))
        painter.drawRoundedRect(badge, 4, 4)
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(tone.text))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, f"{SEVERITY_SIGNS[severity]}{len(person.findings)}")

    def _hours_width(self) -> int:
        return self.fontMetrics().horizontalAdvance("000.0 / 000")

    def _flag_width(self) -> int:
        return self.fontMetrics().horizontalAdvance("✖00")
