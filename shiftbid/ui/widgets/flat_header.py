"""Flat headers: row titles of a grid, and the corner between its headers."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QHeaderView, QLabel, QTableView, QWidget
from typing_extensions import override

from shiftbid.ui.appearance import Appearance

PADDING = 8


class RowHeader(QHeaderView):
    """Row titles as the model gives them, without the style's raised buttons."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._appearance = appearance

    @override
    def sizeHint(self) -> QSize:
        base = super().sizeHint()
        return QSize(base.width() + PADDING, base.height())

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = self._appearance.theme
        painter.save()
        painter.fillRect(rect, QColor(theme.frame))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), QColor(theme.line))
        painter.setFont(self.font())
        painter.setPen(QColor(theme.text))
        title = str(self.model().headerData(logicalIndex, Qt.Orientation.Vertical))
        area = rect.adjusted(PADDING, 0, -PADDING, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        painter.restore()


def flat_corner(table: QTableView) -> tuple[QLabel, QLabel]:
    """Cover the corner between a table's headers; gives the labels at its lower left and lower right."""
    corner = next(iter(table.findChildren(QAbstractButton)))
    cover = QWidget(corner)
    cover.setBackgroundRole(QPalette.ColorRole.Window)
    cover.setAutoFillBackground(True)
    left, right = QLabel(cover), QLabel(cover)
    line = QHBoxLayout(cover)
    line.setContentsMargins(PADDING, 0, PADDING, 4)
    line.addWidget(left, 0, Qt.AlignmentFlag.AlignBottom)
    line.addStretch(1)
    line.addWidget(right, 0, Qt.AlignmentFlag.AlignBottom)
    around = QHBoxLayout(corner)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(cover)
    return left, right
