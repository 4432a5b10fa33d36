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
        self.setSubTitle(self.tr("Customers counted in each hour, some weeks of them at least: one row an hour."))
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
        self.row.addWidget(label)
        self.row.addWidget(self.missing)
        self.missing.activated.connect(self.look)

    @property
    @override
    def form(self) -> TableForm:
        return replace(super().form, missing_rows=cast(MissingRows, self.missing.currentData()))
