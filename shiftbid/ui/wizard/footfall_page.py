"""The file of counts: as any table, and what an hour without a row means."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from typing_extensions import override

from shiftbid.services.own_footfall import MissingRows
from shiftbid.services.set_up import FOOTFALL_FIELDS, TableForm, TableKind
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.wizard.table_page import TablePage


class FootfallPage(TablePage):
    """How many customers came in each hour."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(TableKind.FOOTFALL, FOOTFALL_FIELDS, appearance, parent)
        self.setTitle(self.tr("Footfall"))
        self.setSubTitle(
            self.tr("How many customers came in each hour: what the forecast of your demand is made from.")
        )
        label = QLabel(self.tr("An hour &without a row"), self)
        self.missing = QComboBox(self)
        for rows, words in (
            ("infer", self.tr("is closed where that hour regularly has none, else unknown")),
            ("closed", self.tr("is closed")),
            ("unknown", self.tr("was not counted")),
            ("refuse", self.tr("is a mistake")),
        ):
            self.missing.addItem(words, rows)
        label.setBuddy(self.missing)
        self.settings.addWidget(label)
        self.settings.addWidget(self.missing)
        self.settings.addStretch(1)
        self.missing.activated.connect(self.look)

    @override
    def wanted_text(self) -> str:
        return self.tr(
            "One row an hour (or a shorter time). Needed are, in any order and under any name: the day and the hour, "
            "in one column or in two, and the number of customers. A year is best; a few weeks are the least. A queue "
            "machine, a ticket printer or a door counter can write such a file."
        )

    @property
    @override
    def form(self) -> TableForm:
        return replace(super().form, missing_rows=cast(MissingRows, self.missing.currentData()))
