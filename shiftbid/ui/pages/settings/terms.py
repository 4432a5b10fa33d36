"""The terms: what the hall has agreed beyond the law for exchanges, rosters, appeals and rounds."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QSpinBox, QWidget
from typing_extensions import override

from shiftbid.domain.hall_terms import MINUTES_PER_HOUR, HallTerms
from shiftbid.services.hall_settings import HallSettings
from shiftbid.services.settings_orders import ChangeTerms
from shiftbid.ui.pages.settings.panel import SettingsPanel
from shiftbid.ui.widgets.method_choice import MethodChoice

MOST_NOTICE_DAYS = 180
MOST_APPEAL_HOURS = 24 * 60


class TermsPanel(SettingsPanel):
    """Terms hold for what is opened afterwards; what is under way keeps those it was opened with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.approves, self.method = QCheckBox(self), MethodChoice(self)
        self.notice, self.urgent, self.appeal = (QSpinBox(self) for _ in range(3))
        self.notice.setRange(0, MOST_NOTICE_DAYS)
        for hours in (self.urgent, self.appeal):
            hours.setRange(1, MOST_APPEAL_HOURS)
        # The others are never decided sooner than the urgent ones.
        self.urgent.valueChanged.connect(self.appeal.setMinimum)
        self._labels = {part: QLabel(self) for part in (self.notice, self.urgent, self.appeal, self.method.box)}
        form = QFormLayout()
        form.addRow(self.approves)
        for part, label in self._labels.items():
            label.setBuddy(part)
            form.addRow(label, self.method if part is self.method.box else part)
        self.column.addLayout(form)
        self.change = self.add_button(self._change)
        self.end_with_buttons()
        self.column.addStretch(1)

    @property
    def terms(self) -> HallTerms:
        """What is chosen."""
        return HallTerms(
            manager_approves=self.approves.isChecked(),
            urgent_appeal_minutes=self.urgent.value() * MINUTES_PER_HOUR,
            appeal_minutes=self.appeal.value() * MINUTES_PER_HOUR,
            notice_days=self.notice.value(),
            round_method=self.method.method,
        )

    @override
    def tab_title(self) -> str:
        return self.tr("Ter&ms")

    @override
    def retranslate(self) -> None:
        self.sentence.setText(
            self.tr(
                "What the hall has agreed beyond the law. It holds for what is opened from now on, and every change "
                "goes on record."
            )
        )
        self.approves.setText(self.tr("A mana&ger approves exchanges of shifts after everybody has agreed"))
        for part, text in (
            (self.notice, self.tr("A roster is &known before its period by")),
            (self.urgent, self.tr("&Urgent appeals are decided within")),
            (self.appeal, self.tr("Other appeals are decided wi&thin")),
            (self.method.box, self.tr("Rounds are awarded b&y")),
        ):
            self._labels[part].setText(text)
            part.setAccessibleName(text.replace("&", ""))
        self.notice.setSuffix(self.tr(" days"))
        self.notice.setSpecialValueText(self.tr("nothing agreed"))
        for hours in (self.urgent, self.appeal):
            hours.setSuffix(self.tr(" h"))
        self.method.retranslate()
        self.change.setText(self.tr("Agree on this &from now on"))

    @override
    def fill(self, settings: HallSettings) -> None:
        self.settings = settings
        terms = settings.terms
        self.approves.setChecked(terms.manager_approves)
        self.notice.setValue(terms.notice_days)
        self.urgent.setValue(terms.urgent_appeal_minutes // MINUTES_PER_HOUR)
        self.appeal.setValue(terms.appeal_minutes // MINUTES_PER_HOUR)
        self.method.choose(terms.round_method)

    def _change(self) -> None:
        if self.settings is not None:
            self.order(ChangeTerms(self.settings.hall.id, self.terms), self.tr("The hall has agreed on this now"))
