"""Asks for the present PIN and a new one, twice."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from shiftbid.services.own_orders import ChangeOwnPin
from shiftbid.ui.widgets.sentence import Sentence

WIDTH = 420


class PinDialog(QDialog):
    """Accepted once both new PINs are the same; whether they serve is judged where they are stored."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.old, self.new, self.again = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        for field in (self.old, self.new, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textChanged.connect(self._judge)
        self._wrong = Sentence(self)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(self.tr("&Present PIN"), self.old)
        form.addRow(self.tr("&New PIN, six or more"), self.new)
        form.addRow(self.tr("New PIN &again"), self.again)
        form.addRow(self._wrong)
        form.addRow(self.buttons)
        self.setWindowTitle(self.tr("Change my PIN"))
        self.setMinimumWidth(WIDTH)
        self._judge()

    @property
    def order(self) -> ChangeOwnPin:
        """What is to be done."""
        return ChangeOwnPin(self.old.text(), self.new.text())

    def _judge(self) -> None:
        differ = bool(self.again.text()) and self.new.text() != self.again.text()
        self._wrong.setText(self.tr("The two new PINs differ.") if differ else "")
        complete = bool(self.old.text() and self.new.text()) and self.new.text() == self.again.text()
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(complete)
