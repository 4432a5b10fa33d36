"""Neighbourhoods of a roster: which people and days are opened while the rest stays."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from shiftbid.solver.rosters.excess import PeopleDraw, draw_days
from shiftbid.solver.rosters.messages import Guide, Near
from shiftbid.solver.rosters.opening import Opening
from shiftbid.solver.rosters.tables import BoolArray, Roster, RosterTables


class Shape(StrEnum):
    """Some people on all days, everybody on some days, some people on some days, or all as near rosters have it."""

    PEOPLE = "people"
    DAYS = "days"
    MIXED = "mixed"
    NEAR = "near"


_FIRST_PEOPLE = 5.0
_FIRST_DAYS = 7.0
_FIRST_MIXED_PEOPLE = 10.0
_MIXED_DAYS = 14
_FIRST_NEAR_ROSTERS, _MOST_NEAR_ROSTERS = 5.0, 60.0
"""Near rosters a person whose shifts are opened."""
_NEAR_AMONG = 1.5
"""They are drawn among this many times as many, the nearest."""
_GROWTH, _SHRINKAGE = 1.04, 0.92
_NEAR_GROWTH, _NEAR_SHRINKAGE = 1.3, 0.85
_FORGETTING = 0.9
"""What a second of steps leaves of what was learnt before; short steps count as one."""
_LEAST_CHANCE, _LEAST_NEAR_CHANCE = 0.1, 0.03
"""Steps over near rosters take several times as long as the others."""
_FIRST_NEAR_GAIN = 10.0
"""Steps over near rosters are tried soon after the first of them are known."""


class Openings:
    """Chooses shapes by what they gained a second, and fits their sizes to what a step can prove."""

    def __init__(self, tables: RosterTables, chance: np.random.Generator) -> None:
        self._tables = tables
        self._chance = chance
        people = float(tables.people)
        self._size = {
            Shape.PEOPLE: min(people, _FIRST_PEOPLE),
            Shape.DAYS: _FIRST_DAYS,
            Shape.MIXED: min(people, _FIRST_MIXED_PEOPLE),
            Shape.NEAR: _FIRST_NEAR_ROSTERS,
        }
        self._gain: dict[Shape, float] = dict.fromkeys((Shape.PEOPLE, Shape.DAYS, Shape.MIXED), 1.0)
        self._near: Near | None = None

    def hear(self, near: Near) -> None:
        """Learn of rosters near the best prices."""
        self._near = near
        self._gain.setdefault(Shape.NEAR, _FIRST_NEAR_GAIN)

    def draw(self, roster: Roster, guide: Guide, shifts: BoolArray) -> tuple[Shape, Opening]:
        """Draw a shape and what it opens, of these shifts where near rosters do not say which."""
        shapes = tuple(self._gain)
        gains = np.array([self._gain[shape] for shape in shapes])
        least = np.array([_LEAST_NEAR_CHANCE if shape is Shape.NEAR else _LEAST_CHANCE for shape in shapes])
        chances = gains / gains.sum() * (1 - least.sum()) + least
        shape = shapes[int(self._chance.choice(len(chances), p=chances / chances.sum()))]
        if shape is Shape.NEAR and self._near is not None:
            return shape, self._open_near(roster, self._near)
        return shape, Opening(self._draw_days(shape, roster, guide), shifts)

    def _open_near(self, roster: Roster, near: Near) -> Opening:
        """Open what some near rosters have otherwise, all people and days at once."""
        tables = self._tables
        count = max(1, round(self._size[Shape.NEAR] * tables.people))
        among = min(len(near.person), round(_NEAR_AMONG * count))
        drawn = self._chance.permutation(among)[:count]
        person, rosters = near.person[drawn], near.rosters[drawn]
        options = np.zeros((tables.people, tables.days, tables.shifts + 1), dtype=np.bool_)
        # Day off is the last option: its number is -1.
        options[person[:, None], np.arange(tables.days), rosters] = True
        options[np.arange(tables.people)[:, None], np.arange(tables.days), roster] = True
        return Opening(options.sum(axis=2) > 1, options[:, :, :-1])

    def _draw_days(self, shape: Shape, roster: Roster, guide: Guide) -> BoolArray:
        """Draw the days that a shape opens; shape (people, days)."""
        days = np.zeros((self._tables.people, self._tables.days), dtype=np.bool_)
        size = max(2, round(self._size[shape]))
        if shape is Shape.DAYS:
            days[:, draw_days(self._tables, roster, size, self._chance)] = True
            return days
        people = PeopleDraw(self._tables, roster, guide, self._chance).draw(size)
        length = self._tables.days if shape is Shape.PEOPLE else _MIXED_DAYS
        window = draw_days(self._tables, roster, length, self._chance)
        days[people, window] = True
        return days

    def learn(self, shape: Shape, *, gained: int, seconds: float, proven_share: float | None) -> None:
        """Learn from a step: what it gained in what time; `proven_share` of its limit was used, None if cut off."""
        rate = min(20.0, 10.0 * (gained > 0) + gained / 10) / max(seconds, 0.05)
        kept = _FORGETTING ** max(1.0, seconds)
        self._gain[shape] = kept * self._gain[shape] + (1 - kept) * rate + 1e-3
        most = {Shape.DAYS: float(self._tables.days), Shape.NEAR: _MOST_NEAR_ROSTERS}
        growth, shrinkage = (_NEAR_GROWTH, _NEAR_SHRINKAGE) if shape is Shape.NEAR else (_GROWTH, _SHRINKAGE)
        if proven_share is None:
            self._size[shape] = max(2.0, self._size[shape] * shrinkage)
        elif proven_share < 0.5:
            self._size[shape] = min(most.get(shape, float(self._tables.people)), self._size[shape] * growth)
