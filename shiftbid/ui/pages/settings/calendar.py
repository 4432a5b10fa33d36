"""The calendar: public holidays and exchanged days as the latest official notices have them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from shiftbid.domain.calendar import NoticeDay
from shiftbid.services.hall_settings import HallSettings
from shiftbid.services.settings_orders import LoadNotice
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import day_text, period_text
from shiftbid.ui.pages.settings.panel import SettingsPanel
from shiftbid.ui.pages.settings.words import day_class_word
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence

NAME = 2


class CalendarPanel(SettingsPanel):
    """Days of the notices taken in, and the years whose days are computed until there is a notice."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: RecordTable[NoticeDay] = RecordTable(self._columns(), NAME, appearance, self)
        self.projected = Sentence(self)
        self.column.addWidget(self.projected)
        self.column.addWidget(self.table, 1)
        self.load = self.add_button(self._choose_file)
        self.end_with_buttons()

    @override
    def tab_title(self) -> str:
        return self.tr("&Official days")

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Days of the official notices"))
        self.load.setText(self.tr("Read an o&fficial notice …"))
        if self.settings is not None:
            self.fill(self.settings)

    @override
    def fill(self, settings: HallSettings) -> None:
        self.settings = settings
        self.table.set_records(settings.notice)
        years = sorted({each.day.year for each in settings.notice})
        if years:
            words = self.tr("Official notices were read for {years}. Other years come from the built-in calendar.")
            self.sentence.setText(words.format(years=", ".join(map(str, years))))
        else:
            self.sentence.setText(
                self.tr(
                    "No official notice was read: plans use the built-in calendar of the hall’s place. Where a "
                    "government announces each year’s days, years without a notice are projected, and the plan says so."
                )
            )

        self.projected.setText("\n".join(self._projected_lines(settings)))
        self.projected.setVisible(bool(settings.projected_years or settings.projected_plans))

    def _projected_lines(self, settings: HallSettings) -> Iterator[str]:
        if settings.projected_years:
            words = self.tr(
                "Projected: {years}. No official notice of these years is known yet: holidays are computed from the "
                "rule, and days exchanged for weekends are not known. Plans that reach into them may change with the "
                "notice; read it here as soon as it is published."
            )
            yield words.format(years=", ".join(map(str, settings.projected_years)))
        if settings.projected_plans:
            words = self.tr(
                "Planned on projected days: {periods}. Check these plans against the notice once it is read."
            )
            yield words.format(periods="; ".join(map(period_text, settings.projected_plans)))

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Official notice"), "", self.tr("Tables (*.csv *.xlsx)"))
        if path:
            self.read(path)

    def read(self, path: str) -> None:
        """Ask for a notice to be taken in."""
        if self.settings is not None:
            self.order(LoadNotice(self.settings.hall.id, Path(path)), self.tr("Read: {file}").format(file=path))

    def _columns(self) -> tuple[Column[NoticeDay], ...]:
        return (
            Column(
                lambda: QCoreApplication.translate("Settings", "Day"),
                lambda each: f"{day_text(each.day)} {each.day.year}",
                lambda each: each.day.toordinal(),
            ),
            Column(lambda: QCoreApplication.translate("Settings", "Is a"), lambda each: day_class_word(each.day_class)),
            Column(lambda: QCoreApplication.translate("Settings", "Name"), lambda each: each.name),
        )
