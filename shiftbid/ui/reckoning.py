"""Reckons what pages out of sight will show, so that none of them holds the window up when it comes into sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from shiftbid.services.desk_view import DeskView
from shiftbid.ui.loader import Loader
from shiftbid.ui.pages.page import DeskPage


def _nothing_more() -> None:
    """Nobody waits for what is reckoned."""


def reckon_beside(
    loader: Loader, pages: Sequence[DeskPage[Any]], view: DeskView, then: Callable[[], None] = _nothing_more
) -> None:
    """Let each page reckon its part of a view beside the window, then go on; what the next load overtakes does not.

    A page that cannot reckon says so itself when it comes into sight.
    """
    parts = [(page, part) for page in pages if (part := page.part(view)) is not None]

    def keep(sheets: Sequence[object]) -> None:
        for (page, part), sheet in zip(parts, sheets, strict=True):
            page.keep_reckoned(part, sheet)
        then()

    reckonings = [partial(page.reckon, part) for page, part in parts]
    loader.load(partial(_all, reckonings), keep, lambda _: then())


def _all(reckonings: Sequence[Callable[[], object]]) -> list[object]:
    return [reckon() for reckon in reckonings]
