"""Costs by whole units, written into linear models as chords: exact where the costs are convex, never above them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from shiftbid.solver.emitter import Sum
from shiftbid.solver.rows import RowModel


@dataclass(frozen=True, slots=True)
class Chord:
    """The line ``run * cost = rise * units + offset`` between two corners of a cost table, of which one is `first`."""

    first: int
    run: int
    rise: int
    offset: int

    def at(self, units: int) -> int:
        """The least whole cost that is not below the line."""
        return -(-(self.rise * units + self.offset) // self.run)


@dataclass(frozen=True, slots=True)
class CostTable:
    """Cost, at least 0, of each number of units.

    Attributes
    ----------
    first
        The number of units that the first cost is of; smaller ones never come up.
    costs
        Costs of that number and those after it; larger ones cost what the last one does.
    """

    first: int
    costs: tuple[int, ...]

    @property
    def last(self) -> int:
        """The number of units that the last cost is of."""
        return self.first + len(self.costs) - 1

    def at(self, units: int) -> int:
        """Cost of so many units."""
        return self.costs[min(max(units - self.first, 0), len(self.costs) - 1)]

    def chords(self) -> tuple[Chord, ...]:
        """Chords of the greatest convex function that is nowhere above the costs."""
        return tuple(
            Chord(
                first=first,
                run=second - first,
                rise=self.at(second) - self.at(first),
                offset=self.at(first) * (second - first) - (self.at(second) - self.at(first)) * first,
            )
            for first, second in pairwise(self._corners())
        )

    def _corners(self) -> list[int]:
        corners: list[int] = []
        for units in range(self.first, self.first + len(self.costs)):
            while len(corners) > 1 and not self._turns_up(corners[-2], corners[-1], units):
                corners.pop()
            corners.append(units)
        return corners

    def _turns_up(self, one: int, two: int, three: int) -> bool:
        before = (self.at(two) - self.at(one)) * (three - two)
        return before < (self.at(three) - self.at(two)) * (two - one)


def write_cost(model: RowModel, amount: Sum, table: CostTable) -> int:
    """Write the cost of an amount, a sum over 0/1 columns, as a column that chords hold up from below; gives it."""
    lowest = amount.constant + sum(min(0, weight) for _, weight in amount.terms)
    highest = amount.constant + sum(max(0, weight) for _, weight in amount.terms)
    counted = model.whole(lowest, highest)
    model.row([*amount.terms, (counted, -1)], -amount.constant, -amount.constant)
    chords = table.chords()
    most = max([*table.costs, *(chord.at(edge) for chord in chords for edge in (lowest, highest))])
    cost = model.whole(min(table.costs), most)
    for chord in chords:
        model.row([(cost, chord.run), (counted, -chord.rise)], chord.offset, None)
    return cost
