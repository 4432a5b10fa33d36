"""A table of texts from a file, whether it is CSV or a spreadsheet."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from shiftbid.domain.errors import InputError, Problem
from shiftbid.importers.ticket_text import DAMAGED, HEADER_LINES, Line, log_text, read_bytes

SPREADSHEET = ".xlsx"
PROBLEMS_SHOWN = 100


@dataclass(frozen=True, slots=True)
class TextTable:
    """Names of the columns, and rows with their 1-based line in the file."""

    names: tuple[str, ...]
    rows: tuple[Line, ...]


def read_table(path: Path, encoding: str | None, recognised: Callable[[Sequence[str]], int]) -> TextTable:
    """Read the first sheet of an ``.xlsx`` file, or a CSV file in whatever encoding and with whatever separator.

    Parameters
    ----------
    encoding
        Text encoding of a CSV file; found where None.
    recognised
        How many names of a line are known column names. The header is the line, of the first ten, that has most.

    Raises
    ------
    InputError
        The file cannot be read, has no rows, rows that do not fit the header, or damaged characters; every such row
        is named.
    """
    try:
        if path.suffix.lower() == SPREADSHEET:
            table = _of_sheet(_sheet_lines(read_bytes(path)), recognised)
        else:
            text = log_text(read_bytes(path), encoding, recognised)
            table = TextTable(text.header.fields, text.rows)
    except InputError as error:
        raise InputError(str(path), error.problems) from error
    problems = [problem for line in table.rows for problem in _faults(line, len(table.names))]
    if not table.rows:
        problems.append(Problem("holds no rows under its header"))
    refuse(path, problems)
    return table


def refuse(path: Path, problems: Sequence[Problem]) -> None:
    """Raise InputError where there are problems, with the first hundred of them in order of row."""
    if problems:
        ordered = sorted(problems, key=lambda each: each.row or 0)
        more = len(ordered) - PROBLEMS_SHOWN
        raise InputError(
            str(path), [*ordered[:PROBLEMS_SHOWN], *([Problem(f"and {more} more problems")] if more > 0 else [])]
        )


def _faults(line: Line, columns: int) -> Iterator[Problem]:
    if len(line.fields) < columns or any(line.fields[columns:]):
        yield Problem(f"has {len(line.fields)} fields, the header has {columns}", line.number)
    elif any(DAMAGED in field for field in line.fields):
        yield Problem("holds characters that are damaged; say in which encoding the file is", line.number)


def _of_sheet(lines: Sequence[Line], recognised: Callable[[Sequence[str]], int]) -> TextTable:
    if not lines:
        raise InputError("spreadsheet", ["its first sheet is empty"])
    top = max(range(min(HEADER_LINES, len(lines))), key=lambda index: (recognised(lines[index].fields), -index))
    names = lines[top].fields
    while names and not names[-1]:
        names = names[:-1]
    return TextTable(names, tuple(lines[top + 1 :]))


def _sheet_lines(raw: bytes) -> tuple[Line, ...]:
    lines = (
        Line(number, tuple(_text(value, number_format) for value, number_format in cells))
        for number, cells in enumerate(_sheet_cells(raw), start=1)
    )
    return tuple(line for line in lines if any(line.fields))


def _sheet_cells(raw: bytes) -> list[list[tuple[object, str]]]:
    """Values and number formats of the cells of the first sheet, row by row."""
    # The reader of spreadsheets takes a tenth of a second to load, which nobody pays who reads text.
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that it does not know; only values are read
            workbook = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
            return [
                [(cell.value, str(cell.number_format)) for cell in cells]
                for cells in workbook.worksheets[0].iter_rows()
            ]
    except Exception as error:  # openpyxl raises whatever a damaged part makes it stumble over
        raise InputError("spreadsheet", ["is not one that can be read; save it as .xlsx or CSV"]) from error


def _text(value: object, number_format: str) -> str:
    """Text of a cell as a CSV file would hold it: whole numbers without a point, dates year first."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        shows_time = "h" in number_format.lower() or value.time() != time()
        return value.isoformat(sep=" ", timespec="seconds") if shows_time else value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
