"""The pages of one window, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from typing_extensions import override

from shiftbid.services.desk_view import DeskView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.page import DeskPage
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.registry import page_class


class PageShelf(Mapping[PageName, DeskPage[Any]]):
    """Pages by name, in the order of the list of pages.

    Parameters
    ----------
    receive
        Takes each page when it has been made.
    """

    def __init__(
        self, names: Sequence[PageName], appearance: Appearance, receive: Callable[[DeskPage[Any]], None]
    ) -> None:
        self.names = tuple(names)
        self._appearance = appearance
        self._receive = receive
        self._made: dict[PageName, DeskPage[Any]] = {}

    @property
    def made(self) -> Sequence[DeskPage[Any]]:
        """The pages made so far."""
        return tuple(self._made.values())

    def badge(self, name: PageName, view: DeskView | None) -> str:
        """Give the count behind a page's title; empty until the page is made."""
        page = self._made.get(name)
        return "" if page is None or view is None else page.badge_of(view)

    def has_made(self, name: PageName) -> bool:
        """Whether a page is made already."""
        return name in self._made

    def make_next(self) -> bool:
        """Make the first page that is still to be made; False where there is none."""
        for name in self.names:
            if name not in self._made:
                self[name]
                return True
        return False

    @override
    def __getitem__(self, name: PageName) -> DeskPage[Any]:
        if name not in self.names:
            raise KeyError(name)
        if name not in self._made:
            page = self._made[name] = page_class(name)(self._appearance)
            self._receive(page)
        return self._made[name]

    @override
    def __iter__(self) -> Iterator[PageName]:
        return iter(self.names)

    @override
    def __len__(self) -> int:
        return len(self.names)

    @override
    def __contains__(self, name: object) -> bool:
        # Asking whether there is a page makes none, as looking it up would.
        return name in self.names
