"""Cases in CSV files: rows with their line numbers, numbers read with every fault named."""

from __future__ import annotations

import csv
import gzip
import io
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from shiftbid.domain.errors import InputError, Problem


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One row of a file: its line, its texts by column, and where its faults are gathered."""

    line: int
    texts: Mapping[str, str]
    problems: list[Problem] = field(repr=False)

    def text(self, column: str) -> str:
        """Text of a column, trimmed; empty where the row is shorter."""
        return (self.texts.get(column) or "").strip()

    def number(self, column: str, *, least: float = 0.0, default: float | None = None) -> float:
        """Finite number of at least ``least``; the default where blank; faults are noted and read as ``least``."""
        text = self.text(column)
        if not text and default is not None:
            return default
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not (math.isfinite(value) and value >= least):
            self.problems.append(Problem(f"{text!r}: give a number of {least:g} or more", self.line, column))
            return least
        return value

    def whole(self, column: str) -> int:
        """Whole number of 0 or more."""
        value = self.number(column)
        if value != int(value):
            self.problems.append(Problem(f"{self.text(column)!r}: give a whole number", self.line, column))
        return int(value)


def read_cases(path: Path, columns: Sequence[str]) -> tuple[list[CaseRow], list[Problem]]:
    """Rows of a CSV file (``.gz`` by its ending) and the list in which their faults will be noted.

    Raises
    ------
    InputError
        The file cannot be read, lacks columns or has no rows.
    """
    try:
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        text = raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError, EOFError) as error:
        raise InputError(str(path), [f"cannot be read as UTF-8 CSV: {error}"]) from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    missing = [column for column in columns if column not in (reader.fieldnames or ())]
    if missing:
        raise InputError(str(path), [f"column {column} is missing" for column in missing])
    problems: list[Problem] = []
    rows = [CaseRow(reader.line_num, row, problems) for row in reader]
    if not rows:
        raise InputError(str(path), ["has no rows below its header"])
    return rows, problems


def write_rows(path: Path, header: Sequence[str], rows: Iterable[Sequence[str | int | float | None]]) -> None:
    """Write a CSV file; numbers with 12 digits, None as an empty cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([f"{v:.12g}" if isinstance(v, float) else v for v in row] for row in rows)
    data = out.getvalue().encode()
    path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)
