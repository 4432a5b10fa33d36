"""Many rows at once: written in one call, and read back grouped by the row they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, insert
from sqlalchemy.dialects import postgresql, sqlite

from shiftbid.storage.tables.base import Base

Item = TypeVar("Item")

NAMES_A_STATEMENT = 5000

RowValues = dict[str, Any]
"""Values of a row by column."""


def insert_all(connection: Connection, table: type[Base], rows: Sequence[RowValues]) -> None:
    """Insert rows of a table; the driver sends them together."""
    if rows:
        connection.execute(insert(table), rows)


def grouped(pairs: Iterable[tuple[Any, Item]]) -> Mapping[Any, tuple[Item, ...]]:
    """Collect the items of each key, in their order."""
    groups: dict[Any, list[Item]] = {}
    for key, item in pairs:
        groups.setdefault(key, []).append(item)
    return {key: tuple(items) for key, items in groups.items()}


def insert_missing(connection: Connection, table: type[Base], rows: Sequence[RowValues]) -> None:
    """Insert the rows whose key is not in the table yet, whoever else inserts the same at this moment."""
    make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    if rows:
        connection.execute(make(table).on_conflict_do_nothing(), rows)


def batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Cut a list into pieces that one statement may name, which databases limit."""
    for start in range(0, len(items), NAMES_A_STATEMENT):
        yield items[start : start + NAMES_A_STATEMENT]
