"""My data: everything that is stored about the person, who read it, and who can."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QSplitter, QWidget
from typing_extensions import override

from shiftbid.domain.data_reading import READINGS_KEPT_DAYS
from shiftbid.services.own_orders import ExportOwnData
from shiftbid.services.own_view import OwnView
from shiftbid.services.reading_record import DayReading
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.my_data.facts import Fact, facts
from shiftbid.ui.pages.my_data.reader_words import kinds_text, reader_role_word, reading_moment_text
from shiftbid.ui.pages.own_page import OwnPage
from shiftbid.ui.pages.page import Ask
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.widgets.titled_part import TitledPart

VALUE, KINDS = 1, 3


class MyDataPage(OwnPage):
    """A list of facts, below it who read them, and sentences on what is noted and who may read."""

    name = PageName.MY_DATA

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._stored, self._seen = TitledPart(self.content), TitledPart(self.content)
        self.table: RecordTable[Fact] = RecordTable(
            (
                Column(lambda: self.tr("What"), lambda each: each.what),
                Column(lambda: self.tr("Stored"), lambda each: each.value),
            ),
            VALUE,
            appearance,
            self._stored,
        )
        self.readers: RecordTable[DayReading] = RecordTable(self._reader_columns(), KINDS, appearance, self._seen)
        self._noted, self._may_read = Sentence(self._seen), Sentence(self.content)
        self.export_button = QPushButton(self.content)
        self.export_action = QAction(self)
        self.addAction(self.export_action)
        self._lay_out()
        self.export_button.clicked.connect(self.export_action.trigger)
        self.export_action.triggered.connect(self._choose_file)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._stored.heading.setText(self.tr("What is stored about me"))
        self.table.setAccessibleName(self.tr("What is stored about me"))
        self._seen.heading.setText(self.tr("Who saw it"))
        self.readers.setAccessibleName(self.tr("Who saw it"))
        self.export_action.setText(self.tr("Save &my data …"))
        self.export_button.setText(self.export_action.text())
        self._may_read.setText(
            self.tr(
                "Managers and payroll clerks can read all of this. Nobody reads what lies in a ballot or bid before "
                "the close, and never whose ballot was which; PINs are stored as hashes only. Rosters and the public "
                "record of rounds hold your number, shifts and, after the close, your wishes. Of each answer to a "
                "request it is kept who gave it and when. Offers, exchanges, proposals and comments are read by "
                "everybody of the hall, with your name."
            )
        )

    @override
    def set_working(self, under_way: bool) -> None:
        self.export_action.setEnabled(not under_way)
        self.export_button.setEnabled(not under_way)

    @override
    def fill(self, shown: OwnView) -> None:
        self.table.set_records(tuple(facts(shown)))
        self.readers.set_records(shown.readers)
        self.readers.setVisible(bool(shown.readers))
        noted = self.tr(
            "Each manager, payroll clerk or command that is given data of yours to read is noted once a day for each "
            "kind of data, with the time of the first reading, and kept for {days} days. A window that opens the plan "
            "of your hall is given all of it, whatever page is looked at. What everybody of the hall may see is not "
            "noted: the roster’s shifts, offers, exchanges and public records."
        ).format(days=READINGS_KEPT_DAYS)
        nobody = self.tr("Nobody else has read your data in the last {days} days.").format(days=READINGS_KEPT_DAYS)
        self._noted.setText(noted if shown.readers else f"{nobody} {noted}")

    def _reader_columns(self) -> tuple[Column[DayReading], ...]:
        return (
            Column(
                lambda: self.tr("When first that day"),
                lambda each: reading_moment_text(each.at, self.shown.hall.zone if self.shown else "UTC"),
                lambda each: each.at,
            ),
            Column(lambda: self.tr("Who"), lambda each: each.name),
            Column(lambda: self.tr("As"), lambda each: reader_role_word(each.role)),
            Column(lambda: self.tr("What they read"), lambda each: kinds_text(each.kinds)),
        )

    def _choose_file(self) -> None:
        if self.shown is None:
            return
        suggested = f"my-data-{self.shown.person.id}-{self.shown.on}.json"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save my data"), suggested, "JSON (*.json)")
        if path:
            self.asked.emit(Ask(ExportOwnData(Path(path)), self._tell_written))

    def _tell_written(self, file: Path) -> None:
        self.told.emit(self.tr("Written: {file}").format(file=file))

    def _lay_out(self) -> None:
        self._stored.column.addWidget(self.table, 1)
        self._seen.column.addWidget(self.readers, 1)
        self._seen.column.addWidget(self._noted)
        parts = QSplitter(Qt.Orientation.Vertical, self.content)
        parts.addWidget(self._stored)
        parts.addWidget(self._seen)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setChildrenCollapsible(False)
        bottom = QHBoxLayout()
        bottom.addWidget(self._may_read, 1)
        bottom.addWidget(self.export_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addWidget(parts, 1)
        self.column.addLayout(bottom)
