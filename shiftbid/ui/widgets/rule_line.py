"""A line across, between parts of a window."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QWidget


def rule_line(parent: QWidget) -> QFrame:
    """Make a thin line across."""
    line = QFrame(parent)
    line.setFrameStyle(QFrame.Shape.HLine | QFrame.Shadow.Plain)
    line.setForegroundRole(QPalette.ColorRole.Mid)
    return line
