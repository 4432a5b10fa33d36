"""Which column of a table holds what, and reading its cells with every fault noted."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from shiftbid.domain.errors import InputError, Problem
from shiftbid.importers.ticket_columns import plain
from shiftbid.importers.ticket_text import Line
from shiftbid.importers.ticket_times import is_blank

IGNORE = "ignore"
Value = TypeVar("Value")
_BRACKETS = re.compile(r"[(（][^)）]*[)）]")


@dataclass(frozen=True, slots=True)
class TableField:
    """A field that a table may have, and the names under which columns hold it, the better first."""

    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TablePlaces:
    """Where each field stands, and what its column is called."""

    places: Mapping[str, int]
    names: tuple[str, ...]

    def __contains__(self, field: str) -> bool:
        return field in self.places

    def column(self, field: str) -> str:
        """Name of the column that holds a field; the field's own where none does."""
        return self.names[self.places[field]] if field in self.places else field


def recogniser(fields: Sequence[TableField], given: Mapping[str, str]) -> Callable[[Sequence[str]], int]:
    """Make the function that counts the known column names of a line."""
    known = {plain(alias) for field in fields for alias in (field.name, *field.aliases)} | {plain(n) for n in given}
    return lambda names: sum(plain(name) in known or plain(without_unit(name)) in known for name in set(names))


def without_unit(name: str) -> str:
    """Name of a column without what stands in brackets: ``Hourly wage ($)`` holds the hourly wage."""
    return _BRACKETS.sub("", name)


def place_fields(
    names: Sequence[str], fields: Sequence[TableField], given: Mapping[str, str], needed: Sequence[Sequence[str]]
) -> TablePlaces:
    """Find the column of each field: what the user says, then the best alias that is not taken.

    Parameters
    ----------
    given
        Field by column name, or ``ignore``.
    needed
        Groups of fields of which at least one must be there.

    Raises
    ------
    InputError
        A mapped column or field is unknown, a field is given twice, or a needed one is missing; every problem is named.
    """
    problems: list[Problem] = []
    known = [field.name for field in fields]
    placed = list(reversed(list(enumerate(names))))
    written = {plain(without_unit(name)): place for place, name in placed} | {
        plain(name): place for place, name in placed
    }
    places: dict[str, int] = {}
    taken: set[int] = set()
    for column, field in given.items():
        place = written.get(plain(column))
        if place is None:
            problems.append(Problem(f"--map {column}={field}: the file's columns are {', '.join(names)}"))
        elif field not in (*known, IGNORE):
            problems.append(Problem(f"--map {column}={field}: fields are {', '.join(known)} and {IGNORE}"))
        elif field in places:
            problems.append(Problem(f"--map {column}={field}: {field} is given twice"))
        else:
            taken.add(place)
            if field != IGNORE:
                places[field] = place
    for field in fields:
        found = (written.get(plain(alias)) for alias in (field.name, *field.aliases))
        place = next((each for each in found if each is not None and each not in taken), None)
        if field.name not in places and place is not None:
            places[field.name] = place
            taken.add(place)
    problems += [
        Problem(f"no column holds {' or '.join(group)}; columns are {', '.join(names)}: use --map COLUMN={group[0]}")
        for group in needed
        if not any(field in places for field in group)
    ]
    if problems:
        raise InputError("columns", problems)
    return TablePlaces(places, tuple(names))


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one row; what cannot be read is added to the problems."""

    line: Line
    places: TablePlaces
    problems: list[Problem]

    def text(self, field: str) -> str:
        """Text of a cell; empty where there is no such column or the cell says that there is nothing."""
        place = self.places.places.get(field)
        found = "" if place is None else self.line.fields[place]
        return "" if is_blank(found) else found

    def read(self, field: str, parse: Callable[[str], Value]) -> Value | None:
        """Value of a cell, None where it is blank or wrong; `parse` raises ValueError that says what is wrong."""
        text = self.text(field)
        if not text:
            return None
        try:
            return parse(text)
        except (ValueError, InputError) as error:
            self.refuse(field, str(error.problems[0].message if isinstance(error, InputError) else error))
            return None

    def need(self, field: str, parse: Callable[[str], Value]) -> Value | None:
        """Value of a cell that may not be blank."""
        if not self.text(field):
            self.refuse(field, "is blank")
            return None
        return self.read(field, parse)

    def refuse(self, field: str, message: str) -> None:
        """Note what is wrong with a cell."""
        self.problems.append(Problem(message, self.line.number, self.places.column(field)))
