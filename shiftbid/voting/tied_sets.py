"""One winner among tied sets of candidates, by published tie numbers."""

from __future__ import annotations

from collections.abc import Iterable

from shiftbid.domain.tie_number import tie_number


def first_by_tie_number(sets: Iterable[frozenset[str]], seed: str) -> frozenset[str]:
    """Tied set with the lowest tie number; its number is drawn from the seed and its names in alphabetical order.

    Every tied set is as likely as another, and whoever knows the seed and the tied sets can repeat the draw.
    """
    return min(sets, key=lambda names: (tie_number(seed, *sorted(names)), sorted(names)))
