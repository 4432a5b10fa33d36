"""What the first page does without is loaded once it stands: it delays neither that nor the page it is for."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from shiftbid.ui.bridge import ACROSS, Bridge
from shiftbid.ui.failure_words import learn_sentences
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.registry import page_class

PAUSE_MS = 100
"""Long enough for the first page to be painted."""


class LateModules(QObject):
    """Loads all pages once, then the sentences of refusals, in a thread that lets the window turn.

    The program does not end in the middle of it. Once it is closed, nothing is sent any more.

    Signals
    -------
    page_loaded
        The `PageName` of a page that can be made without delay from now on.
    loaded
        All are there.
    page_failed
        The `PageName` of a page that can never be made, for its module is at fault.
    """

    page_loaded = Signal(object)
    loaded = Signal()
    page_failed = Signal(object)

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        bridge = Bridge()
        bridge.sent.connect(self._tell, ACROSS)
        self._reading = _Reading(bridge.sent.emit)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._reading.begin)
        application.aboutToQuit.connect(self.close)
        # Where it goes without having been closed, nobody waits for the rest.
        self.destroyed.connect(self._reading.stop)

    def has(self, name: PageName) -> bool:
        """Whether a page can be made without delay."""
        return name in self._reading.there

    def fault_of(self, name: PageName) -> str | None:
        """Say what went wrong when a page was loaded; None where nothing did, or it is still to be loaded."""
        return self._reading.faults.get(name)

    def load_soon(self) -> None:
        """Load them after a pause; once they are there, say so again."""
        if len(self._reading.there) == len(PageName):
            self.loaded.emit()
        elif not self._reading.begun:
            self._pause.start()

    def load_next(self, name: PageName) -> None:
        """Load a page before all others that are still to be loaded, without a pause: somebody waits for it."""
        self._reading.awaited.append(name)
        self._reading.begin()

    def close(self) -> None:
        """Wait for what is being loaded: Qt and a half-loaded library do not survive each other's end."""
        self._pause.stop()
        self._reading.close()

    def _tell(self, name: PageName | None) -> None:
        """Tell in the window's thread of a page, or with None that all are there."""
        if self._reading.stopped:
            return
        if name is None:
            self.loaded.emit()
        elif self.has(name):
            self.page_loaded.emit(name)
        else:
            self.page_failed.emit(name)


class _Reading:
    """The thread, and what it has loaded; it holds nothing of the window.

    It is no daemon: where nobody has closed it, the end of Python waits for it before Qt is taken down.
    """

    def __init__(self, tell: Callable[[PageName | None], None]) -> None:
        self.awaited: deque[PageName] = deque()
        self.there: set[PageName] = set()
        self.faults: dict[PageName, str] = {}
        self.begun = self.stopped = False
        self._tell = tell
        self._thread = Thread(target=self._load, name="shiftbid late modules")

    def begin(self) -> None:
        if not self.begun and not self.stopped:
            self.begun = True
            self._thread.start()

    def stop(self) -> None:
        """Load no page after the one under way."""
        self.stopped = True

    def close(self) -> None:
        """Stop, and wait for the page under way."""
        self.stop()
        if self._thread.is_alive():
            self._thread.join()

    def _load(self) -> None:
        in_order = iter(PageName)
        while not self.stopped:
            name = self.awaited.popleft() if self.awaited else next(in_order, None)
            if name is None:
                self._end()
                return
            if name not in self.there and name not in self.faults:
                self._load_page(name)

    def _end(self) -> None:
        learn_sentences()
        # Pages are made ahead only where every one can be made.
        if not self.faults:
            self._tell(None)

    def _load_page(self, name: PageName) -> None:
        """Load a page; whatever its module raises is kept for whoever chooses the page, and hinders no other page."""
        try:
            page_class(name)
        except Exception as error:
            logging.getLogger(__name__).exception("loading the page %s failed", name.value)
            self.faults[name] = f"{type(error).__name__}: {error}"
        else:
            self.there.add(name)
        self._tell(name)
