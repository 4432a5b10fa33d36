"""Puts the page in sight on paper, or into a PDF file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from shiftbid.ui.menus import Menus
from shiftbid.ui.pages.page import DeskPage
from shiftbid.ui.paper import PaperSheet, pdf_writer, print_by_dialog, print_sheet


class PagePaper(QObject):
    """Answers the actions *Save as PDF* and *Print*, which are allowed where the page in sight has something to print.

    Parameters
    ----------
    page
        Gives the page in sight; None while it is still loaded.
    window
        Stands behind the dialogs.

    Signals
    -------
    told
        A sentence for the status bar.
    """

    told = Signal(str)

    def __init__(self, menus: Menus, page: Callable[[], DeskPage[Any] | None], window: QWidget) -> None:
        super().__init__(window)
        self._menus = menus
        self._page = page
        self._window = window
        menus.pdf.triggered.connect(self._choose_pdf)
        menus.print.triggered.connect(self._print)

    def allow(self) -> None:
        """Allow printing, or forbid it, for the page that is in sight now."""
        page = self._page()
        printable = page is not None and page.shown is not None and page.paper() is not None
        self._menus.pdf.setEnabled(printable)
        self._menus.print.setEnabled(printable)

    def save_pdf(self, path: str) -> None:
        """Write the page in sight as a PDF file."""
        sheet = self._sheet()
        if sheet is not None:
            print_sheet(sheet, pdf_writer(path))
            self.told.emit(self.tr("Written: {files}").format(files=path))

    def _choose_pdf(self) -> None:
        page = self._page()
        if page is None:
            return
        path, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save as PDF"), f"{page.name}.pdf", "PDF (*.pdf)")
        if path:
            self.save_pdf(path)

    def _print(self) -> None:
        sheet = self._sheet()
        if sheet is not None:
            print_by_dialog(sheet, self._window)

    def _sheet(self) -> PaperSheet | None:
        page = self._page()
        return None if page is None else page.paper()
