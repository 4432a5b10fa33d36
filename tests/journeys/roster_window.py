"""The real window on a stored roster, for a driver with a real mouse and keyboard: ``python -m … URL DRAFTS SETTINGS``.

Reads questions from standard input, one a line, and answers each with one line of JSON; ``quit`` closes the window.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QSettings, QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget

from shiftbid.bootstrap.desktop import StoredDesktop
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.jobs import JobRunner
from shiftbid.ui.languages import Language, Languages
from shiftbid.ui.loader import ThreadLoader
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.roster.page import RosterPage
from shiftbid.ui.pages.roster.publish_dialog import PublishDialog
from shiftbid.ui.themes import ThemeName
from shiftbid.ui.window import MainWindow
from tests.gui.watchdog import Watchdog

Answer = Callable[[list[str]], object]


class Witness(QObject):
    """Answers questions about what is in sight."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._watchdog = Watchdog()
        self._answers: dict[str, Answer] = {
            "ready": lambda _: self._page.editing.editor.draft is not None and self._page.sheet is not None,
            "cell": lambda words: self._cell(int(words[0]), int(words[1])),
            "shift": lambda words: self._shift(int(words[0]), int(words[1])),
            "headline": lambda _: self._page.strip.headline.text(),
            "findings": lambda _: self._page.strip.findings.text(),
            "promise": lambda _: self._page.strip.promise.text(),
            "version": lambda _: self._page.sheet.version if self._page.sheet else 0,
            "dialog": lambda _: self._dialog(),
            "banner": lambda _: not self._page.banner.isHidden(),
            "take-up": lambda _: _centre(self._page.banner.take_up),
            "stall": lambda _: self._watchdog.told(),
        }
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    @property
    def _page(self) -> RosterPage:
        page = self._window.pages[PageName.ROSTER]
        assert isinstance(page, RosterPage)
        return page

    def _read(self) -> None:
        question, *words = sys.stdin.readline().split() or ["quit"]
        if question == "quit":
            self._window.close()
            return
        sys.stdout.write(json.dumps(self._answers[question](words)) + "\n")
        sys.stdout.flush()

    def _cell(self, row: int, column: int) -> tuple[int, int]:
        table = self._page.table
        centre = table.viewport().mapToGlobal(table.visualRect(table.model().index(row, column)).center())
        return centre.x(), centre.y()

    def _shift(self, row: int, column: int) -> str:
        assert self._page.sheet is not None
        return "+".join(each.shift.template for each in self._page.sheet.people[row].cells[column].assignments)

    def _dialog(self) -> dict[str, object] | None:
        dialog = self._page.findChild(PublishDialog)
        if dialog is None or not dialog.isVisible():
            return None
        return {
            "allowed": dialog.publish.isEnabled(),
            "findings": dialog.findings.text(),
            "reason": _centre(dialog.reason),
            "publish": _centre(dialog.publish),
        }


def _centre(widget: QWidget) -> tuple[int, int]:
    centre: QPoint = widget.mapToGlobal(widget.rect().center())
    return centre.x(), centre.y()


def main(url: str, drafts: str, settings_file: str) -> int:
    """Open the window on its roster page and stay until told to quit."""
    application = QApplication(sys.argv[:1])
    settings = QSettings(settings_file, QSettings.Format.IniFormat)
    settings.setValue("window/page", PageName.ROSTER.value)
    with StoredDesktop(url, Path(drafts)) as services:
        user = services.current_user()
        assert user is not None
        appearance = Appearance(application, ThemeName.LIGHT)
        languages = Languages(application, Language.ENGLISH)
        jobs = JobRunner((), application)
        loader = ThreadLoader(application)
        window = MainWindow(services, user, appearance, languages, jobs, loader, settings)
        window.setGeometry(0, 0, 1280, 900)
        window.show()
        jobs.warm_up()
        witness = Witness(window)
        status = application.exec()
        witness.deleteLater()
    return status


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
