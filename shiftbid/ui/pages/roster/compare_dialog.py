"""Compares two versions of a roster, published ones or the draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from shiftbid.domain.roster import Assignment, Roster
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import hours_text
from shiftbid.ui.pages.roster.compare_presenter import compared
from shiftbid.ui.pages.roster.difference_table import difference_table
from shiftbid.ui.widgets.answer_dialog import AnswerDialog


class CompareDialog(AnswerDialog):
    """Two lists of versions, and a row a person's day that differs."""

    def __init__(
        self,
        versions: Sequence[Roster],
        draft: Sequence[Assignment] | None,
        names: Mapping[str, str],
        zone: str,
        appearance: Appearance,
        parent: QWidget,
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Compare versions"))
        self._names = names
        self.first, self.second = QComboBox(self), QComboBox(self)
        choices = QHBoxLayout()
        for text, box in ((self.tr("&From"), self.first), (self.tr("&To"), self.second)):
            label = QLabel(text, self)
            label.setBuddy(box)
            choices.addWidget(label)
            choices.addWidget(box)
            for version in versions:
                box.addItem(self.tr("Version {number}").format(number=version.version), version.assignments)
            if draft is not None:
                box.addItem(self.tr("Draft"), tuple(draft))
        choices.addStretch(1)
        self.table = difference_table(zone, appearance, self)
        self.column.addLayout(choices)
        self.column.addWidget(self.table)
        self.first.setCurrentIndex(max(0, self.first.count() - 2))
        self.second.setCurrentIndex(self.second.count() - 1)
        self.first.currentIndexChanged.connect(self._compare)
        self.second.currentIndexChanged.connect(self._compare)
        self._compare()

    def _compare(self) -> None:
        comparison = compared(self.first.currentData(), self.second.currentData(), self._names)
        self.table.set_records(comparison.cells)
        if not comparison.cells:
            self.sentence.setText(self.tr("These versions are equal."))
            return
        sign = "+" if comparison.minutes > 0 else "−" if comparison.minutes < 0 else "±"
        self.sentence.setText(
            self.tr("Days that differ: {days}, of people: {people}; {sign}{hours} h in all.").format(
                days=len(comparison.cells),
                people=comparison.people,
                sign=sign,
                hours=hours_text(abs(comparison.minutes)),
            )
        )
