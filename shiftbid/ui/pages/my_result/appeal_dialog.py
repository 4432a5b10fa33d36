"""Asks what somebody complains about: the shift, the cause, and a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from shiftbid.domain.appeal import AppealCause
from shiftbid.domain.shift import Shift
from shiftbid.ui.case_words import cause_word, shift_words
from shiftbid.ui.widgets.sentence import Sentence

WIDTH = 520


class AppealDialog(QDialog):
    """The shifts offered are those of the lost wish and one's own, the likeliest first."""

    def __init__(self, shifts: Sequence[Shift], zone: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._shifts = tuple(shifts)
        sentence = Sentence(self)
        sentence.setText(
            self.tr(
                "A manager answers with the reason found anew; somebody else decides. Until when, you read here as "
                "soon as it is raised."
            )
        )
        self.shift, self.cause, self.text = QComboBox(self), QComboBox(self), QLineEdit(self)
        self.shift.addItems([shift_words(each, zone) for each in self._shifts])
        for cause in AppealCause:
            self.cause.addItem(cause_word(cause), cause.value)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.text.textChanged.connect(self._judge)
        form = QFormLayout()
        form.addRow(self.tr("&About the shift"), self.shift)
        form.addRow(self.tr("&Because of"), self.cause)
        form.addRow(self.tr("&In a sentence"), self.text)
        layout = QVBoxLayout(self)
        layout.addWidget(sentence)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.setWindowTitle(self.tr("Appeal"))
        self.setMinimumWidth(WIDTH)
        self._judge()

    @property
    def chosen_shift(self) -> Shift:
        """The shift that it is about."""
        return self._shifts[self.shift.currentIndex()]

    @property
    def chosen_cause(self) -> AppealCause:
        """What is complained about."""
        return AppealCause(str(self.cause.currentData()))

    @property
    def said(self) -> str:
        """The sentence."""
        return self.text.text().strip()

    def _judge(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.said and self._shifts))
