"""Two versions of a roster side by side. Qt-free."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.roster import Assignment


@dataclass(frozen=True, slots=True)
class CellDifference:
    """A person's day that differs between two versions."""

    day: date
    employee: str
    name: str
    before: tuple[Assignment, ...]
    after: tuple[Assignment, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs, in order of day and name.

    Attributes
    ----------
    minutes
        Working minutes that the second version has more than the first; negative where it has fewer.
    """

    cells: tuple[CellDifference, ...]
    minutes: int

    @property
    def people(self) -> int:
        """How many people's days differ."""
        return len({each.employee for each in self.cells})


def compared(before: Sequence[Assignment], after: Sequence[Assignment], names: Mapping[str, str]) -> Comparison:
    """Compare two versions; people no longer on the staff list go by their id."""
    first, second = _cells(before), _cells(after)
    cells = [
        CellDifference(day, employee, names.get(employee, employee), first.get(key, ()), second.get(key, ()))
        for key in first.keys() | second.keys()
        for employee, day in (key,)
        if set(first.get(key, ())) != set(second.get(key, ()))
    ]
    cells.sort(key=lambda each: (each.day, each.name, each.employee))
    return Comparison(tuple(cells), _minutes(after) - _minutes(before))


def _cells(assignments: Sequence[Assignment]) -> Mapping[tuple[str, date], tuple[Assignment, ...]]:
    cells: dict[tuple[str, date], tuple[Assignment, ...]] = {}
    for each in sorted(assignments, key=lambda one: one.shift.span):
        key = each.employee, each.shift.day
        cells[key] = (*cells.get(key, ()), each)
    return cells


def _minutes(assignments: Sequence[Assignment]) -> int:
    return sum(each.shift.paid_minutes for each in assignments)
