"""Chooses how a bidding round is awarded; the line below says what the choice means."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from shiftbid.domain.round_method import RoundMethod
from shiftbid.ui.round_words import method_sentence, method_word
from shiftbid.ui.widgets.sentence import Sentence


class MethodChoice(QWidget):
    """A list of methods. Labels belong to `box`, which takes the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box, self.sentence = QComboBox(self), Sentence(self)
        for method in RoundMethod:
            self.box.addItem("", method.value)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        layout.addWidget(self.sentence)
        self.setFocusProxy(self.box)
        self.box.currentIndexChanged.connect(self._explain)
        self.retranslate()

    @property
    def method(self) -> RoundMethod:
        """What is chosen."""
        return RoundMethod(self.box.currentData())

    def choose(self, method: RoundMethod) -> None:
        """Choose a method."""
        self.box.setCurrentIndex(self.box.findData(method.value))

    def retranslate(self) -> None:
        """Write every text in the language in force."""
        for place, method in enumerate(RoundMethod):
            self.box.setItemText(place, method_word(method))
        self._explain()

    def _explain(self) -> None:
        self.sentence.setText(method_sentence(self.method))
        self.box.setAccessibleDescription(method_sentence(self.method))
