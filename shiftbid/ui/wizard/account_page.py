"""The first account: that of the manager who sets the hall up."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget, QWizardPage
from typing_extensions import override

from shiftbid.domain.account import Role
from shiftbid.services.accounts import NewUser
from shiftbid.services.set_up import account_problems
from shiftbid.ui.failure_words import told_failure
from shiftbid.ui.languages import Language
from shiftbid.ui.widgets.sentence import Sentence


class AccountPage(QWizardPage):
    """Language, name and PIN, the PIN twice.

    Signals
    -------
    language_chosen
        The `Language` that the wizard should speak.
    """

    language_chosen = Signal(object)

    def __init__(self, spoken: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Your account"))
        self.setSubTitle(
            self.tr("You are the first here, and so the manager. Others get accounts on the page Settings.")
        )
        self.name, self.pin, self.again = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.language = QComboBox(self)
        for language in Language:
            self.language.addItem(language.own_name, language.value)
        self.language.setCurrentIndex(self.language.findData(spoken.value))
        self.language.activated.connect(self._choose_language)
        self._wrong = Sentence(self)
        form = QFormLayout(self)
        form.addRow(self.tr("&Language"), self.language)
        form.addRow(self.tr("Your &name"), self.name)
        form.addRow(self.tr("&PIN, six digits or letters at least"), self.pin)
        form.addRow(self.tr("PIN &again"), self.again)
        form.addRow(self._wrong)
        for pin in (self.pin, self.again):
            pin.setEchoMode(QLineEdit.EchoMode.Password)
        for part in (self.name, self.pin, self.again):
            part.textChanged.connect(self._judge)

    @property
    def account(self) -> NewUser:
        """What was typed."""
        name = self.name.text().strip()
        return NewUser(name.casefold(), name, Role.MANAGER, None, self.pin.text())

    @override
    def isComplete(self) -> bool:
        return not account_problems(self.account) and self.pin.text() == self.again.text()

    def _choose_language(self) -> None:
        self.language_chosen.emit(Language(self.language.currentData()))

    def _judge(self) -> None:
        wrong = (
            [told_failure(str(each)) for each in account_problems(self.account)]
            if self.name.text() and self.pin.text()
            else []
        )
        if self.again.text() and self.again.text() != self.pin.text():
            wrong.append(self.tr("The two PINs differ."))
        self._wrong.setText("\n".join(wrong))
        self.completeChanged.emit()
