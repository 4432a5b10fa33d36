"""Neighbourhoods: which people and days a search step may change while the rest of the award stays."""

from __future__ import annotations

import random
from collections.abc import Callable
from enum import StrEnum

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]


class Shape(StrEnum):
    """What a neighbourhood opens: some people on every day, everybody on some days, or some people on half the days."""

    PEOPLE = "people"
    DAYS = "days"
    MIXED = "mixed"


_GROWTH = 1.08
_SHRINKAGE = 0.92


class Neighbourhoods:
    """Draws neighbourhoods and fits their size: larger after a proven step, smaller after one cut short.

    Parameters
    ----------
    person_of, day_of
        Person and day of each 0/1 column, both numbered from 0; shape (columns,).
    first_columns
        Columns that the first neighbourhoods open.
    """

    def __init__(self, person_of: IntArray, day_of: IntArray, first_columns: int, chance: random.Random) -> None:
        self._person_of = person_of
        self._day_of = day_of
        self._people = int(person_of.max(initial=-1)) + 1
        self._days = int(day_of.max(initial=-1)) + 1
        self._chance = chance
        self._columns = {shape: float(first_columns) for shape in Shape}
        self._draws: dict[Shape, Callable[[float], BoolArray]] = {
            Shape.PEOPLE: self._some_people,
            Shape.DAYS: self._some_days,
            Shape.MIXED: self._some_people_some_days,
        }

    def draw(self) -> tuple[Shape, BoolArray]:
        """Draw a shape and the columns it opens; shape (columns,)."""
        shape = self._chance.choice(tuple(Shape))
        share = min(1.0, self._columns[shape] / max(1, len(self._person_of)))
        if share == 1.0:
            return shape, np.ones(len(self._person_of), dtype=np.bool_)
        return shape, self._draws[shape](share)

    def learn(self, shape: Shape, *, proven: bool) -> None:
        """Fit the size of a shape to how its last step ended."""
        self._columns[shape] *= _GROWTH if proven else _SHRINKAGE

    def _some_people(self, share: float) -> BoolArray:
        chosen = self._chance.sample(range(self._people), max(1, round(share * self._people)))
        return np.isin(self._person_of, chosen)

    def _some_days(self, share: float) -> BoolArray:
        length = max(1, round(share * self._days))
        first = self._chance.randint(0, self._days - length)
        return (first <= self._day_of) & (self._day_of < first + length)

    def _some_people_some_days(self, share: float) -> BoolArray:
        length = max(1, (self._days + 1) // 2)
        first = self._chance.randint(0, self._days - length)
        inside = (first <= self._day_of) & (self._day_of < first + length)
        return inside & self._some_people(min(1.0, share * self._days / length))
