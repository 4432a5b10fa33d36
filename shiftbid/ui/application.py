"""Starts Qt, asks who is there, opens the window and winds down in order."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QDialog

from shiftbid.domain.account import User
from shiftbid.services.desktop import DesktopServices
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.jobs import JobRunner
from shiftbid.ui.languages import Language, Languages
from shiftbid.ui.loader import ThreadLoader
from shiftbid.ui.sign_in import SignInDialog
from shiftbid.ui.themes import ThemeName
from shiftbid.ui.window import MainWindow

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
    user = services.current_user() or _ask(services)
    if user is None:
        return 0
    jobs = JobRunner(services.heavy_modules(), application)
    application.aboutToQuit.connect(jobs.close)
    window = MainWindow(services, user, appearance, languages, jobs, ThreadLoader(application), settings)
    window.show()
    # After the first paint, so that the worker's imports do not delay it.
    QTimer.singleShot(0, jobs.warm_up)
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


def _ask(services: DesktopServices) -> User | None:
    dialog = SignInDialog(services)
    return dialog.user if dialog.exec() == QDialog.DialogCode.Accepted else None
