"""Gets pages out of sight ready, so that none of them holds the window up when it comes into sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from shiftbid.services.desk_view import DeskView
from shiftbid.ui.loader import Loader
from shiftbid.ui.page_shelf import PageShelf
from shiftbid.ui.reckoning import reckon_beside

LATER_MS = 200


class PagesAhead(QObject):
    """Makes one page in each turn of the events, so that the window stays usable, then reckons what they will show.

    Parameters
    ----------
    view
        Gives what the window shows; None while there is nothing.

    Signals
    -------
    complete
        Every page is made. Nothing is sent once the window has closed.
    """

    complete = Signal()

    def __init__(self, pages: PageShelf, loader: Loader, view: Callable[[], DeskView | None], parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._loader = loader
        self._view = view
        self._closed = False
        self._turns = QTimer(self)
        self._turns.setInterval(0)
        self._turns.timeout.connect(self._take_turn)

    def start(self) -> None:
        """Begin, or reckon anew where every page is made already."""
        if not self._closed:
            self._turns.start()

    def put_off(self) -> None:
        """Make nothing for a while: the window has something else to do."""
        if self._turns.isActive():
            self._turns.start(LATER_MS)

    def close(self) -> None:
        """Make nothing more, for the window closes."""
        self._closed = True
        self._turns.stop()

    def _take_turn(self) -> None:
        self._turns.setInterval(0)
        if self._pages.make_next():
            return
        self._turns.stop()
        view = self._view()
        # A view that is being read would not be delivered any more; this begins again when it is.
        if view is not None and not self._loader.busy:
            reckon_beside(self._loader, self._pages.made, view)
        self.complete.emit()
