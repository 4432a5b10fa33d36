"""The whole program on a real screen, for a driver with real hands: ``python -m … URL SETTINGS LANGUAGE MODULES``.

Reads questions from standard input, one a line, and answers each with one line of JSON; ``quit`` ends the program. A
question names a widget by its path from the session: ``window.page.give_button``; ``window.@my_vote`` is a page.
"""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QSettings,
    QSocketNotifier,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QMessageBox, QWidget, QWizard

from shiftbid.bootstrap.desktop import StoredDesktop
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.jobs import JobRunner
from shiftbid.ui.languages import Language, Languages
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.session import Desk, Session
from shiftbid.ui.themes import ThemeName
from tests.gui.watchdog import Watchdog
from tests.journeys import moved_clock


class Noise(logging.Handler):
    """Keeps every warning of Python and Qt."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        logging.getLogger().addHandler(self)
        qInstallMessageHandler(self.hear)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        del context
        if kind is not QtMsgType.QtDebugMsg:
            self.lines.append(message)


class Witness(QObject):
    """Answers questions about what is in sight."""

    def __init__(self, session: Session, noise: Noise) -> None:
        super().__init__(session)
        self._session, self._noise = session, noise
        self._watchdog = Watchdog()
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def _read(self) -> None:
        question, *words = sys.stdin.readline().split() or ["quit"]
        if question == "quit":
            QApplication.quit()
            return
        sys.stdout.write(json.dumps(self._answer(question, words)) + "\n")
        sys.stdout.flush()

    def _answer(self, question: str, words: list[str]) -> object:
        match question:
            case "there":
                return self._find(words[0]) is not None
            case "at":
                return _centre(self._widget(words[0]))
            case "ready":
                found = self._find(words[0])
                return isinstance(found, QWidget) and found.isVisible() and found.isEnabled()
            case "text":
                return self._text(words[0])
            case "cell":
                return self._cell(words[0], int(words[1]), int(words[2]))
            case "show":
                table = self._table(words[0])
                table.scrollTo(table.model().index(int(words[1]), 0))
                return None
            case "rows":
                return self._table(words[0]).model().rowCount()
            case "told":
                return self._table(words[0]).model().index(int(words[1]), int(words[2])).data()
            case "line":
                return self._line(PageName(words[0]))
            case "wizard":
                return self._wizard_button(QWizard.WizardButton[words[0]])
            case "accept":
                return self._accepting()
            case "dialog":
                return self._dialog_part(words[0])
            case "speak":
                window = self._session.window
                assert window is not None
                window.menus.languages[Language(words[0])].trigger()
                return None
            case "status":
                window = self._session.window
                return "" if window is None else window.statusBar().currentMessage()
            case "outcome":
                return {"status": self._answer("status", []), "refused": self._refused()}
            case "stall":
                return self._watchdog.told()
            case "noise":
                return self._noise.lines
            case "picture":
                return self._widget("window").grab().save(words[0])
            case _:
                raise SystemExit(f"no such question: {question}")

    def _find(self, path: str) -> Any:
        found: Any = self._session
        for name in path.split("."):
            if found is None:
                return None
            found = found.pages.get(PageName(name[1:])) if name.startswith("@") else getattr(found, name, None)
        return found

    def _widget(self, path: str) -> QWidget:
        found = self._find(path)
        assert isinstance(found, QWidget), path
        return found

    def _table(self, path: str) -> QAbstractItemView:
        found = self._find(path)
        assert isinstance(found, QAbstractItemView), path
        return found

    def _text(self, path: str) -> str:
        found = self._find(path)
        text = getattr(found, "text", None) or getattr(found, "currentMessage", None)
        return str(text()) if callable(text) else str(found)

    def _cell(self, path: str, row: int, column: int) -> tuple[int, int]:
        table = self._table(path)
        centre = table.viewport().mapToGlobal(table.visualRect(table.model().index(row, column)).center())
        return centre.x(), centre.y()

    def _line(self, page: PageName) -> tuple[int, int]:
        """Where a page stands in the list of pages."""
        window = self._session.window
        assert window is not None
        row = list(window.pages).index(page)
        return self._cell("window.page_list", row, 0)

    def _accepting(self) -> tuple[int, int] | None:
        """Where the button that says yes to the question on top stands; None where nothing is asked."""
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QMessageBox) and widget.isVisible():
                roles = {widget.buttonRole(button): button for button in widget.buttons()}
                return _centre(roles[QMessageBox.ButtonRole.AcceptRole])
        return None

    def _refused(self) -> list[str]:
        """What boxes in sight say of work that did not come about."""
        return [
            widget.informativeText()
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, QMessageBox) and widget.isVisible()
        ]

    def _wizard_button(self, which: QWizard.WizardButton) -> tuple[int, int] | None:
        """Where a button of the wizard stands; None while it cannot be pressed."""
        wizard = self._session.wizard
        button = wizard.button(which) if wizard is not None else None
        return _centre(button) if button is not None and button.isEnabled() and button.isVisible() else None

    def _dialog_part(self, name: str) -> tuple[int, int] | None:
        """Where a part of the dialog on top stands; None where there is no such dialog in sight."""
        for widget in QApplication.topLevelWidgets():
            part = getattr(widget, name, None)
            if isinstance(widget, QDialog) and widget.isVisible() and isinstance(part, QWidget) and part.isEnabled():
                return _centre(part)
        return None


def _centre(widget: QWidget) -> tuple[int, int]:
    centre = widget.mapToGlobal(widget.rect().center())
    return centre.x(), centre.y()


def main(url: str, settings_file: str, language: str, modules: str) -> int:
    """Open the program and stay until told to quit; `modules`, joined by commas, are what the worker imports first."""
    noise = Noise()
    application = QApplication(sys.argv[:1])
    settings = QSettings(settings_file, QSettings.Format.IniFormat)
    with StoredDesktop(url, Path(settings_file).parent / "drafts") as services:
        appearance = Appearance(application, ThemeName.LIGHT)
        languages = Languages(application, Language(language))
        jobs = JobRunner((*modules.split(","), moved_clock.__name__), application)
        application.aboutToQuit.connect(jobs.close)
        session = Session(application, Desk(services, appearance, languages, jobs, settings))
        session.start()
        witness = Witness(session, noise)
        status = application.exec()
        witness.deleteLater()
    return status


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
