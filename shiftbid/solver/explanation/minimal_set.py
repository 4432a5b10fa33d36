"""Smallest sets that clash, by inclusion: QuickXplain, then every member tested once more.

Source: U. Junker, "QuickXplain: preferred explanations and relaxations for over-constrained problems", AAAI 2004.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Member = TypeVar("Member")
Clashes = Callable[[Sequence[Member]], bool]
"""Whether members are proven to be impossible together; False also where nothing could be proven."""


def minimal_set(members: Sequence[Member], clashes: Clashes[Member]) -> tuple[Member, ...]:
    """Members that clash and of which none can be left out; earlier ones are preferred.

    `clashes` must hold for all members together. Where it proves too little, the set clashes all the same but may be
    larger than need be.
    """
    return tuple(_explained((), tuple(members), clashes, grown=False))


def _explained(
    background: tuple[Member, ...], members: tuple[Member, ...], clashes: Clashes[Member], *, grown: bool
) -> tuple[Member, ...]:
    """Members that clash with the background; none where the background, just grown, clashes by itself."""
    if grown and clashes(background):
        return ()
    if len(members) == 1:
        return members
    middle = len(members) // 2
    first, second = members[:middle], members[middle:]
    needed = _explained((*background, *first), second, clashes, grown=bool(first))
    rest = _explained((*background, *needed), first, clashes, grown=bool(needed))
    return (*rest, *needed)
