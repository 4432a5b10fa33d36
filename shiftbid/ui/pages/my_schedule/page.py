"""My schedule: the person's own shifts as a month and as a list, and as a calendar file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QSplitter, QWidget
from typing_extensions import override

from shiftbid.services.own_orders import ExportOwnCalendar
from shiftbid.services.own_view import OwnView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import (
    clock_span_text,
    day_text,
    hours_text,
    long_day_text,
    month_and_year_text,
    rules_language,
)
from shiftbid.ui.pages.my_schedule.month_grid import MonthGrid
from shiftbid.ui.pages.my_schedule.presenter import OwnShift, ScheduleSheet, months_of, schedule_sheet
from shiftbid.ui.pages.own_page import OwnPage
from shiftbid.ui.pages.page import Ask
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.template_names import name_beside_hours
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.widgets.tile_table import TileTable

ROW_HEIGHT, NARROWEST, WIDEST = 62, 58, 150
TEMPLATE = 2


class MySchedulePage(OwnPage):
    """A month chosen above, its weeks at the left, its shifts at the right."""

    name = PageName.MY_SCHEDULE

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.sheet: ScheduleSheet | None = None
        self._summary = Sentence(self.content)
        self._month_label, self.month = QLabel(self.content), QComboBox(self.content)
        self._month_label.setBuddy(self.month)
        self.month.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.export_button = QPushButton(self.content)
        self.export_action = QAction(self)
        self.addAction(self.export_action)
        self.grid = TileTable(appearance, self.content)
        self.grid.set_cell_size(ROW_HEIGHT, NARROWEST, WIDEST)
        self.table: RecordTable[OwnShift] = RecordTable(self._columns(), TEMPLATE, appearance, self.content)
        self._lay_out()
        self.month.currentIndexChanged.connect(self._show_month)
        self.export_button.clicked.connect(self.export_action.trigger)
        self.export_action.triggered.connect(self._choose_file)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._month_label.setText(self.tr("&Month"))
        self.month.setAccessibleName(self.tr("Month shown"))
        self.export_action.setText(self.tr("Save as &calendar file …"))
        self.export_button.setText(self.export_action.text())
        self.grid.setAccessibleName(self.tr("My month"))
        self.table.setAccessibleName(self.tr("My shifts of the month"))

    @override
    def set_working(self, under_way: bool) -> None:
        self.export_action.setEnabled(not under_way)
        self.export_button.setEnabled(not under_way)

    @override
    def fill(self, shown: OwnView) -> None:
        if not shown.rosters:
            self.show_nothing(
                self.tr("No roster to show"),
                self.tr("Your shifts of the last three months, and all that are published for later, appear here."),
            )
            return
        months = months_of(shown)
        kept = self.sheet.month if self.sheet and self.sheet.month in months else shown.on.replace(day=1)
        with QSignalBlocker(self.month):
            self.month.clear()
            self.month.addItems([month_and_year_text(each) for each in months])
            self.month.setCurrentIndex(months.index(kept))
        self._show_month()

    @property
    def _chosen(self) -> date:
        assert self.shown is not None
        return months_of(self.shown)[max(self.month.currentIndex(), 0)]

    def _show_month(self) -> None:
        view = self.shown
        if view is None:
            return
        sheet = self.sheet = schedule_sheet(view, self._chosen, QLocale().firstDayOfWeek().value - 1)
        self.grid.set_grid(MonthGrid(sheet.weeks, view.hall.zone, self.appearance.theme))
        self.table.set_records(sheet.shifts)
        words = self.tr("Shifts: {shifts} · {hours} h paid").format(
            shifts=len(sheet.shifts), hours=hours_text(sheet.paid_minutes)
        )
        coming = sheet.next_shift
        if coming is not None:
            words += " · " + self.tr("next: {day}, {times}").format(
                day=long_day_text(coming.day), times=clock_span_text(coming, view.hall.zone)
            )
        self._summary.setText(words)

    def _choose_file(self) -> None:
        view = self.shown
        roster = next(
            (
                each
                for each in reversed(view.rosters if view else ())
                if each.period.first.replace(day=1) <= self._chosen <= each.period.last
            ),
            None,
        )
        if view is None or roster is None:
            self.told.emit(self.tr("Nothing is planned for this month yet."))
            return
        suggested = f"{view.person.id}-{roster.period.first}.ics"
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save my shifts as a calendar file"), suggested, "iCalendar (*.ics)"
        )
        if path:
            order = ExportOwnCalendar(view.hall.id, roster.period, Path(path), rules_language())
            self.asked.emit(Ask(order, self._tell_written))

    def _tell_written(self, file: Path) -> None:
        self.told.emit(self.tr("Written: {file}").format(file=file))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._summary, 1)
        top.addWidget(self._month_label)
        top.addWidget(self.month)
        top.addWidget(self.export_button)
        parts = QSplitter(Qt.Orientation.Horizontal, self.content)
        parts.addWidget(self.grid)
        parts.addWidget(self.table)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setChildrenCollapsible(False)
        self.column.addLayout(top)
        self.column.addWidget(parts, 1)

    def _columns(self) -> tuple[Column[OwnShift], ...]:
        return (
            Column(
                lambda: QCoreApplication.translate("MySchedule", "Day"),
                lambda each: ("▶ " if each.is_next else "") + day_text(each.shift.day),
                lambda each: each.shift.span.start,
            ),
            Column(
                lambda: QCoreApplication.translate("MySchedule", "From – until"),
                lambda each: clock_span_text(each.shift, self.shown.hall.zone if self.shown else "UTC"),
            ),
            Column(
                lambda: QCoreApplication.translate("MySchedule", "Shift"),
                lambda each: name_beside_hours(each.shift.template),
            ),
            Column(
                lambda: QCoreApplication.translate("MySchedule", "h"),
                lambda each: hours_text(each.shift.paid_minutes),
                lambda each: each.shift.paid_minutes,
                number=True,
            ),
            Column(
                lambda: QCoreApplication.translate("MySchedule", "Version"),
                lambda each: str(each.version),
                lambda each: each.version,
                number=True,
            ),
        )
