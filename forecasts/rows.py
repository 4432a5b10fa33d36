"""Rows of a history file, checked cell by cell."""

from __future__ import annotations

import csv
import math
from array import array
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from forecasts.header import LongColumns, WideColumns, read_header
from forecasts.history import SeriesKey
from forecasts.lines import UnreadableError, read_lines
from forecasts.problem_list import ProblemList
from forecasts.written_times import EXPECTED, WrittenTimes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forecasts.clock import Floats, Ints
    from forecasts.history import HistoryLayout

_BLOCK_ROWS = 20_000
# more customers than this in one reading is a slip (a total, a meter reading) that would swamp all halls
# pooled with it
LARGEST_COUNT = 10_000_000
_NAN = math.nan


@dataclass(frozen=True, slots=True)
class Readings:
    """All cells of a file that hold or leave out a count; the arrays have shape (readings,)."""

    series: tuple[SeriesKey, ...]
    series_of: Ints
    moment_of: Ints
    counts: Floats
    row_of: Ints
    times: WrittenTimes
    with_class: bool


def read_rows(path: Path, layout: HistoryLayout, problems: ProblemList, day_starts: int = 0) -> Readings | None:
    """Every reading of the file; None where the file could not be read at all (`problems` says why).

    Parameters
    ----------
    day_starts
        Hour at which the file's days begin; hours before it are moved to the next day.
    """
    times = WrittenTimes(layout.timezone, day_starts)
    reader = csv.reader(read_lines(path, layout.encoding), strict=True)
    row = 0
    try:
        header = next(reader, None)
        if header is None:
            problems.add("the file is empty; expected a header row and rows of counts")
            return None
        names = [name.strip() for name in header]
        columns = read_header(names, layout, problems)
        if columns is None:
            return None
        table = (
            _Wide(names, columns, times) if isinstance(columns, WideColumns) else _Long(names, columns, times, layout)
        )
        row = 2
        while block := list(islice(reader, _BLOCK_ROWS)):
            complete = list(_complete_rows(block, row, len(names), problems))
            table.add([cells for _, cells in complete], [number for number, _ in complete], problems)
            row += len(block)
    except UnreadableError as stop:
        problems.append(stop.problem)
        return None
    except csv.Error as error:
        problems.add(f"the row cannot be split into columns ({error})", max(row, reader.line_num))
        return None
    readings = table.readings(problems)
    if len(readings.counts) == 0 and problems.total == 0:
        problems.add("there are no rows of counts below the header")
    return readings


def _complete_rows(
    block: Sequence[list[str]], first_row: int, width: int, problems: ProblemList
) -> Iterator[tuple[int, list[str]]]:
    for number, cells in enumerate(block, first_row):
        if len(cells) == width:
            yield number, cells
        elif any(cell.strip() for cell in cells):
            problems.add(f"the row has {len(cells)} cells, the header {width}", number)


class _Columns:
    """What long and wide tables share: the growing columns of readings."""

    def __init__(self, names: Sequence[str], time_column: int, times: WrittenTimes) -> None:
        self._names = names
        self._time_column = time_column
        self._times = times

    def moments(self, rows: Sequence[list[str]], numbers: Sequence[int], problems: ProblemList) -> list[int]:
        """Time of each row; -1 where it cannot be read."""
        at, read, found = self._time_column, self._times.read, list[int]()
        for cells, number in zip(rows, numbers, strict=True):
            moment = read(cells[at].strip())
            if moment is None:
                problems.add(f'"{_short(cells[at])}" is not a time; {EXPECTED}', number, self._names[at])
                moment = -1
            found.append(moment)
        return found


class _Long(_Columns):
    """Rows of hall, time, count and perhaps class."""

    def __init__(self, names: Sequence[str], columns: LongColumns, times: WrittenTimes, layout: HistoryLayout) -> None:
        super().__init__(names, columns.time, times)
        self._columns = columns
        self._halls = frozenset(layout.sites)
        self._seen_halls: set[str] = set()
        self._codes: dict[SeriesKey, int] = {}
        self._series, self._moments, self._rows = array("q"), array("q"), array("q")
        self._counts = array("d")

    def add(self, rows: Sequence[list[str]], numbers: Sequence[int], problems: ProblemList) -> None:
        columns = self._columns
        column = self._names[columns.count]
        counts = read_counts([cells[columns.count] for cells in rows], numbers, column, problems)
        moments = self.moments(rows, numbers, problems)
        for cells, number, moment, count in zip(rows, numbers, moments, counts, strict=True):
            hall = cells[columns.hall].strip()
            if not hall:
                problems.add("the hall is blank", number, self._names[columns.hall])
                continue
            self._seen_halls.add(hall)
            if moment < 0 or (self._halls and hall not in self._halls):
                continue
            label = "" if columns.customer_class is None else cells[columns.customer_class].strip()
            self._series.append(self._codes.setdefault(SeriesKey(hall, label), len(self._codes)))
            self._moments.append(moment)
            self._rows.append(number)
            self._counts.append(count)

    def readings(self, problems: ProblemList) -> Readings:
        for hall in sorted(self._halls - self._seen_halls):
            problems.add(f'no row is of the hall "{hall}"', None, self._names[self._columns.hall])
        return Readings(
            tuple(self._codes),
            np.frombuffer(self._series, np.int64),
            np.frombuffer(self._moments, np.int64),
            np.frombuffer(self._counts, np.float64),
            np.frombuffer(self._rows, np.int64),
            self._times,
            with_class=self._columns.customer_class is not None,
        )


