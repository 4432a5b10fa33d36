"""Writing CSV files: UTF-8, comma, header row, line feed; one way to write each kind of cell."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Sequence
from pathlib import Path

from shiftbid.domain.errors import BugError

DECIMALS = 6


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table; the rows are drawn one by one. Raises OSError where the disk does."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def table_bytes(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Give a table as the bytes of its file."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8")


def number(value: float) -> str:
    """Write a finite number in plain decimals, to six places at most; raises BugError for any other."""
    if not math.isfinite(value):
        raise BugError(f"{value} cannot be published: it is no finite number")
    text = f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def yes_no(value: bool) -> str:
    """Write ``true`` or ``false``."""
    return "true" if value else "false"
