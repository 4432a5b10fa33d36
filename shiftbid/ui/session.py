"""Who is at the keyboard: asks, opens the window of whoever signs in, and shuts it when they leave or are away."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QSettings, QSignalBlocker, Qt
from PySide6.QtWidgets import QApplication, QWizard

from shiftbid.domain.account import User
from shiftbid.services.desktop import DesktopServices
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.garbage import GarbageCollector
from shiftbid.ui.idle_watch import IdleWatch
from shiftbid.ui.jobs import JobRunner
from shiftbid.ui.languages import Language, Languages
from shiftbid.ui.late_modules import LateModules
from shiftbid.ui.loader import ThreadLoader
from shiftbid.ui.sign_in import SignInDialog
from shiftbid.ui.window import MainWindow

IDLE_KEY = "window/idle_minutes"
IDLE_MINUTES = 5
MILLISECONDS_PER_MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Desk:
    """What every window of the program stands on, whoever sits before it."""

    services: DesktopServices
    appearance: Appearance
    languages: Languages
    jobs: JobRunner
    settings: QSettings


class Session(QObject):
    """One person after the other at one screen.

    Whoever signs out leaves nothing open. After minutes without a touch the window is hidden until somebody signs in:
    the same person finds it as it was, for anybody else it is closed and their own is opened. Work under way puts the
    hiding off.
    """

    def __init__(self, application: QApplication, desk: Desk) -> None:
        super().__init__(application)
        self._application = application
        self._desk = desk
        self.window: MainWindow | None = None
        self.dialog: SignInDialog | None = None
        self.wizard: QWizard | None = None
        self.garbage = GarbageCollector(self)
        self.late_modules = LateModules(application)
        self.late_modules.loaded.connect(self._make_pages_ahead)
        minutes = int(str(desk.settings.value(IDLE_KEY, IDLE_MINUTES)))
        self.idle_watch = IdleWatch(application, minutes * MILLISECONDS_PER_MINUTE)
        self.idle_watch.idle.connect(self._away)
        # Between two people there may be no window for a moment.
        application.setQuitOnLastWindowClosed(False)

    def start(self) -> None:
        """Open the window of whoever is signed in already, or ask; where nobody has an account, set the hall up."""
        user = self._desk.services.current_user()
        if user is not None:
            self._open(user)
        elif self._desk.services.anybody_may_sign_in():
            self._ask()
        else:
            self._set_up(None)

    def lock(self) -> None:
        """Hide the window until its person signs in again."""
        if self.window is None:
            return
        for other in self._application.topLevelWidgets():
            if other is not self.window and other.isVisible():
                other.close()
        self.window.hide()
        self._ask()

    def sign_out(self) -> None:
        """Shut the window, and ask who comes next."""
        self._shut()
        self._ask()

    def _set_up(self, by: User | None) -> None:
        # The wizard is opened once in a hall's life: nobody else pays for loading it.
        from shiftbid.ui.wizard.wizard import SetUpWizard

        wizard = self.wizard = SetUpWizard(self._desk.services, self._desk.appearance, by, self.window)
        if by is None:
            wizard.set_up.connect(self._welcome)
            wizard.rejected.connect(self._application.quit)
        elif self.window is not None:
            wizard.set_up.connect(lambda: self._show_set_up(wizard.hall.form.id))
        # Queued: the wizard that sends it is closed.
        wizard.language_chosen.connect(self._set_up_in, Qt.ConnectionType.QueuedConnection)
        wizard.finished.connect(self._end_set_up)
        wizard.open()

    def _set_up_in(self, language: Language) -> None:
        """Begin the first wizard anew in another language: on its first step hardly anything has been typed."""
        wizard = self.wizard
        if wizard is not None:
            silence = QSignalBlocker(wizard)
            wizard.close()
            silence.unblock()
            wizard.deleteLater()
        self._desk.languages.choose(language)
        self._set_up(None)

    def _show_set_up(self, hall: str) -> None:
        """Show the hall that was set up, whichever was in sight before."""
        if self.window is not None:
            self.window.refresh()
            self.window.plan_bar.choose_hall(hall)
            self.window.refresh()

    def _end_set_up(self) -> None:
        wizard, self.wizard = self.wizard, None
        if wizard is not None:
            wizard.deleteLater()

    def _away(self) -> None:
        if self._desk.jobs.running:
            self.idle_watch.start()
        else:
            self.lock()

    def _ask(self) -> None:
        self.idle_watch.stop()
        name = self.window.user.name if self.window is not None else ""
        loader = ThreadLoader()
        self.dialog = SignInDialog(self._desk.services, loader, name)
        loader.setParent(self.dialog)
        self.dialog.signed_in.connect(self._welcome)
        self.dialog.rejected.connect(self._application.quit)
        self.dialog.show()
        self.dialog.activateWindow()

    def _welcome(self, user: User) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
        if self.window is not None and self.window.user.id == user.id:
            self.window.show()
            self.idle_watch.start()
            return
        self._shut()
        self._open(user)

    def _open(self, user: User) -> None:
        desk, loader = self._desk, ThreadLoader()
        window = self.window = MainWindow(
            desk.services, user, desk.appearance, desk.languages, desk.jobs, loader, desk.settings, self.late_modules
        )
        loader.setParent(window)
        window.sign_out_chosen.connect(self.sign_out)
        window.set_up_chosen.connect(lambda: self._set_up(user))
        window.closed.connect(self._application.quit)
        window.filled.connect(self.late_modules.load_soon)
        window.ahead.complete.connect(desk.jobs.warm_up)
        window.show()
        self.idle_watch.start()

    def _make_pages_ahead(self) -> None:
        self.garbage.spare_modules()
        if self.window is not None:
            self.window.ahead.start()

    def _shut(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.closed.disconnect(self._application.quit)
            window.close()
            window.deleteLater()