class _Wide(_Columns):
    """A row a time, a column a hall."""

    def __init__(self, names: Sequence[str], columns: WideColumns, times: WrittenTimes) -> None:
        super().__init__(names, columns.time, times)
        self._sites = columns.sites
        self._chosen = columns.chosen
        self._moments, self._rows = array("q"), array("q")
        self._counts = {site: array("d") for site in columns.sites}
        self._problems = {site: ProblemList() for site in columns.sites}
        self._numeric: set[int] = set()

    def add(self, rows: Sequence[list[str]], numbers: Sequence[int], problems: ProblemList) -> None:
        moments = self.moments(rows, numbers, problems)
        kept = [i for i, moment in enumerate(moments) if moment >= 0]
        self._moments.extend(moments[i] for i in kept)
        self._rows.extend(numbers[i] for i in kept)
        for site in self._sites:
            column = [cells[site] for cells in rows]
            if site not in self._numeric and any(map(_is_number, column)):
                self._numeric.add(site)
            counts = read_counts(column, numbers, self._names[site], self._problems[site])
            self._counts[site].extend(counts if len(kept) == len(rows) else [counts[i] for i in kept])

    def readings(self, problems: ProblemList) -> Readings:
        sites = [site for site in self._sites if self._chosen or not self._is_text(site)]
        for site in sites:
            problems.extend(self._problems[site])
        if not sites:
            problems.add("no column holds counts", 1)
            sites = list(self._sites)
        return Readings(
            tuple(SeriesKey(self._names[site]) for site in sites),
            np.repeat(np.arange(len(sites), dtype=np.int64), len(self._moments)),
            np.tile(np.frombuffer(self._moments, np.int64), len(sites)),
            np.concatenate([np.frombuffer(self._counts[site], np.float64) for site in sites]),
            np.tile(np.frombuffer(self._rows, np.int64), len(sites)),
            self._times,
            with_class=False,
        )

    def _is_text(self, site: int) -> bool:
        """Whether a column the user did not name holds remarks rather than counts: text, and not one number."""
        return self._problems[site].total > 0 and site not in self._numeric


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def read_counts(cells: Sequence[str], rows: Sequence[int], column: str, problems: ProblemList) -> list[float]:
    """Read the counts of a column: NaN for a blank cell, and for one that is no count (noted in `problems`)."""
    try:
        counts = [float(cell) if cell else _NAN for cell in cells]
    except ValueError:
        counts = [_NAN] * len(cells)
        suspect = True
    else:
        values = np.asarray(counts)
        written = np.fromiter(map(bool, cells), np.bool_, len(cells))
        with np.errstate(invalid="ignore"):
            suspect = bool((written & ~((values >= 0) & (values <= LARGEST_COUNT))).any()) or "_" in "".join(cells)
    if not suspect:
        return counts
    return [_read_count(cell.strip(), row, column, problems) for cell, row in zip(cells, rows, strict=True)]


def _read_count(cell: str, row: int, column: str, problems: ProblemList) -> float:
    if not cell:
        return _NAN
    try:
        count = float(cell.replace("_", "?"))
    except ValueError:
        count = _NAN
    if math.isnan(count) or math.isinf(count):
        problems.add(f'"{_short(cell)}" is not a number; expected a count, or a blank for no reading', row, column)
    elif count < 0:
        problems.add(f"{cell} is negative; expected a count, or a blank for no reading", row, column)
    elif count > LARGEST_COUNT:
        problems.add(f"{_short(cell)} customers in one reading is not plausible", row, column)
    else:
        return count
    return _NAN


def _short(cell: str) -> str:
    return cell if len(cell) <= 40 else cell[:39] + "…"
