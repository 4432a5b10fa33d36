"""Finds commands by the words typed. Qt-free."""

from __future__ import annotations

from collections.abc import Sequence


def places_found(titles: Sequence[str], typed: str) -> tuple[int, ...]:
    """Places of the titles that hold every word typed, in any order and case.

    Titles with a word that starts as the first word typed come first, else in their own order.
    """
    words = typed.casefold().split()
    folded = [title.casefold() for title in titles]
    found = [place for place, title in enumerate(folded) if all(word in title for word in words)]
    return tuple(sorted(found, key=lambda place: (not _starts_with(folded[place], words), place)))


def _starts_with(title: str, words: Sequence[str]) -> bool:
    return not words or any(part.startswith(words[0]) for part in title.split())
