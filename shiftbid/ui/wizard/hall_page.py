"""The hall: its place, opening hours, counters and the waits it promises."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
    QWizardPage,
)
from typing_extensions import override

from shiftbid.domain.promise import Promise, PromiseKind
from shiftbid.services.set_up import HallForm, hall_problems
from shiftbid.ui.failure_words import told_failure
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.wizard.country_choice import CountryChoice
from shiftbid.ui.wizard.region_choice import RegionChoice

UNNAMED = "hall-1"


class HallPage(QWizardPage):
    """One form; what is wrong with it stands below as long as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("The hall"))
        self.setSubTitle(
            self.tr(
                "Its place decides holidays and working-time law. The promise can be changed on the page Settings, the "
                "rest with the command “shiftbid halls change”."
            )
        )
        self.name, self.short, self.zone = (QLineEdit(self) for _ in range(3))
        self.country, self.region = CountryChoice(self), RegionChoice(self)
        self.opening = QLineEdit(self.tr("mon-fri 09:00-17:00"), self)
        self.counters, self.minimum = QSpinBox(self), QSpinBox(self)
        self.service = QDoubleSpinBox(self)
        self.kind = QComboBox(self)
        self.share = QSpinBox(self)
        self.vip, self.regular, self.quiet = (QDoubleSpinBox(self) for _ in range(3))
        self._wrong = Sentence(self)
        self._short_typed = False
        self._fill()
        self._lay_out()
        self.name.textChanged.connect(self._suggest_short)
        self.short.textEdited.connect(self._keep_short)
        for line in (self.name, self.short, self.zone, self.opening):
            line.textChanged.connect(self._judge)
        self.country.currentTextChanged.connect(self._choose_country)
        self.region.currentTextChanged.connect(self._judge)
        self.kind.currentIndexChanged.connect(self._judge)

    @property
    def form(self) -> HallForm:
        """What was typed and chosen."""
        fresh = Promise()
        share = self.kind.currentData() == PromiseKind.SHARE.value
        return HallForm(
            id=self.short.text().strip(),
            name=self.name.text().strip(),
            country=self.country.code(),
            subdivision=self.region.code(),
            zone=self.zone.text().strip(),
            opening=self.opening.text(),
            promise=Promise(
                PromiseKind.SHARE if share else PromiseKind.MEAN,
                self.share.value() / 100 if share else fresh.level,
                self.vip.value(),
                self.regular.value(),
                self.quiet.value(),
            ),
            service_minutes=self.service.value(),
            counters=self.counters.value(),
            minimum_heads=self.minimum.value(),
        )

    @override
    def isComplete(self) -> bool:
        return not hall_problems(self.form)

    def _fill(self) -> None:
        promise = Promise()
        self.kind.addItem(self.tr("a share of customers waits no longer than"), PromiseKind.SHARE.value)
        self.kind.addItem(self.tr("customers wait on average no longer than"), PromiseKind.MEAN.value)
        self.share.setRange(1, 100)
        self.share.setValue(round(promise.level * 100))
        self.share.setSuffix(" %")
        for spin, value in (
            (self.vip, promise.vip_busy_minutes),
            (self.regular, promise.regular_busy_minutes),
            (self.quiet, promise.quiet_minutes),
            (self.service, 6.0),
        ):
            spin.setRange(0.5, 240)
            spin.setDecimals(1)
            spin.setValue(value)
            spin.setSuffix(self.tr(" min"))
        self.counters.setRange(1, 200)
        self.counters.setValue(6)
        self.minimum.setRange(0, 200)
        self.minimum.setValue(1)
        self.zone.setPlaceholderText(self.tr("that of the country, or a name such as Europe/Berlin"))
        self.region.offer(self.country.code())
        self.opening.setToolTip(self.tr("Such as mon-fri 09:00-17:00, sat 09:00-13:00. Days left out are closed."))

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        for words, parts in (
            (self.tr("N&ame"), (self.name,)),
            (self.tr("&Short name, in files"), (self.short,)),
            (self.tr("&Country"), (self.country,)),
            (self.tr("&Region"), (self.region,)),
            (self.tr("Time &zone"), (self.zone,)),
            (self.tr("&Opening hours"), (self.opening,)),
            (self.tr("Coun&ters"), (self.counters,)),
            (self.tr("People on duty, at &least"), (self.minimum,)),
            (self.tr("&Minutes for one customer"), (self.service,)),
            (self.tr("&Promise"), (self.kind, self.share)),
            (self.tr("… VIP customers in busy hours"), (self.vip,)),
            (self.tr("… other customers in busy hours"), (self.regular,)),
            (self.tr("… everybody in quiet hours"), (self.quiet,)),
        ):
            label = QLabel(words, self)
            label.setBuddy(parts[0])
            form.addRow(label, _beside(*parts))
        busy = Sentence(self)
        busy.setText(
            self.tr(
                "The promise decides how many people each hour needs. A busy hour is one of the hall’s fullest; which "
                "they are follows from the counts."
            )
        )
        form.addRow(busy)
        form.addRow(self._wrong)
        for part, words in (
            (self.country, self.tr("Country")),
            (self.region, self.tr("Part of the country")),
            (self.counters, self.tr("Counters")),
            (self.minimum, self.tr("Heads whenever the hall is open, at least")),
            (self.service, self.tr("Minutes of service of one customer")),
            (self.kind, self.tr("What is promised")),
            (self.share, self.tr("Share of customers in time")),
            (self.vip, self.tr("Longest wait of VIP customers in busy hours")),
            (self.regular, self.tr("Longest wait of other customers in busy hours")),
            (self.quiet, self.tr("Longest wait of everybody in quiet hours")),
        ):
            part.setAccessibleName(words)

    def _suggest_short(self, name: str) -> None:
        if not self._short_typed:
            self.short.setText(short_id(name))

    def _keep_short(self) -> None:
        self._short_typed = True

    def _choose_country(self) -> None:
        self.region.offer(self.country.code())
        self._judge()

    def _judge(self) -> None:
        self.share.setEnabled(self.kind.currentData() == PromiseKind.SHARE.value)
        wrong = hall_problems(self.form) if self.name.text() else ()
        self._wrong.setText("\n".join(told_failure(each.message) for each in wrong))
        self.completeChanged.emit()


def short_id(name: str) -> str:
    """An id made of a name: its Latin letters and digits in small letters, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or UNNAMED


def _beside(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for part in parts:
        row.addWidget(part, 1 if isinstance(part, QLineEdit) else 0)
    if not any(isinstance(part, QLineEdit) for part in parts):
        row.addStretch(1)
    return row
