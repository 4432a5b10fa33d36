"""A page chosen before its module is loaded: the window says so at once, and the page comes when it is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget

from shiftbid.services.desk_view import DeskView
from shiftbid.ui.late_modules import LateModules
from shiftbid.ui.loader import Loader
from shiftbid.ui.page_shelf import PageShelf
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.page_title import page_title
from shiftbid.ui.reckoning import reckon_beside
from shiftbid.ui.widgets.empty_state import EmptyState
from shiftbid.ui.widgets.failure_box import show_failure
from shiftbid.ui.worker import Failed


class PageWait(QObject):
    """Stands in the window's stack while a page is loaded, made, and what it will show is reckoned: a turn each.

    Parameters
    ----------
    view
        Gives what the window shows; None while there is nothing.
    arrived
        Called when the page that was waited for can be shown, if nobody has chosen another meanwhile.
    """

    def __init__(
        self,
        stack: QStackedWidget,
        late_modules: LateModules,
        pages: PageShelf,
        loader: Loader,
        view: Callable[[], DeskView | None],
        arrived: Callable[[], None],
    ) -> None:
        super().__init__(stack)
        self._stack = stack
        self._late_modules = late_modules
        self._pages = pages
        self._loader = loader
        self._view = view
        self._arrived = arrived
        self._awaited: PageName | None = None
        self._words = EmptyState(stack)
        stack.addWidget(self._words)
        late_modules.page_loaded.connect(self._receive)
        late_modules.page_failed.connect(self._tell_fault)

    def holds(self, name: PageName) -> bool:
        """Whether a page has to be waited for: then its title is in sight, and it is loaded before all others."""
        self._awaited = None
        if self._late_modules.has(name):
            return False
        self._awaited = name
        self._words.say(page_title(name), self.tr("Opening the page …"))
        self._stack.setCurrentWidget(self._words)
        if self._late_modules.fault_of(name) is None:
            self._late_modules.load_next(name)
        else:
            self._tell_fault(name)
        return True

    def _tell_fault(self, name: PageName) -> None:
        """Say that the page awaited will not come; chosen again, it says so again."""
        fault = self._late_modules.fault_of(name)
        if name is not self._awaited or fault is None:
            return
        self._awaited = None
        self._words.say(
            page_title(name),
            self.tr("This page cannot be opened. The other pages can; start the program again, or install it anew."),
        )
        show_failure(Failed(fault, expected=False), self._stack)

    def _receive(self, name: PageName) -> None:
        if name is not self._awaited:
            return
        page, view = self._pages[name], self._view()
        # Where the plan is still being read, its arrival shows the page.
        if view is None or self._loader.busy:
            self._show_next(name)
        else:
            reckon_beside(self._loader, (page,), view, lambda: self._show_next(name))

    def _show_next(self, name: PageName) -> None:
        QTimer.singleShot(0, self, lambda: self._show(name))

    def _show(self, name: PageName) -> None:
        if name is self._awaited:
            self._awaited = None
            self._arrived()
