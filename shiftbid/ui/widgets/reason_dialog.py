"""Asks for a reason that is kept."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from shiftbid.ui.widgets.sentence import Sentence

WIDTH = 460


class ReasonDialog(QDialog):
    """One line; where it is needed nothing is done without it."""

    def __init__(self, title: str, sentence: str, parent: QWidget, *, needed: bool = True) -> None:
        super().__init__(parent)
        self._needed = needed
        self._sentence = Sentence(self)
        self._sentence.setText(sentence)
        self.line = QLineEdit(self)
        self.line.setAccessibleName(self.tr("Reason"))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.line.textChanged.connect(self._judge)
        layout = QVBoxLayout(self)
        layout.addWidget(self._sentence)
        layout.addWidget(self.line)
        layout.addWidget(self.buttons)
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        self._judge()

    @property
    def reason(self) -> str:
        """What was typed."""
        return self.line.text().strip()

    def _judge(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.reason) or not self._needed)
