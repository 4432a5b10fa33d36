"""What the first page does without is loaded once it stands: it delays neither that nor the page it is for."""

from __future__ import annotations

import logging
from collections import deque
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from shiftbid.ui.failure_words import learn_sentences
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.registry import page_class

PAUSE_MS = 100
"""Long enough for the first page to be painted."""


class LateModules(QObject):
    """Loads all pages once, then the sentences of refusals, in a thread that lets the window turn.

    The program does not end in the middle of it.

    Signals
    -------
    page_loaded
        The `PageName` of a page that can be made without delay from now on; sent from the thread that loaded it.
    loaded
        All are there; sent from the same thread.
    page_failed
        The `PageName` of a page that can never be made, for its module is at fault; sent from the same thread.
    """

    page_loaded = Signal(object)
    loaded = Signal()
    page_failed = Signal(object)

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._thread = Thread(target=self._load, name="shiftbid late modules", daemon=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._awaited: deque[PageName] = deque()
        self._there: set[PageName] = set()
        self._faults: dict[PageName, str] = {}
        self._begun = self._closed = False
        application.aboutToQuit.connect(self.close)

    def has(self, name: PageName) -> bool:
        """Whether a page can be made without delay."""
        return name in self._there

    def fault_of(self, name: PageName) -> str | None:
        """Say what went wrong when a page was loaded; None where nothing did, or it is still to be loaded."""
        return self._faults.get(name)

    def load_soon(self) -> None:
        """Load them after a pause; once they are there, say so again."""
        if len(self._there) == len(PageName):
            self.loaded.emit()
        elif not self._begun:
            self._pause.start()

    def load_next(self, name: PageName) -> None:
        """Load a page before all others that are still to be loaded, without a pause: somebody waits for it."""
        self._awaited.append(name)
        self._begin()

    def close(self) -> None:
        """Wait for what is being loaded: Qt and a half-loaded library do not survive each other's end."""
        self._closed = True
        self._pause.stop()
        if self._thread.is_alive():
            self._thread.join()

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            self._thread.start()

    def _load(self) -> None:
        in_order = iter(PageName)
        while not self._closed:
            name = self._awaited.popleft() if self._awaited else next(in_order, None)
            if name is None:
                self._end()
                return
            if name not in self._there and name not in self._faults:
                self._load_page(name)

    def _end(self) -> None:
        learn_sentences()
        # Pages are made ahead only where every one can be made.
        if not self._faults:
            self.loaded.emit()

    def _load_page(self, name: PageName) -> None:
        """Load a page; whatever its module raises is kept for whoever chooses the page, and hinders no other page."""
        try:
            page_class(name)
        except Exception as error:
            logging.getLogger(__name__).exception("loading the page %s failed", name.value)
            self._faults[name] = f"{type(error).__name__}: {error}"
            self.page_failed.emit(name)
        else:
            self._there.add(name)
            self.page_loaded.emit(name)
