"""The payroll page: what the period pays, what changed since it was last closed, closing and export."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from shiftbid.domain.pay import PayClass
from shiftbid.domain.pay_run import PayRun
from shiftbid.services.desk_orders import PAYROLL_FORMS, ClosePay, ExportPay, ReopenPay
from shiftbid.services.exports import ExportReport
from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import period_text, short_date_text
from shiftbid.ui.pages.page import Ask, Page
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.payroll.columns import CHANGES, PAY, amount_text
from shiftbid.ui.pages.payroll.export_dialog import ExportDialog
from shiftbid.ui.pages.payroll.presenter import PaySheet, pay_sheet
from shiftbid.ui.terms import pay_class_word
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence

PERSON = 0


class PayrollPage(Page):
    """Minutes by person and pay class; below, the changes against the last run once there is one."""

    name = PageName.PAYROLL

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.sheet: PaySheet | None = None
        self._working = False
        self._state, self._totals = Sentence(self.content), Sentence(self.content)
        self.close_button, self.export_button = QPushButton(self.content), QPushButton(self.content)
        self.reopen_button = QPushButton(self.content)
        self.table = RecordTable(PAY, PERSON, appearance, self.content)
        self._changes_label = QLabel(self.content)
        self.changes = RecordTable(CHANGES, PERSON, appearance, self.content)
        self._lower = QWidget(self.content)
        self._lay_out()
        self.close_button.clicked.connect(self._confirm_closing)
        self.export_button.clicked.connect(self._ask_export)
        self.reopen_button.clicked.connect(self._ask_reason)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.close_button.setText(self.tr("Close the peri&od …"))
        self.export_button.setText(self.tr("E&xport …"))
        self.reopen_button.setText(self.tr("Open it a&gain …"))
        self._changes_label.setText(self.tr("Changes against the last run"))
        self.table.setAccessibleName(self.tr("Pay by person and class, in hours and minutes"))
        self.changes.setAccessibleName(self.tr("Changes against the last run"))

    @override
    @staticmethod
    def reckon(shown: HallView) -> PaySheet | None:
        return pay_sheet(shown)

    @override
    def fill(self, shown: HallView) -> None:
        sheet: PaySheet | None = self.reckoned(shown)
        self.sheet = sheet
        self.set_working(self._working)
        if sheet is None:
            self.show_nothing(self.tr("The pay of this period cannot be reckoned"), shown.pay_problem)
            return
        self._state.setText(self._state_text(sheet))
        self._totals.setText(
            " · ".join(f"{pay_class_word(each)} {amount_text(each, total)}" for each, total in sheet.classes.items())
        )
        self.table.set_records(sheet.people)
        for place, pay_class in enumerate(PayClass, start=1):
            self.table.setColumnHidden(place, pay_class not in sheet.classes)
        self._lower.setVisible(bool(sheet.changes))
        self.changes.set_records(sheet.changes)

    @override
    def set_working(self, under_way: bool) -> None:
        self._working = under_way
        self.close_button.setEnabled(not under_way and self.sheet is not None and not self.sheet.locked)
        self.export_button.setEnabled(not under_way and self.sheet is not None)
        self.reopen_button.setVisible(self.sheet is not None and self.sheet.locked)
        self.reopen_button.setEnabled(not under_way)

    def _lay_out(self) -> None:
        font = self._state.font()
        font.setBold(True)
        self._state.setFont(font)
        self._changes_label.setFont(font)
        top = QHBoxLayout()
        top.addWidget(self._state, 1)
        top.addWidget(self.close_button)
        top.addWidget(self.reopen_button)
        top.addWidget(self.export_button)
        below = QVBoxLayout(self._lower)
        below.setContentsMargins(0, 4, 0, 0)
        below.addWidget(self._changes_label)
        below.addWidget(self.changes, 1)
        splitter = QSplitter(Qt.Orientation.Vertical, self.content)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self._lower)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.column.addLayout(top)
        self.column.addWidget(self._totals)
        self.column.addWidget(splitter, 1)

    def _state_text(self, sheet: PaySheet) -> str:
        last = sheet.last
        if last is None:
            words = self.tr("Not closed yet: pay as it stands now")
        elif last.is_locked:
            words = self.tr("Closed: run {number}, by {by} on {day}")
        else:
            words = self.tr("Open again since run {number}: pay as it stands now")
        text = words.format(
            number=last.number if last else 0,
            by=last.closed_by if last else "",
            day=_closed_on(last) if last else "",
        )
        clocked = self.tr("planned but not clocked: {missing}, clocked but not planned: {unplanned}")
        if not (sheet.missing or sheet.unplanned):
            return text
        return f"{text} · {clocked.format(missing=sheet.missing, unplanned=sheet.unplanned)}"

    def _confirm_closing(self) -> None:
        if self.shown is None:
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Close the period"))
        period = period_text(self.shown.publication.roster.period)
        box.setText(self.tr("Close the pay of {period}?").format(period=period))
        box.setInformativeText(
            self.tr("What is paid is locked. A later correction is a run of its own, which pays the difference.")
        )
        close = box.addButton(self.tr("Close the period"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        close.clicked.connect(self.close_period)
        box.open()

    def close_period(self) -> None:
        """Ask for the period's pay to be locked."""
        if self.shown is not None:
            publication = self.shown.publication
            self.asked.emit(Ask(ClosePay(publication.hall.id, publication.roster.period), self._closed))

    def _closed(self, run: PayRun) -> None:
        self.told.emit(self.tr("Closed as run {number}").format(number=run.number))
        self.changed.emit()

    def _ask_reason(self) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Open the period again"))
        dialog.setLabelText(self.tr("Why? The reason is kept with the run; what was paid stays on record."))
        dialog.setOkButtonText(self.tr("Open it again"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(self.reopen_period)
        dialog.open()

    def reopen_period(self, reason: str) -> None:
        """Ask for a locked period to be opened again."""
        if self.shown is not None:
            publication = self.shown.publication
            order = ReopenPay(publication.hall.id, publication.roster.period, reason)
            self.asked.emit(Ask(order, self._reopened))

    def _reopened(self, run: PayRun) -> None:
        self.told.emit(self.tr("Run {number} is open again").format(number=run.number))
        self.changed.emit()

    def _ask_export(self) -> None:
        dialog = ExportDialog(PAYROLL_FORMS, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(
            lambda: self.export(dialog.form.currentText(), Path(dialog.folder.text()), dialog.codes_file)
        )
        dialog.open()

    def export(self, form: str, folder: Path, codes: Path | None) -> None:
        """Ask for the files of a payroll program."""
        if self.shown is not None:
            publication = self.shown.publication
            order = ExportPay(publication.hall.id, publication.roster.period, form, folder, codes)
            self.asked.emit(Ask(order, self._exported))

    def _exported(self, report: ExportReport) -> None:
        self.told.emit(self.tr("Written: {files}").format(files=", ".join(str(each) for each in report.files)))


def _closed_on(run: PayRun) -> str:
    return short_date_text(datetime.fromtimestamp(run.closed_at, UTC).date())
