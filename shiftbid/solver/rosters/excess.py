"""Where a roster costs more than prices say it must, and who and which days are drawn there.

A roster's value less the proven limit is the sum of these parts, at the best prices.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from shiftbid.solver.rosters.messages import Guide
from shiftbid.solver.rosters.pool import worth
from shiftbid.solver.rosters.tables import FloatArray, IntArray, Roster, RosterTables


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
