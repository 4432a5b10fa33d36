"""Lets a person choose among shifts: one, or as many as may be named together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractItemView, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from shiftbid.domain.shift import Shift
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import clock_span_text, day_text
from shiftbid.ui.template_names import name_beside_hours
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence

HOLDER = 3
WIDTH, HEIGHT = 640, 460


@dataclass(frozen=True, slots=True)
class ShiftChoice:
    """A shift that may be chosen.

    Attributes
    ----------
    holder
        Employee id of the person who has it; empty where that makes no difference.
    holder_text
        What stands beside it.
    """

    shift: Shift
    holder: str
    holder_text: str


class ShiftChoiceDialog(QDialog):
    """A table to filter; with `most` above one several rows are chosen with Space or the pointer."""

    def __init__(
        self,
        title: str,
        sentence: str,
        choices: Sequence[ShiftChoice],
        zone: str,
        appearance: Appearance,
        parent: QWidget,
        *,
        most: int,
    ) -> None:
        super().__init__(parent)
        self._most = most
        self._sentence = Sentence(self)
        self._sentence.setText(sentence)
        self.filter_text = QLineEdit(self)
        self.filter_text.setClearButtonEnabled(True)
        self.filter_text.setPlaceholderText(self.tr("Filter: day, shift or name"))
        self.filter_text.setAccessibleName(self.tr("Filter the shifts"))
        self.table: RecordTable[ShiftChoice] = RecordTable(
            (
                Column(
                    lambda: self.tr("Day"),
                    lambda each: day_text(each.shift.day),
                    lambda each: each.shift.span.start,
                ),
                Column(lambda: self.tr("Shift"), lambda each: name_beside_hours(each.shift.template)),
                Column(lambda: self.tr("Hours"), lambda each: clock_span_text(each.shift, zone)),
                Column(lambda: self.tr("Who has it"), lambda each: each.holder_text),
            ),
            HOLDER,
            appearance,
            self,
        )
        self.table.setAccessibleName(self.tr("Shifts to choose from"))
        if most > 1:
            self.table.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.table.set_records(choices)
        self.table.clearSelection()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.filter_text.textChanged.connect(self.table.filter)
        self.table.selectionModel().selectionChanged.connect(self._judge)
        layout = QVBoxLayout(self)
        for part in (self._sentence, self.filter_text, self.table, self.buttons):
            layout.addWidget(part)
        self.setWindowTitle(title)
        self.resize(WIDTH, HEIGHT)
        self._judge()

    @property
    def chosen(self) -> tuple[ShiftChoice, ...]:
        """What is chosen, in the order of the rows."""
        rows = self.table.selectionModel().selectedRows()
        places = sorted(self.table.sorted.mapToSource(index).row() for index in rows)
        return tuple(self.table.records.record_at(place) for place in places)

    def _judge(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(0 < len(self.chosen) <= self._most)
