"""The most used actions of the page as buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from shiftbid.ui.pages.roster.edit_actions import EditActions

NATIVE = QKeySequence.SequenceFormat.NativeText


class ToolRow(QWidget):
    """Undo and redo first, publishing last and apart; it counts what is not published."""

    def __init__(self, actions: EditActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._buttons: list[QToolButton] = []
        for action in (actions.undo, actions.redo, actions.pin, actions.takers, actions.compare, actions.discard):
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        self.publish = QPushButton(self)
        self.publish.clicked.connect(actions.publish.trigger)
        actions.publish.changed.connect(self._follow)
        row.addWidget(self.publish)

    def retranslate(self) -> None:
        """Tell every button's key."""
        for button in self._buttons:
            action = button.defaultAction()
            key = action.shortcut().toString(NATIVE)
            action.setToolTip(f"{action.text().replace('&', '')} ({key})" if key else action.text().replace("&", ""))
        self._follow()

    def _follow(self) -> None:
        self.publish.setText(self._actions.publish.text())
        self.publish.setEnabled(self._actions.publish.isEnabled())
