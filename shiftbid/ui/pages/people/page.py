"""The people page: the staff list; Enter leads to a person's statement of time off in lieu."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import day_text, duration_text, hours_text
from shiftbid.ui.pages.page import Page, Place
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.people.presenter import PersonRecord, StaffSheet, staff_sheet
from shiftbid.ui.terms import hours_system_word
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence

COLUMNS: tuple[Column[PersonRecord], ...] = (
    Column(lambda: QCoreApplication.translate("People", "Person"), lambda each: each.employee.name),
    Column(lambda: QCoreApplication.translate("People", "Number"), lambda each: each.employee.id),
    Column(
        lambda: QCoreApplication.translate("People", "Contract"),
        lambda each: hours_system_word(each.employee.system),
    ),
    Column(
        lambda: QCoreApplication.translate("People", "h a week"),
        lambda each: hours_text(each.employee.contract_minutes),
        lambda each: each.employee.contract_minutes,
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("People", "Skills"),
        lambda each: ", ".join(sorted(each.employee.skills)),
    ),
    Column(
        lambda: QCoreApplication.translate("People", "Shifts"),
        lambda each: str(each.shifts),
        lambda each: each.shifts,
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("People", "Planned h"),
        lambda each: hours_text(each.planned_minutes),
        lambda each: each.planned_minutes,
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("People", "Against contract"),
        lambda each: _signed(each.difference_minutes),
        lambda each: each.difference_minutes,
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("People", "Time off in lieu"),
        lambda each: duration_text(each.toil_minutes),
        lambda each: each.toil_minutes,
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("People", "Findings"),
        lambda each: str(each.findings) if each.findings else "",
        lambda each: each.findings,
        number=True,
    ),
)
SKILLS = 4


class PeoplePage(Page):
    """A table that sorts and filters."""

    name = PageName.PEOPLE

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._summary = Sentence(self.content)
        self._filter_label = QLabel(self.content)
        self.filter_text = QLineEdit(self.content)
        self.filter_text.setClearButtonEnabled(True)
        self.filter_text.setMinimumWidth(260)
        self._filter_label.setBuddy(self.filter_text)
        self.table = RecordTable(COLUMNS, SKILLS, appearance, self.content)
        self._hint = Sentence(self.content)
        top = QHBoxLayout()
        top.addWidget(self._summary, 1)
        top.addWidget(self._filter_label)
        top.addWidget(self.filter_text)
        self.column.addLayout(top)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._hint)
        self.filter_text.textChanged.connect(self.table.filter)
        self.table.record_activated.connect(self._open_statement)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(lambda: self.filter_text.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._filter_label.setText(self.tr("&Filter"))
        self.filter_text.setPlaceholderText(self.tr("Name, number or skill"))
        self.filter_text.setAccessibleName(self.tr("Filter the people"))
        self.table.setAccessibleName(self.tr("People"))
        self._hint.setText(self.tr("Double-click a person, or press Enter, for the statement of time off in lieu."))

    @override
    def fill(self, shown: HallView) -> None:
        sheet = staff_sheet(shown)
        if not sheet.people:
            self.show_nothing(
                self.tr("Nobody is on the staff list"), self.tr("Import one: shiftbid import staff --help")
            )
            return
        self._summary.setText(self._summary_text(sheet))
        self.table.set_records(sheet.people)

    def _summary_text(self, sheet: StaffSheet) -> str:
        return self.tr(
            "People: {people} · {planned} h planned of {contract} h contracted · time off in lieu {toil} on {day}"
        ).format(
            people=len(sheet.people),
            planned=hours_text(sheet.planned_minutes),
            contract=hours_text(sheet.contract_minutes),
            toil=duration_text(sheet.toil_minutes),
            day=day_text(sheet.on),
        )

    def _open_statement(self, record: PersonRecord | None) -> None:
        if record is not None and self.shown is not None:
            self.place_requested.emit(Place(PageName.TOIL, record.employee.id, self.shown.on))


def _signed(minutes: int) -> str:
    sign = "+" if minutes > 0 else "−" if minutes < 0 else ""
    return f"{sign}{hours_text(abs(minutes))}"
