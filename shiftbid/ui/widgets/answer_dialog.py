"""An answer to a question of a page, beside the window, which stays usable."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from shiftbid.ui.widgets.sentence import Sentence

SIZE = QSize(1040, 520)


class AnswerDialog(QDialog):
    """A sentence, below it what the page adds to `column`, and a row of buttons with Close."""

    def __init__(self, title: str, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = Sentence(self)
        self.sentence.setText(sentence)
        self._whole = QVBoxLayout(self)
        self.column = QVBoxLayout()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.rejected.connect(self.reject)
        self._whole.addWidget(self.sentence)
        self._whole.addLayout(self.column, 1)
        self._whole.addWidget(self.buttons)
        self.setWindowTitle(title)
        self.resize(SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
