"""Neighbourhoods of a roster: which people and days are opened while the rest stays.

People and days are drawn where the roster costs most beyond what prices say it must (its value less the proven limit
is the sum of these parts, at the best prices).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from shiftbid.solver.rosters.messages import Guide
from shiftbid.solver.rosters.pool import worth
from shiftbid.solver.rosters.tables import BoolArray, FloatArray, IntArray, Roster, RosterTables


class Shape(StrEnum):
    """Some people on all days, everybody on some days, or some people on some days."""

    PEOPLE = "people"
    DAYS = "days"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Excess:
    """What a roster costs beyond the prices.

    Attributes
    ----------
    people
        Shape (people,).
    cells
        Shape (days, shifts).
    """

    people: FloatArray
    cells: FloatArray


def no_guide(tables: RosterTables) -> Guide:
    """Prices before any are known: heads are worth nothing, and people cost what their wishes cost at best."""
    best = np.minimum(tables.cost.min(axis=2, initial=0), 0).sum(axis=1)
    return Guide(np.zeros((tables.days, tables.shifts)), best.astype(np.float64))


def excess(tables: RosterTables, roster: Roster, guide: Guide) -> Excess:
    """Take a roster's value apart."""
    coverage = tables.coverage(roster)
    people = tables.wish_costs(roster) - worth(guide.prices, roster) - guide.person_prices
    missing = np.maximum(tables.heads - coverage, 0)
    surplus = np.maximum(coverage - tables.heads, 0)
    cells = (tables.missing_cost - guide.prices) * missing + (tables.surplus_cost + guide.prices) * surplus
    return Excess(np.maximum(people, 0.0), np.maximum(cells, 0.0))


_UNIFORM = 0.1
"""Share of neighbourhoods drawn blindly."""


class PeopleDraw:
    """Draws people by their part in the excess, and by the cells that cost."""

    def __init__(self, tables: RosterTables, roster: Roster, guide: Guide, chance: np.random.Generator) -> None:
        self._tables = tables
        self._roster = roster
        self._chance = chance
        self._excess = excess(tables, roster, guide)
        self._surplus = tables.coverage(roster) > tables.heads

    def draw(self, count: int) -> IntArray:
        """Draw some people; shape (count,)."""
        everybody = self._tables.people
        count = min(count, everybody)
        of_people, of_cells = float(self._excess.people.sum()), float(self._excess.cells.sum())
        chosen: set[int] = set()
        if self._chance.random() >= _UNIFORM and of_people + of_cells > 0:
            # Few people may carry all of the excess: what cannot be drawn by weight is filled up blindly.
            for _ in range(3 * count):
                if len(chosen) >= count:
                    break
                if self._chance.random() * (of_people + of_cells) < of_people:
                    chosen.add(int(self._chance.choice(everybody, p=self._excess.people / of_people)))
                else:
                    chosen.update(self._around_a_cell(max(1, count // 2)))
        rest = self._chance.permutation([each for each in range(everybody) if each not in chosen])
        drawn = self._chance.permutation(np.array(sorted(chosen), dtype=np.int64))[:count]
        return np.concatenate([drawn, rest[: count - len(drawn)]]).astype(np.int64)

    def _around_a_cell(self, count: int) -> list[int]:
        """Draw people who could mend a cell: who holds it where it has too many, who could take it otherwise."""
        weights = self._excess.cells.ravel()
        cell = int(self._chance.choice(weights.size, p=weights / weights.sum()))
        day, shift = divmod(cell, self._tables.shifts)
        holds = self._roster[:, day] == shift
        able = holds if self._surplus[day, shift] else self._tables.allowed[:, day, shift] & ~holds
        return self._chance.permutation(np.flatnonzero(able))[:count].tolist()


def draw_days(tables: RosterTables, roster: Roster, days: int, chance: np.random.Generator) -> slice:
    """Draw days in a row, rather where heads are missing or too many."""
    days = min(days, tables.days)
    cost = tables.cover_costs(tables.coverage(roster)).sum(axis=1) + 0.2
    sums = np.convolve(cost, np.ones(days), mode="valid")
    first = int(chance.choice(len(sums), p=sums / sums.sum()))
    return slice(first, first + days)


_FIRST_PEOPLE = 5.0
_FIRST_DAYS = 7.0
_FIRST_MIXED_PEOPLE = 10.0
_MIXED_DAYS = 14
_GROWTH, _SHRINKAGE = 1.04, 0.92
_FORGETTING = 0.9
_LEAST_CHANCE = 0.1


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
        }
        self._gain = dict.fromkeys(Shape, 1.0)

    def draw(self, roster: Roster, guide: Guide) -> tuple[Shape, BoolArray]:
        """Draw a shape and the days it opens; shape (people, days)."""
        gains = np.array([self._gain[shape] for shape in Shape])
        chances = gains / gains.sum() * (1 - _LEAST_CHANCE * len(gains)) + _LEAST_CHANCE
        shape = tuple(Shape)[int(self._chance.choice(len(chances), p=chances / chances.sum()))]
        days = np.zeros((self._tables.people, self._tables.days), dtype=np.bool_)
        size = max(2, round(self._size[shape]))
        if shape is Shape.DAYS:
            days[:, draw_days(self._tables, roster, size, self._chance)] = True
            return shape, days
        people = PeopleDraw(self._tables, roster, guide, self._chance).draw(size)
        length = self._tables.days if shape is Shape.PEOPLE else _MIXED_DAYS
        window = draw_days(self._tables, roster, length, self._chance)
        days[people, window] = True
        return shape, days

    def learn(self, shape: Shape, *, gained: int, seconds: float, proven_share: float | None) -> None:
        """Learn from a step: what it gained in what time; `proven_share` of its limit was used, None if cut off."""
        rate = min(20.0, 10.0 * (gained > 0) + gained / 10) / max(seconds, 0.05)
        self._gain[shape] = _FORGETTING * self._gain[shape] + (1 - _FORGETTING) * rate + 1e-3
        most = self._tables.days if shape is Shape.DAYS else self._tables.people
        if proven_share is None:
            self._size[shape] = max(2.0, self._size[shape] * _SHRINKAGE)
        elif proven_share < 0.5:
            self._size[shape] = min(float(most), self._size[shape] * _GROWTH)
