"""The TOIL page: everybody's balance, and the statement of the person chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import duration_text, long_day_text
from shiftbid.ui.pages.page import Page, Place
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.toil.columns import BALANCES, WIDE_OF_BALANCES
from shiftbid.ui.pages.toil.presenter import BalanceRecord, ToilSheet, toil_sheet
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.widgets.statement_tables import StatementTables


class ToilPage(Page):
    """Balances above; below, what is left of which lot until when, and every entry with the balance after it."""

    name = PageName.TOIL

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.sheet: ToilSheet | None = None
        self._summary = Sentence(self.content)
        self.balances = RecordTable(BALANCES, WIDE_OF_BALANCES, appearance, self.content)
        self._person = QLabel(self.content)
        self.statement = StatementTables(appearance, self.content)
        self.lots, self.entries = self.statement.lots, self.statement.entries
        self._lay_out()
        self.balances.record_entered.connect(self._tell)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.balances.setAccessibleName(self.tr("Balances of time off in lieu"))
        self.lots.setAccessibleName(self.tr("What is left of the person's lots"))
        self.entries.setAccessibleName(self.tr("The person's journal"))

    @override
    def fill(self, shown: HallView) -> None:
        sheet = self.sheet = toil_sheet(shown)
        if not sheet.people:
            self.show_nothing(
                self.tr("No time off in lieu"), self.tr("Balances appear as soon as somebody is on the staff list.")
            )
            return
        self._summary.setText(
            self.tr("{total} of time off in lieu on {day} · {soon} of it expires within 30 days").format(
                total=duration_text(sheet.minutes),
                day=long_day_text(sheet.on),
                soon=duration_text(sheet.soon_minutes),
            )
        )
        self.balances.set_records(sheet.people)
        self._tell(self.balances.current())

    @override
    def reveal(self, place: Place) -> None:
        if self.sheet is not None:
            row = self.balances.sorted.mapFromSource(self.balances.records.index(self.sheet.row_of(place.employee), 0))
            self.balances.setCurrentIndex(row)
            self.balances.scrollTo(row)

    def _lay_out(self) -> None:
        font = self._person.font()
        font.setBold(True)
        self._person.setFont(font)
        splitter = QSplitter(Qt.Orientation.Vertical, self.content)
        lower = QWidget(self.content)
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 4, 0, 0)
        below.addWidget(self._person)
        below.addWidget(self.statement, 1)
        splitter.addWidget(self.balances)
        splitter.addWidget(lower)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setChildrenCollapsible(False)
        self.column.addWidget(self._summary)
        self.column.addWidget(splitter, 1)

    def _tell(self, record: BalanceRecord | None) -> None:
        if record is None:
            return
        self._person.setText(
            self.tr("Statement of {name}: {balance}").format(name=record.name, balance=duration_text(record.minutes))
        )
        self.statement.show_statement(record.lots, record.entries)
