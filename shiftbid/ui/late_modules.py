"""What the first page does without is loaded once it stands: it delays neither that nor the page it is for."""

from __future__ import annotations

from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.registry import page_class

PAUSE_MS = 100
"""Long enough for the first page to be painted."""


class LateModules(QObject):
    """Loads all pages once, in a thread that lets the window turn; the program does not end in the middle of it.

    Signals
    -------
    loaded
        All are there; sent from the thread that loaded them.
    """

    loaded = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._thread = Thread(target=self._load, name="shiftbid late modules", daemon=True)
        self._begun = self._complete = False
        application.aboutToQuit.connect(self.close)

    def load_soon(self) -> None:
        """Load them after a pause; once they are there, say so again."""
        if not self._begun:
            self._begun = True
            QTimer.singleShot(PAUSE_MS, self._thread.start)
        elif self._complete:
            self.loaded.emit()

    def close(self) -> None:
        """Wait for what is being loaded: Qt and a half-loaded library do not survive each other's end."""
        if self._thread.is_alive():
            self._thread.join()

    def _load(self) -> None:
        for name in PageName:
            page_class(name)
        self._complete = True
        self.loaded.emit()
