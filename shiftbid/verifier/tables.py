"""Reading the published CSV files: typed cells, every faulty cell named by file, row and column."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from shiftbid.verifier.clock import DAY_MINUTES, read_clock, read_day, read_instant
from shiftbid.verifier.finding import Kind, UnreadableRecord, VerifierFinding

Row = TypeVar("Row")

_NO_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class PauseCell:
    """One break as files write it: clock minute of its start, length, and who pays."""

    clock_minute: int
    minutes: int
    paid: bool


@dataclass(slots=True)
class Cells:
    """The cells of one row. A cell that cannot be read is noted as a fault and a neutral value returned."""

    file: str
    row: int
    values: Mapping[str, str]
    faults: list[VerifierFinding] = field(default_factory=list[VerifierFinding])

    def fault(self, column: str, expected: str) -> None:
        """Note that a cell does not hold what its column promises."""
        sentence = f"{self.file} row {self.row}, column {column}: {self.values[column]!r} is not {expected}."
        self.faults.append(VerifierFinding(Kind.FILE, "FILE-CELL", self.values.get("employee", ""), "", sentence))

    def text(self, column: str) -> str:
        """Give the text of a cell."""
        return self.values[column]

    def name(self, column: str) -> str:
        """Give an id, which is never empty."""
        if not self.values[column]:
            self.fault(column, "an id: it is empty")
        return self.values[column]

    def instant(self, column: str) -> int:
        """Give an ISO 8601 time with UTC offset as UTC seconds."""
        moment = read_instant(self.values[column])
        if moment is None:
            self.fault(column, "an ISO 8601 time with UTC offset, such as 2026-11-02T09:00+13:00")
        return moment or 0

    def day(self, column: str) -> date:
        """Give a date."""
        day = read_day(self.values[column])
        if day is None:
            self.fault(column, "a date such as 2026-11-02")
        return day or _NO_DAY

    def clock(self, column: str) -> int:
        """Give a time of day in minutes after midnight."""
        minute = read_clock(self.values[column])
        if minute is None:
            self.fault(column, "a time of day such as 09:30")
        return minute or 0

    def whole(self, column: str) -> int:
        """Give a whole number."""
        if not re.fullmatch(r"-?[0-9]{1,15}", self.values[column]):
            self.fault(column, "a whole number")
            return 0
        return int(self.values[column])

    def number(self, column: str) -> float:
        """Give a finite number."""
        try:
            value = float(self.values[column])
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            self.fault(column, "a number")
            return 0.0
        return value

    def flag(self, column: str) -> bool:
        """Give ``true`` or ``false``."""
        if self.values[column] not in ("true", "false"):
            self.fault(column, "true or false")
        return self.values[column] == "true"

    def choice(self, column: str, choices: frozenset[str]) -> str:
        """Give one of the words that the column may hold."""
        if self.values[column] not in choices:
            self.fault(column, f"one of {', '.join(sorted(choices))}")
        return self.values[column]

    def names(self, column: str) -> frozenset[str]:
        """Give the texts of a list joined by ``;``."""
        return frozenset(part.strip() for part in self.values[column].split(";") if part.strip())

    def pauses(self, column: str) -> tuple[PauseCell, ...]:
        """Give breaks written ``HH:MM/minutes/paid|unpaid``, joined by ``;``."""
        pauses: list[PauseCell] = []
        for part in filter(None, self.values[column].split(";")):
            match = re.fullmatch(r"\s*([0-9:]+)/([0-9]{1,6})/(paid|unpaid)\s*", part)
            minute = read_clock(match[1]) if match else None
            if match is None or minute is None:
                self.fault(column, "a list of breaks such as 12:30/60/unpaid;15:00/15/paid")
            else:
                pauses.append(PauseCell(minute % DAY_MINUTES, int(match[2]), match[3] == "paid"))
        return tuple(pauses)


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """Rows of a published file that could be read, and what was wrong with the others."""

    rows: tuple[Row, ...]
    faults: tuple[VerifierFinding, ...]


def read_table(path: Path, columns: tuple[str, ...], parse: Callable[[Cells], Row]) -> Table[Row]:
    """Read a CSV file row by row; faulty rows are left out and named.

    Parameters
    ----------
    columns
        Columns the file must have; others may stand beside them.

    Raises
    ------
    UnreadableRecord
        The file is no UTF-8 CSV file or lacks a column.
    """
    lines = _lines(path)
    header = lines[0] if lines else []
    missing = [column for column in columns if column not in header]
    if missing:
        raise UnreadableRecord([f"{path.name}: the header lacks {', '.join(missing)}"])
    rows: list[Row] = []
    faults: list[VerifierFinding] = []
    for number, line in enumerate(lines[1:], start=2):
        if not line:
            continue
        if len(line) != len(header):
            sentence = f"{path.name} row {number} has {len(line)} cells; the header has {len(header)}."
            faults.append(VerifierFinding(Kind.FILE, "FILE-ROW", "", "", sentence))
            continue
        cells = Cells(path.name, number, dict(zip(header, line, strict=True)))
        row = parse(cells)
        if cells.faults:
            faults.extend(cells.faults)
        else:
            rows.append(row)
    return Table(tuple(rows), tuple(faults))


def _lines(path: Path) -> list[list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UnreadableRecord([f"{path.name}: cannot be read as a UTF-8 CSV file ({error})"]) from error
