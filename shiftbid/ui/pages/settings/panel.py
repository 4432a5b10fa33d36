"""What the parts of the page Settings have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shiftbid.services.hall_settings import HallSettings
from shiftbid.services.settings_orders import SettingsOrder
from shiftbid.ui.widgets.sentence import Sentence


class SettingsPanel(QWidget):
    """A sentence, what stands there, and buttons below.

    Signals
    -------
    ordered
        A `SettingsOrder`, and the sentence that says that it is done.
    """

    ordered = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings: HallSettings | None = None
        self.sentence = Sentence(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.addWidget(self.sentence)
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout()

    def add_button(self, press: Callable[[], Any]) -> QPushButton:
        """Add a button to the row below; the row itself is added by `end_with_buttons`."""
        button = QPushButton(self)
        button.clicked.connect(press)
        self._row.addWidget(button)
        self.buttons.append(button)
        return button

    def end_with_buttons(self) -> None:
        """Put the buttons below what was added so far."""
        self._row.addStretch(1)
        self.column.addLayout(self._row)

    def order(self, order: SettingsOrder, done: str) -> None:
        """Ask for an order; `done` is told once it has come about."""
        self.ordered.emit(order, done)

    def fill(self, settings: HallSettings) -> None:
        """Show what is settled."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Write every fixed text in the language in force."""
        raise NotImplementedError

    def tab_title(self) -> str:
        """Name of the panel's tab."""
        raise NotImplementedError

    def set_working(self, under_way: bool) -> None:
        """Forbid asking while other work is under way."""
        for button in self.buttons:
            button.setEnabled(not under_way)
