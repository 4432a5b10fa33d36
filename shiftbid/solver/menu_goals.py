"""What menus strive for: each goal makes a menu of a clearly different kind."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shiftbid.domain.shift import ShiftTemplate
from shiftbid.solver.menu_model import Goal

_LONG_SHARE = 0.75
"""A shift is long from this share of the longest candidate's paid time on, and short below it."""
_LATENESS_PRICE = 4
"""Minutes of paid time that a start an hour nearer to the latest candidate's is worth, times 15."""
_FLAVOUR_SPREAD = 0.04
"""Alternatives see each candidate's paid time changed at random by up to this share."""


@dataclass(frozen=True, slots=True)
class NamedGoal:
    """A goal with the id and title of the menu it makes."""

    id: str
    title: str
    goal: Goal


def menu_goals(candidates: Sequence[ShiftTemplate], most_templates: int, seed: int) -> Iterator[NamedGoal]:
    """Give goals without end: five with a meaning, then near ties of the first, drawn from the seed."""
    paid = tuple(template.paid_minutes for template in candidates)
    everything = frozenset(range(len(candidates)))
    longest = max(paid, default=0)
    long = frozenset(number for number, minutes in enumerate(paid) if minutes >= _LONG_SHARE * longest)
    last_start = max((template.start_minute for template in candidates), default=0)
    early = tuple((last_start - template.start_minute) // 15 * _LATENESS_PRICE for template in candidates)
    few = max(2, (most_templates + 1) // 2)
    yield NamedGoal("fewest-hours", "Fewest paid hours", Goal(paid, everything, most_templates))
    yield NamedGoal("few-templates", f"At most {few} templates", Goal(paid, everything, few))
    yield NamedGoal("no-short-shifts", "No short shifts", Goal(paid, long, most_templates))
    yield NamedGoal(
        "later-starts",
        "Later starts",
        Goal(tuple(map(sum, zip(paid, early, strict=True))), everything, most_templates),
    )
    yield NamedGoal("short-shifts", "Short shifts only", Goal(paid, everything - long, most_templates))
    chance = random.Random(seed)
    number = 0
    while True:
        number += 1
        flavoured = tuple(round(minutes * chance.uniform(1 - _FLAVOUR_SPREAD, 1 + _FLAVOUR_SPREAD)) for minutes in paid)
        yield NamedGoal(f"alternative-{number}", f"Alternative {number}", Goal(flavoured, everything, most_templates))
