"""Lets the trustee of a vote or round type name and PIN."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from shiftbid.services.poll_orders import Credentials
from shiftbid.ui.widgets.sentence import Sentence

WIDTH = 460


class TrusteeDialog(QDialog):
    """Name and PIN; `form` takes what else is asked for, above them."""

    def __init__(self, title: str, sentence: str, trustee: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentence = Sentence(self)
        self._sentence.setText(sentence)
        self.name, self.pin = QLineEdit(trustee, self), QLineEdit(self)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.form = QFormLayout()
        self.form.addRow(self.tr("&Trustee’s name"), self.name)
        self.form.addRow(self.tr("Trustee’s &PIN"), self.pin)
        for field in (self.name, self.pin):
            field.textChanged.connect(self._judge)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._sentence)
        layout.addLayout(self.form)
        layout.addWidget(self.buttons)
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        if trustee:
            self.pin.setFocus()
        self._judge()

    @property
    def credentials(self) -> Credentials:
        """What the trustee typed."""
        return Credentials(self.name.text().strip(), self.pin.text())

    def _judge(self) -> None:
        typed = self.credentials
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(typed.name and typed.pin))
