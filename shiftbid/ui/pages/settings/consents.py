"""Consents and approvals: what people, agreements and authorities allow beyond the law's usual limits."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtWidgets import QComboBox, QDateEdit, QDialog, QDialogButtonBox, QFileDialog, QFormLayout, QWidget
from typing_extensions import override

from shiftbid.domain.staff import EVERYBODY, Consent, ConsentKind
from shiftbid.services.hall_settings import HallSettings
from shiftbid.services.settings_orders import LoadConsents, RecordConsent
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import short_date_text
from shiftbid.ui.pages.settings.panel import SettingsPanel
from shiftbid.ui.pages.settings.words import consent_word, rule_title
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable

RULE = 1


class ConsentsPanel(SettingsPanel):
    """Everything on record for the hall's staff list; recorded one by one, or read from a file."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: RecordTable[Consent] = RecordTable(self._columns(), RULE, appearance, self)
        self.column.addWidget(self.table, 1)
        self.record = self.add_button(self._ask_consent)
        self.load = self.add_button(self._choose_file)
        self.end_with_buttons()

    @override
    def tab_title(self) -> str:
        return self.tr("Consents an&d approvals")

    @override
    def retranslate(self) -> None:
        self.sentence.setText(
            self.tr(
                "What stands here is obeyed by the next plan and shown with its findings. A new record takes the place "
                "of what stood for the same person and rule, so that one can be corrected or ended early."
            )
        )
        self.table.setAccessibleName(self.tr("Consents and approvals on record"))
        self.record.setText(self.tr("&Make a record …"))
        self.load.setText(self.tr("Read a &file …"))

    @override
    def fill(self, settings: HallSettings) -> None:
        self.settings = settings
        self.table.set_records(settings.consents)

    def _ask_consent(self) -> None:
        if self.settings is not None:
            dialog = ConsentDialog(self.settings, self)
            dialog.accepted.connect(lambda: self._record(dialog.consent))
            dialog.open()

    def _record(self, consent: Consent) -> None:
        if self.settings is not None:
            self.order(RecordConsent(self.settings.hall.id, consent), self.tr("Recorded"))

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Consents and approvals"), "", self.tr("Tables (*.csv *.xlsx)")
        )
        if path:
            self.read(path)

    def read(self, path: str) -> None:
        """Ask for a file to be taken in."""
        if self.settings is not None:
            self.order(LoadConsents(self.settings.hall.id, Path(path)), self.tr("Read: {file}").format(file=path))

    def _columns(self) -> tuple[Column[Consent], ...]:
        return (
            Column(lambda: QCoreApplication.translate("Settings", "Person"), self._person_text),
            Column(lambda: QCoreApplication.translate("Settings", "Rule"), self._rule_text),
            Column(
                lambda: QCoreApplication.translate("Settings", "Who allows it"), lambda each: consent_word(each.kind)
            ),
            Column(
                lambda: QCoreApplication.translate("Settings", "From"),
                lambda each: short_date_text(each.first),
                lambda each: each.first.toordinal(),
            ),
            Column(
                lambda: QCoreApplication.translate("Settings", "Until"),
                lambda each: short_date_text(each.last),
                lambda each: each.last.toordinal(),
            ),
        )

    def _person_text(self, consent: Consent) -> str:
        if consent.employee == EVERYBODY:
            return QCoreApplication.translate("Settings", "everybody")
        people = self.settings.people if self.settings else {}
        return people.get(consent.employee, consent.employee)

    def _rule_text(self, consent: Consent) -> str:
        return rule_title(self.settings.pack, consent.rule) if self.settings else consent.rule


class ConsentDialog(QDialog):
    """Person, rule, who allows it, and from when to when."""

    def __init__(self, settings: HallSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self.person, self.rule, self.kind = QComboBox(self), QComboBox(self), QComboBox(self)
        self.person.addItem(QCoreApplication.translate("Settings", "everybody"), EVERYBODY)
        for each, name in settings.people.items():
            self.person.addItem(f"{name}, {each}", each)
        for rule in settings.pack.rules:
            self.rule.addItem(f"{rule_title(settings.pack, rule.id)} ({rule.article})", rule.id)
        for kind in ConsentKind:
            self.kind.addItem(consent_word(kind), kind.value)
        first = QDate(settings.on.year, settings.on.month, settings.on.day)
        self.first, self.last = QDateEdit(first, self), QDateEdit(first.addYears(1).addDays(-1), self)
        for day in (self.first, self.last):
            day.setCalendarPopup(True)
            day.setLocale(QLocale())
            day.setDisplayFormat(self.tr("ddd d MMM yyyy", "Qt date format"))
            day.dateChanged.connect(self._judge)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(self.tr("&Person"), self.person)
        form.addRow(self.tr("&Rule"), self.rule)
        form.addRow(self.tr("&Who allows it"), self.kind)
        form.addRow(self.tr("&From"), self.first)
        form.addRow(self.tr("&Until, included"), self.last)
        form.addRow(self.buttons)
        self.rule.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setWindowTitle(self.tr("Record a consent or approval"))
        self.setMinimumWidth(560)

    @property
    def consent(self) -> Consent:
        """What was chosen."""
        return Consent(
            self.person.currentData(),
            self.rule.currentData(),
            _day(self.first),
            _day(self.last),
            ConsentKind(self.kind.currentData()),
        )

    def _judge(self) -> None:
        in_order = self.first.date() <= self.last.date()
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(in_order)


def _day(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())
