"""Chooses a country: one of those whose law is built in, or any other by its two letters."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QComboBox, QWidget

COUNTRIES = ("AU", "CN", "DE", "ES", "FR", "GB", "JP", "NZ", "PT", "US")
"""Countries whose working-time law is built in."""
CODE_LETTERS = 2


class CountryChoice(QComboBox):
    """Names of countries in the window's language, completed as they are typed; or the letters of any country."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for code in COUNTRIES:
            self.addItem(f"{country_name(code)} ({code})", code)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setToolTip(self.tr("Any other country by its two letters, such as IT; house rules are applied there."))
        here = QLocale.territoryToCode(QLocale.system().territory())
        self.setCurrentIndex(COUNTRIES.index(here) if here in COUNTRIES else COUNTRIES.index("CN"))

    def code(self) -> str:
        """Two letters of the country; the text as typed where it is none."""
        text = self.currentText().strip()
        place = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if place >= 0:
            return str(self.itemData(place))
        return text.upper() if len(text) == CODE_LETTERS else text


def country_name(code: str) -> str:
    """Name of a country in the window's language."""
    match code:
        case "AU":
            return QCoreApplication.translate("Country", "Australia")
        case "CN":
            return QCoreApplication.translate("Country", "China")
        case "DE":
            return QCoreApplication.translate("Country", "Germany")
        case "ES":
            return QCoreApplication.translate("Country", "Spain")
        case "FR":
            return QCoreApplication.translate("Country", "France")
        case "GB":
            return QCoreApplication.translate("Country", "United Kingdom")
        case "JP":
            return QCoreApplication.translate("Country", "Japan")
        case "NZ":
            return QCoreApplication.translate("Country", "New Zealand")
        case "PT":
            return QCoreApplication.translate("Country", "Portugal")
        case "US":
            return QCoreApplication.translate("Country", "United States")
        case _:
            return code
