"""Adds a pattern such as any early shift, or Tuesdays off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from shiftbid.domain.bid import BidLevel
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.ui.pages.my_bids.pattern_words import what_word, when_word
from shiftbid.ui.pages.my_bids.presenter import PATTERNS, WEEKDAYS
from shiftbid.ui.poll_words import level_word

LEVELS = (BidLevel.WANT, BidLevel.LIKE, BidLevel.AVOID, BidLevel.NEUTRAL)


class PatternRow(QWidget):
    """How much, what, on which weekday.

    Signals
    -------
    chosen
        Level, what and weekday of a pattern to add; the weekday is empty for every day.
    """

    chosen = Signal(object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level, self.what, self.weekday = QComboBox(self), QComboBox(self), QComboBox(self)
        self.add_button = QPushButton(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.level, self.what, self.weekday, self.add_button):
            layout.addWidget(part)
        self.add_button.clicked.connect(self._choose)

    def offer(self, templates: Sequence[ShiftTemplate]) -> None:
        """Write what may be chosen in the window's language; stays at the same places."""
        for box, offered in (
            (self.level, [(level_word(level), level.name) for level in LEVELS]),
            (self.what, [(what_word(each, templates), each) for each in (*PATTERNS, *(each.id for each in templates))]),
            (self.weekday, [(when_word(each), each) for each in ("", *WEEKDAYS)]),
        ):
            place = max(box.currentIndex(), 0)
            with QSignalBlocker(box):
                box.clear()
                for text, data in offered:
                    box.addItem(text, data)
                box.setCurrentIndex(min(place, box.count() - 1))
        self.level.setAccessibleName(self.tr("How much"))
        self.what.setAccessibleName(self.tr("What"))
        self.weekday.setAccessibleName(self.tr("Weekday"))
        self.add_button.setText(self.tr("A&dd pattern"))

    def _choose(self) -> None:
        level = BidLevel[str(self.level.currentData())]
        self.chosen.emit(level, str(self.what.currentData()), str(self.weekday.currentData()))
