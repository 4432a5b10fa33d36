"""Asks for an account, or for a new PIN."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from shiftbid.domain.account import Role
from shiftbid.services.hall_settings import Account
from shiftbid.ui.pages.settings.words import role_word
from shiftbid.ui.widgets.sentence import Sentence

WIDTH = 440


class PinPair(QWidget):
    """A PIN typed twice; whether it serves is judged where it is stored.

    Signals
    -------
    changed
        Something was typed.
    """

    changed = Signal()

    def __init__(self, form: QFormLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._first, self._again = QLineEdit(parent), QLineEdit(parent)
        self._wrong = Sentence(parent)
        for field in (self._first, self._again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textChanged.connect(self._judge)
        form.addRow(self.tr("&PIN, six or more"), self._first)
        form.addRow(self.tr("PIN &again"), self._again)
        form.addRow(self._wrong)
        self.hide()

    @property
    def pin(self) -> str:
        """What was typed."""
        return self._first.text()

    @property
    def complete(self) -> bool:
        """Whether the same was typed twice."""
        return bool(self.pin) and self.pin == self._again.text()

    def type(self, pin: str) -> None:
        """Type a PIN twice."""
        self._first.setText(pin)
        self._again.setText(pin)

    def _judge(self) -> None:
        differ = bool(self._again.text()) and not self.complete
        self._wrong.setText(self.tr("The two PINs differ.") if differ else "")
        self.changed.emit()


class NewPinDialog(QDialog):
    """A new PIN for somebody who has forgotten theirs."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        form = QFormLayout(self)
        sentence = Sentence(self)
        sentence.setText(
            self.tr("Tell {name} the new PIN in person. They change it themselves: Planning › Change my PIN.").format(
                name=name
            )
        )
        form.addRow(sentence)
        self.pins = PinPair(form, self)
        self.buttons = _buttons(self)
        form.addRow(self.buttons)
        self.setWindowTitle(self.tr("New PIN for {name}").format(name=name))
        self.setMinimumWidth(WIDTH)
        self.pins.changed.connect(self._judge)
        self._judge()

    def _judge(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.pins.complete)


class AccountDialog(QDialog):
    """Name, role and employee; the PIN as well for somebody new. The name of an account stays as it is."""

    def __init__(self, people: Mapping[str, str], present: Account | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._present = present
        form = QFormLayout(self)
        self.name = QLineEdit("" if present is None else present.name, self)
        self.name.setEnabled(present is None)
        self.role, self.employee = QComboBox(self), QComboBox(self)
        for role in Role:
            self.role.addItem(role_word(role), role.value)
        self.employee.addItem(self.tr("none"), None)
        for each, name in people.items():
            self.employee.addItem(f"{name}, {each}", each)
        if present is not None:
            if present.employee is not None and present.employee not in people:
                self.employee.addItem(present.employee, present.employee)
            self.role.setCurrentIndex(self.role.findData(present.role.value))
            self.employee.setCurrentIndex(max(self.employee.findData(present.employee), 0))
        form.addRow(self.tr("&Name to sign in with"), self.name)
        form.addRow(self.tr("&Role"), self.role)
        form.addRow(self.tr("&Employee"), self.employee)
        self.pins = PinPair(form, self) if present is None else None
        self._needed = Sentence(self)
        form.addRow(self._needed)
        self.buttons = _buttons(self)
        form.addRow(self.buttons)
        self.setWindowTitle(self.tr("Add somebody") if present is None else self.tr("Change the role"))
        self.setMinimumWidth(WIDTH)
        self.name.textChanged.connect(self._judge)
        for choice in (self.role, self.employee):
            choice.currentIndexChanged.connect(self._judge)
        if self.pins is not None:
            self.pins.changed.connect(self._judge)
        self._judge()

    @property
    def account(self) -> Account:
        """What was typed and chosen."""
        return Account(self.name.text().strip(), Role(self.role.currentData()), self.employee.currentData())

    @property
    def pin(self) -> str:
        """PIN of somebody new; empty for an account that is there already."""
        return "" if self.pins is None else self.pins.pin

    def _judge(self) -> None:
        nobody = self.account.role is Role.STAFF and self.account.employee is None
        self._needed.setText(self.tr("Staff vote and bid as an employee: choose the employee.") if nobody else "")
        typed = self.pins is None or self.pins.complete
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(
            bool(self.account.name) and typed and not nobody
        )


def _buttons(dialog: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, dialog)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
