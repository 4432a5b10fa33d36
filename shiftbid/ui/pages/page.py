"""What every page has in common: a name, something to show or an empty state, and places to jump to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import TypeVar, override

from shiftbid.services.desk_orders import DeskOrder
from shiftbid.services.desk_view import DeskView
from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.page_title import page_title
from shiftbid.ui.paper import PaperSheet
from shiftbid.ui.widgets.empty_state import EmptyState
from shiftbid.ui.widgets.page_content import ContentArea, PageContent

Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True)
class Place:
    """A spot on a page that another page points to."""

    page: PageName
    employee: str
    day: date


@dataclass(frozen=True, slots=True)
class Ask:
    """Work that a page wants done in the worker process, and who takes the answer."""

    order: DeskOrder
    receive: Callable[[Any], None]


class DeskPage(QWidget, Generic[Shown]):
    """Base of the pages. A page shows one part of the `DeskView`, fills `content`, and names itself in `retranslate`.

    Signals
    -------
    place_requested
        A `Place` that the window should bring into sight.
    asked
        An `Ask`; the window shows its progress and a way to cancel it.
    told
        A sentence for the status bar.
    changed
        Something stored has changed: the window reads the plan again.
    drafted
        A `StoredDraft` that is to be kept.
    """

    place_requested = Signal(object)
    asked = Signal(object)
    told = Signal(str)
    changed = Signal()
    drafted = Signal(object)
    name: PageName

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.shown: Shown | None = None
        self._reckoned: tuple[Shown, Any] | None = None
        self._outdated = False
        self.content = PageContent()
        self.column = self.content.column
        self._area = ContentArea(self.content, self)
        self.empty_state = EmptyState(self)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self.empty_state)
        self._layers.addWidget(self._area)
        appearance.changed.connect(self._restyle)

    def title(self) -> str:
        """Name of the page in the list of pages."""
        return page_title(self.name)

    def part(self, view: DeskView) -> Shown | None:
        """Give what the page shows of the view; None where there is nothing of it."""
        raise NotImplementedError

    def missing(self) -> tuple[str, str]:
        """Headline and sentence that say what to do where there is nothing to show."""
        raise NotImplementedError

    def badge(self, shown: Shown) -> str:
        """Give a short count to stand behind the title; empty where there is none."""
        del shown
        return ""

    def badge_of(self, view: DeskView) -> str:
        """Give the count for a view; empty where the page shows nothing of it."""
        part = self.part(view)
        return "" if part is None else self.badge(part)

    def show_nothing(self, headline: str, sentence: str) -> None:
        """Show the empty state."""
        self.shown = None
        self.empty_state.say(headline, sentence)
        self._layers.setCurrentWidget(self.empty_state)

    def show_publication(self, shown: Shown) -> None:
        """Show the page's part of the view; a page that finds nothing in it says so itself, in every language."""
        self.shown = shown
        self._outdated = False
        self._layers.setCurrentWidget(self._area)
        self.fill(shown)
        self.shown = shown

    def fill(self, shown: Shown) -> None:
        """Fill the page's parts."""
        raise NotImplementedError

    @staticmethod
    def reckon(shown: Any) -> object:  # noqa: ANN401 - the page's part of the view
        """Reckon what `fill` shows and takes long: a plain function of the part, called in another thread."""
        del shown

    def keep_reckoned(self, shown: Shown, sheet: object) -> None:
        """Take what `reckon` gave for a part of the view before the page came into sight."""
        self._reckoned = shown, sheet

    def reckoned(self, shown: Shown) -> Any:  # noqa: ANN401 - what the page's own `reckon` gives
        """Give what `reckon` gives, without doing it again for the same part of the view."""
        if self._reckoned is None or self._reckoned[0] is not shown:
            self._reckoned = shown, self.reckon(shown)
        return self._reckoned[1]

    def reveal(self, place: Place) -> None:
        """Bring a place into sight; pages without places stay as they are."""

    def paper(self) -> PaperSheet | None:
        """Give what the page puts on paper; None where it prints nothing."""
        return None

    def set_working(self, under_way: bool) -> None:
        """Allow or forbid asking while other work is under way; pages that ask nothing stay as they are."""

    def retranslate(self) -> None:
        """Write every fixed text in the language in force."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._restyle()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._outdated:
            self._restyle()

    def _restyle(self) -> None:
        """Fill the page in another language or palette; out of sight that waits until the page is seen."""
        self._outdated = not self.isVisible()
        shown = self.shown
        if shown is not None and not self._outdated:
            # A page that says itself that it shows nothing forgets what it was given, and could not say so again.
            self.fill(shown)
            self.shown = shown


class Page(DeskPage[HallView]):
    """A page on the plan of a hall and period."""

    @override
    def part(self, view: DeskView) -> HallView | None:
        return view.plan

    @override
    def missing(self) -> tuple[str, str]:
        return no_plan_words()


def no_plan_words() -> tuple[str, str]:
    """What pages on a plan say while there is none."""
    return (
        QCoreApplication.translate("Page", "No plan yet for this hall and period"),
        QCoreApplication.translate(
            "Page",
            "Choose the first day and the number of weeks above, then press Plan: it forecasts, designs templates "
            "and publishes a roster. To let the staff vote and bid first, open a vote on the page Vote.",
        ),
    )
