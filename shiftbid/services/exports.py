"""What an export is asked for and what it gives; light, so that commands can name it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from shiftbid.domain.data_reading import Reader
from shiftbid.domain.timeline import Period


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """A file, or a folder of files, of what is published.

    Attributes
    ----------
    form
        Name of the format.
    out
        Where to: a file, or a folder for formats with a file a person.
    hall, period
        All halls, and the latest period, where None.
    url
        Database; the embedded file where None.
    reader
        Who goes on record as having read what the files hold; whoever gives the command where None.
    """

    form: str
    out: Path
    hall: str | None = None
    period: Period | None = None
    url: str | None = None
    reader: Reader | None = None


@dataclass(frozen=True, slots=True)
class PayrollOrder:
    """A payroll export.

    Attributes
    ----------
    codes
        The file that says what the payroll program calls people and pay classes.
    changes
        Only what the last pay run of the period changed against the one before.
    """

    export: ExportOrder
    codes: Path | None = None
    changes: bool = False


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written.

    Attributes
    ----------
    minutes
        Minutes by pay class, of payroll exports; those that the program is not told are left out of the file only.
    cents
        Fixed sums of payroll exports, all together.
    """

    period: Period
    halls: tuple[str, ...]
    files: tuple[Path, ...]
    minutes: Mapping[str, int]
    cents: int = 0


class Exporter(Protocol):
    """Writes rosters or calendars."""

    def __call__(self, order: ExportOrder) -> ExportReport:
        """Raises InputError before anything is written."""
        ...


class PayrollExporter(Protocol):
    """Writes the files of a payroll program."""

    def __call__(self, order: PayrollOrder) -> ExportReport:
        """Raises InputError with every problem before anything is written."""
        ...
