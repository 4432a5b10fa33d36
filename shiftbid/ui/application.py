"""Starts Qt, lets people sign in and out, and winds down in order."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from shiftbid.services.desktop import DesktopServices
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.jobs import JobRunner
from shiftbid.ui.languages import Language, Languages
from shiftbid.ui.session import Desk, Session
from shiftbid.ui.themes import ThemeName

ICON = Path(__file__).parent / "icons" / "shiftbid.png"
APPEARANCE_KEY = "window/appearance"
LANGUAGE_KEY = "window/language"


def open_window(services: DesktopServices, argv: Sequence[str]) -> int:
    """Open the window and stay until it is closed; gives the exit status."""
    application = QApplication(list(argv))
    application.setApplicationName("shiftbid")
    application.setOrganizationName("shiftbid")
    application.setWindowIcon(QIcon(str(ICON)))
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "shiftbid", "shiftbid")
    appearance = Appearance(application, chosen_theme(settings))
    appearance.changed.connect(lambda: settings.setValue(APPEARANCE_KEY, appearance.chosen or ""))
    languages = Languages(application, chosen_language(settings))
    application.aboutToQuit.connect(lambda: settings.setValue(LANGUAGE_KEY, languages.chosen or ""))
    jobs = JobRunner(services.heavy_modules(), application)
    application.aboutToQuit.connect(jobs.close)
    session = Session(application, Desk(services, appearance, languages, jobs, settings))
    session.start()
    # What start-up made stays: leaving it out of later collections keeps them short.
    gc.freeze()
    return application.exec()


def chosen_theme(settings: QSettings) -> ThemeName | None:
    """Read the palette chosen last time; None follows the system."""
    name = settings.value(APPEARANCE_KEY, "", type=str)
    return ThemeName(name) if name in tuple(ThemeName) else None


def chosen_language(settings: QSettings) -> Language | None:
    """Read the language chosen last time; None follows the system."""
    name = settings.value(LANGUAGE_KEY, "", type=str)
    return Language(name) if name in tuple(Language) else None
