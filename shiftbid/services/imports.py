"""What an import of a table is asked for and what it gives; light, so that commands can name it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from shiftbid.services.own_footfall import MissingRows
from shiftbid.services.ticket_log import DateOrder


@dataclass(frozen=True, slots=True)
class TableOrder:
    """A table to import.

    Attributes
    ----------
    hall
        Hall that the rows belong to; what the file says of halls, or the only hall of the database, where None.
    columns
        Field by column name, over the known aliases; ``ignore`` leaves a column out.
    encoding
        Text encoding; found where None.
    dates
        Order of day and month in dates such as 03/04/2026; found where None.
    url
        Database; the embedded file where None.
    """

    file: Path
    hall: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict[str, str])
    encoding: str | None = None
    dates: DateOrder | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class FootfallOrder:
    """Counts to import. `missing_rows` says what an hour without a row means."""

    table: TableOrder
    missing_rows: MissingRows = "refuse"


@dataclass(frozen=True, slots=True)
class NoticeOrder:
    """A holiday notice to import. The place is the hall's where no country is given."""

    table: TableOrder
    country: str | None = None
    subdivision: str | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What was taken in.

    Attributes
    ----------
    halls
        Halls, or places of a calendar, that changed.
    counts
        How many of what.
    notes
        What the reader should know, in sentences.
    """

    halls: tuple[str, ...]
    counts: Mapping[str, int]
    notes: tuple[str, ...] = ()


class TableImporter(Protocol):
    """Imports one table."""

    def __call__(self, order: TableOrder) -> ImportReport:
        """Raises InputError with every problem of the file before anything is stored."""
        ...


class NoticeImporter(Protocol):
    """Imports one holiday notice."""

    def __call__(self, order: NoticeOrder) -> ImportReport:
        """Raises InputError with every problem of the file before anything is stored."""
        ...


class FootfallImporter(Protocol):
    """Imports one file of counts."""

    def __call__(self, order: FootfallOrder) -> ImportReport:
        """Raises InputError with every problem of the file before anything is stored."""
        ...
