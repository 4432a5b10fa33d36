"""What no page needs at first is loaded once the first stands: it delays neither that nor the page it is for."""

from __future__ import annotations

from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

LATE_MODULES = ("shiftbid.ui.pages.footfall.class_plot", "shiftbid.ui.pages.demand.day_plot")


class LateModules(QObject):
    """Loads late modules once, in a thread that lets the window turn; the program does not end in the middle of it."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._thread = Thread(target=_load, name="shiftbid late modules", daemon=True)
        self._begun = False
        application.aboutToQuit.connect(self.close)

    def load_soon(self) -> None:
        """Load them after the next paint."""
        if not self._begun:
            self._begun = True
            QTimer.singleShot(0, self._thread.start)

    def close(self) -> None:
        """Wait for what is being loaded: Qt and a half-loaded library do not survive each other's end."""
        if self._thread.is_alive():
            self._thread.join()


def _load() -> None:
    for name in LATE_MODULES:
        import_module(name)
