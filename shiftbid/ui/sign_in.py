"""Asks who is at the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from shiftbid.domain.account import User
from shiftbid.domain.errors import ShiftbidError
from shiftbid.services.desktop import DesktopServices
from shiftbid.ui.failure_words import told_failure
from shiftbid.ui.loader import Loader

WIDTH = 380


class SignInDialog(QDialog):
    """Name and PIN. The PIN is checked in a thread of its own: checking is slow on purpose.

    Signals
    -------
    signed_in
        The `User` whose name and PIN were given.
    """

    signed_in = Signal(object)

    def __init__(
        self, services: DesktopServices, loader: Loader, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._loader = loader
        self.setWindowTitle(self.tr("Sign in to shiftbid"))
        self.name = QLineEdit(name, self)
        self.pin = QLineEdit(self)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.hide()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("&Sign in"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("&Quit"))
        self._buttons.accepted.connect(self._try)
        self._buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&PIN"), self.pin)
        for button in self._buttons.buttons():
            button.setIcon(QIcon())
        self.setMinimumWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.message)
        layout.addWidget(self._buttons)
        if name:
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def done(self, arg__1: int) -> None:
        self._loader.close()
        super().done(arg__1)

    def _try(self) -> None:
        name, pin = self.name.text().strip(), self.pin.text()
        self._buttons.setEnabled(False)
        self._loader.load(lambda: self._services.sign_in(name, pin), self._welcome, self._refuse)

    def _welcome(self, user: User) -> None:
        self.accept()
        self.signed_in.emit(user)

    def _refuse(self, error: ShiftbidError) -> None:
        self._buttons.setEnabled(True)
        self.message.setText(told_failure(str(error)))
        self.message.show()
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.pin.clear()
        self.pin.setFocus()
