"""A row of steps, each a button and a command of the palette."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


class StepRow(QWidget):
    """Steps that a page offers: `page` holds the actions, so that the palette finds them."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        self.buttons: dict[QAction, QPushButton] = {}

    def add(self, do: Callable[[], None]) -> QAction:
        """One more step, after those before it."""
        action, button = QAction(self._page), QPushButton(self)
        self._page.addAction(action)
        self._row.insertWidget(self._row.count() - 1, button)
        self.buttons[action] = button
        button.clicked.connect(action.trigger)
        action.triggered.connect(lambda: do())
        return action

    def name(self, action: QAction, text: str) -> None:
        """Write a step in the window's language."""
        action.setText(text)
        self.buttons[action].setText(text)

    def allow(self, action: QAction, *, allowed: bool) -> None:
        """Allow or forbid a step."""
        action.setEnabled(allowed)
        self.buttons[action].setEnabled(allowed)
