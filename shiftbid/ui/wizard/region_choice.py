"""Chooses a part of a country: one of those whose holidays are known, by name, or none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget


class RegionChoice(QComboBox):
    """Names of the regions with their codes, completed as they are typed; a code alone is understood too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._country = ""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = self.completer()
        assert isinstance(completer, QCompleter)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setToolTip(
            self.tr(
                "A state, province or city with holidays of its own. Leave it empty where the whole country has the "
                "same holidays."
            )
        )

    def offer(self, country: str) -> None:
        """Offer the regions of another country; what was typed is forgotten."""
        if country == self._country:
            return
        # Only who sets a hall up pays for loading the holidays.
        from shiftbid.services.holiday_calendar import regions_of

        self._country = country
        self.clear()
        self.addItem("", "")
        for code, name in regions_of(country).items():
            self.addItem(f"{name} ({code})" if name else code, code)
        self.setEnabled(self.count() > 1)
        line = self.lineEdit()
        if line is not None:
            words = self.tr("for regional holidays; may be empty")
            line.setPlaceholderText(words if self.isEnabled() else self.tr("no holidays of regions are known"))

    def code(self) -> str:
        """Code of the region chosen or typed in any case; the text as typed where it is none, empty for none."""
        text = self.currentText().strip()
        place = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if place < 0:
            place = self.findData(text, Qt.ItemDataRole.UserRole, Qt.MatchFlag.MatchFixedString)
        return text if place < 0 else str(self.itemData(place))
