"""Picks a day of the period: a list with a button before and after it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget
from typing_extensions import override

from shiftbid.ui.locale_text import day_text
from shiftbid.ui.widgets.day_header import DayMark

DAY_LETTERS = 14


class DayChoice(QWidget):
    """The day shown, by its place in the period.

    Signals
    -------
    day_chosen
        Place of the day in the period.
    """

    day_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self._before = QToolButton(self)
        self._before.setArrowType(Qt.ArrowType.LeftArrow)
        self._list = QComboBox(self)
        # As wide as a day; a holiday's name is read in the list, and in full on the day itself.
        self._list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._list.setMinimumContentsLength(DAY_LETTERS)
        self._after = QToolButton(self)
        self._after.setArrowType(Qt.ArrowType.RightArrow)
        self._label.setBuddy(self._list)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._label, self._before, self._list, self._after):
            layout.addWidget(part)
        for button in (self._before, self._after):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._before.clicked.connect(lambda: self.choose(self.place - 1))
        self._after.clicked.connect(lambda: self.choose(self.place + 1))
        self._list.currentIndexChanged.connect(self._announce)
        self._retranslate()

    @property
    def place(self) -> int:
        """Place of the day chosen, from 0; -1 where there is none."""
        return self._list.currentIndex()

    def set_days(self, marks: Sequence[DayMark]) -> None:
        """Offer other days; stays at the same place where there is one."""
        place = max(self.place, 0)
        with QSignalBlocker(self._list):
            self._list.clear()
            for mark in marks:
                self._list.addItem(f"{day_text(mark.day)} · {mark.holiday}" if mark.holiday else day_text(mark.day))
            self._list.setCurrentIndex(min(place, len(marks) - 1))
        self._list.view().setMinimumWidth(self._list.view().sizeHintForColumn(0))
        self._allow()

    def choose(self, place: int) -> None:
        """Choose a day by its place."""
        if 0 <= place < self._list.count():
            self._list.setCurrentIndex(place)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _announce(self, place: int) -> None:
        self._allow()
        self.day_chosen.emit(place)

    def _allow(self) -> None:
        self._before.setEnabled(self.place > 0)
        self._after.setEnabled(self.place < self._list.count() - 1)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("&Day"))
        self._list.setAccessibleName(self.tr("Day"))
        for button, words in ((self._before, self.tr("Day before")), (self._after, self.tr("Day after"))):
            button.setToolTip(words)
            button.setAccessibleName(words)
