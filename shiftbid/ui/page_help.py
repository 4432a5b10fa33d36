"""Help on the pages: a text a page and language, shipped with the package."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from shiftbid.ui.languages import Language
from shiftbid.ui.pages.page_name import PageName

HELP = Path(__file__).parent / "help"
SIZE = QSize(620, 560)


def help_text(page: PageName, language: Language) -> str:
    """Help on a page as Markdown."""
    return (HELP / language.value / f"{page.value}.md").read_text(encoding="utf-8")


class HelpDialog(QDialog):
    """Shows the help of one page beside the window, which stays usable."""

    def __init__(self, page: PageName, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = QTextBrowser(self)
        self.text.setMarkdown(help_text(page, language))
        self.text.setAccessibleName(self.tr("Help on the page"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)
        self.setWindowTitle(self.tr("Help"))
        self.resize(SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
