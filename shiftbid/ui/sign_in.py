"""Asks who is at the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from shiftbid.domain.account import User
from shiftbid.domain.errors import AccessError
from shiftbid.services.desktop import DesktopServices

WIDTH = 380


class SignInDialog(QDialog):
    """Name and PIN. `user` is set once they match."""

    def __init__(self, services: DesktopServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.user: User | None = None
        self._services = services
        self.setWindowTitle(self.tr("Sign in to shiftbid"))
        self.name = QLineEdit(self)
        self.pin = QLineEdit(self)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.hide()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("&Sign in"))
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

    def _try(self) -> None:
        try:
            self.user = self._services.sign_in(self.name.text().strip(), self.pin.text())
        except AccessError as error:
            self.message.setText(str(error))
            self.message.show()
            self.setMinimumHeight(self.heightForWidth(self.width()))
            self.pin.clear()
            self.pin.setFocus()
        else:
            self.accept()
