"""The promise: how long customers of the hall may wait."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QLabel, QSpinBox, QWidget
from typing_extensions import override

from shiftbid.domain.promise import Promise, PromiseKind
from shiftbid.services.hall_settings import HallSettings
from shiftbid.services.settings_orders import ChangePromise
from shiftbid.ui.pages.settings.panel import SettingsPanel

LONGEST_MINUTES = 240.0
SHORTEST_MINUTES = 0.5


class PromisePanel(SettingsPanel):
    """What the next plan is made for; what is published keeps the promise that it was made for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.share = QComboBox(self), QSpinBox(self)
        self.vip, self.regular, self.quiet = (QDoubleSpinBox(self) for _ in range(3))
        self.kind.addItem("", PromiseKind.SHARE.value)
        self.kind.addItem("", PromiseKind.MEAN.value)
        self.share.setRange(1, 100)
        self.share.setSuffix(" %")
        for spin in (self.vip, self.regular, self.quiet):
            spin.setRange(SHORTEST_MINUTES, LONGEST_MINUTES)
            spin.setDecimals(1)
        self._labels = {part: QLabel(self) for part in (self.kind, self.share, self.vip, self.regular, self.quiet)}
        form = QFormLayout()
        for part, label in self._labels.items():
            label.setBuddy(part)
            form.addRow(label, part)
        self.column.addLayout(form)
        self.change = self.add_button(self._change)
        self.end_with_buttons()
        self.column.addStretch(1)
        self.kind.currentIndexChanged.connect(self._allow_share)

    @property
    def promise(self) -> Promise:
        """What is chosen."""
        kind = PromiseKind(self.kind.currentData())
        level = self.share.value() / 100 if kind is PromiseKind.SHARE else Promise().level
        return Promise(kind, level, self.vip.value(), self.regular.value(), self.quiet.value())

    @override
    def tab_title(self) -> str:
        return self.tr("Promi&se")

    @override
    def retranslate(self) -> None:
        self.sentence.setText(
            self.tr(
                "The next plan is made for this promise; what is published keeps the one it was made for. What a "
                "promise costs in heads and hours stands on the page Demand and in shiftbid what-if."
            )
        )
        self.kind.setItemText(0, self.tr("a share of customers waits no longer than"))
        self.kind.setItemText(1, self.tr("customers wait on average no longer than"))
        for part, text in (
            (self.kind, self.tr("&Kind of promise")),
            (self.share, self.tr("Share of c&ustomers in time")),
            (self.vip, self.tr("VIP customers in bus&y hours")),
            (self.regular, self.tr("O&thers in busy hours")),
            (self.quiet, self.tr("Everybody in &quiet hours")),
        ):
            self._labels[part].setText(text)
            part.setAccessibleName(text.replace("&", ""))
        for spin in (self.vip, self.regular, self.quiet):
            spin.setSuffix(self.tr(" min"))
        self.change.setText(self.tr("Promise this from the ne&xt plan on"))

    @override
    def fill(self, settings: HallSettings) -> None:
        self.settings = settings
        promise = settings.hall.promise
        self.kind.setCurrentIndex(self.kind.findData(promise.kind.value))
        self.share.setValue(round(promise.level * 100))
        self.vip.setValue(promise.vip_busy_minutes)
        self.regular.setValue(promise.regular_busy_minutes)
        self.quiet.setValue(promise.quiet_minutes)
        self._allow_share()

    def _allow_share(self) -> None:
        self.share.setEnabled(self.kind.currentData() == PromiseKind.SHARE.value)

    def _change(self) -> None:
        if self.settings is not None:
            self.order(ChangePromise(self.settings.hall.id, self.promise), self.tr("The hall promises this now"))
