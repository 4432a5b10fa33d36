"""The list of pages at the window's left edge."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from shiftbid.ui.appearance import Appearance

BADGE_ROLE = Qt.ItemDataRole.UserRole
MARGIN = 6
INDENT = 10
LINE_HEIGHT = 34
WIDTH = 136


class PageList(QListWidget):
    """Titles, each with a count behind it where there is one."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_PageDelegate(appearance, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        appearance.changed.connect(self.viewport().update)

    def set_line(self, place: int, title: str, badge: str) -> None:
        """Write a title and its count; the current line stays."""
        while self.count() <= place:
            self.addItem(QListWidgetItem())
        item = self.item(place)
        item.setText(title)
        item.setData(BADGE_ROLE, badge)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title} ({badge})" if badge else title)


class _PageDelegate(QStyledItemDelegate):
    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), LINE_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = self._appearance.theme
        area = QRectF(option.rect).adjusted(MARGIN, 2, -MARGIN, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent.ground))
            painter.drawRoundedRect(area, 5, 5)
        if focused:
            painter.setPen(QColor(theme.accent.text if chosen else theme.accent.ground))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 4, 4)
        painter.setPen(QColor(theme.accent.text if chosen else theme.text))
        line = area.adjusted(INDENT, 0, -INDENT, 0)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(index.data()))
        badge = str(index.data(BADGE_ROLE) or "")
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, badge)
        painter.restore()
