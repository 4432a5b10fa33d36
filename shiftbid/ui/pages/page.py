"""What every page has in common: a name, something to show or an empty state, and places to jump to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.widgets.empty_state import EmptyState


class PageName(StrEnum):
    """The pages there are; also the key under which their state is kept."""

    FOOTFALL = "footfall"
    DEMAND = "demand"
    ROSTER = "roster"
    FINDINGS = "findings"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True)
class Place:
    """A spot on a page that another page points to."""

    page: PageName
    employee: str
    day: date


class Page(QWidget):
    """Base of the pages. A page fills `content`, and names itself in `retranslate`.

    Signals
    -------
    place_requested
        A `Place` that the window should bring into sight.
    """

    place_requested = Signal(object)
    name: PageName

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.shown: HallView | None = None
        self.content = QWidget(self)
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.setSpacing(8)
        self.empty_state = EmptyState(self)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self.empty_state)
        self._layers.addWidget(self.content)
        appearance.changed.connect(self._restyle)

    def title(self) -> str:
        """Name of the page in the list of pages."""
        raise NotImplementedError

    def badge(self, shown: HallView) -> str:
        """Give a short count to stand behind the title; empty where there is none."""
        del shown
        return ""

    def show_nothing(self, headline: str, sentence: str) -> None:
        """Show the empty state."""
        self.shown = None
        self.empty_state.say(headline, sentence)
        self._layers.setCurrentWidget(self.empty_state)

    def show_publication(self, shown: HallView) -> None:
        """Show a publication."""
        self.shown = shown
        self._layers.setCurrentWidget(self.content)
        self.fill(shown)

    def fill(self, shown: HallView) -> None:
        """Fill the page's parts."""
        raise NotImplementedError

    def reveal(self, place: Place) -> None:
        """Bring a place into sight; pages without places stay as they are."""

    def retranslate(self) -> None:
        """Write every fixed text in the language in force."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._restyle()

    def _restyle(self) -> None:
        if self.shown is not None:
            self.fill(self.shown)
