"""After the fact: a forecast that was made, beside what came, with scores and drift alarms."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import DAY_HOURS, HOUR_SECONDS, Floats, Ints, day_of
from forecasts.drift import DayRecord, Drift, find_drifts
from forecasts.errors import SettingsError
from forecasts.history import SeriesKey
from forecasts.problem_list import ProblemList
from forecasts.scores import Judged, Score, score, week_to_week_change
from forecasts.side_files import read_table
from forecasts.written_times import EXPECTED, WrittenTimes

if TYPE_CHECKING:
    from forecasts.history import History


@dataclass(frozen=True, slots=True, eq=False)
class MadeForecast:
    """A forecast as it was written: arrays of shape (rows,) and `quantiles` (rows, levels), times as instants."""

    series: tuple[SeriesKey, ...]
    series_of: Ints
    utc_seconds: Ints
    levels: tuple[float, ...]
    means: Floats
    quantiles: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Review:
    """Scores and alarms of each series, and the scores of all together; `hours` is how many could be compared."""

    hours: int
    levels: tuple[float, ...]
    together: Score
    by_series: tuple[tuple[SeriesKey, Score, tuple[Drift, ...]], ...]


def read_made_forecast(path: Path | str, history: History) -> MadeForecast:
    """Read a forecast of hours, as `write_forecast` writes it, on the clock of the history it is to be held against.

    Raises
    ------
    HistoryError
        The file cannot be used; every problem is listed with its row and column.
    """
    problems = ProblemList()
    times = WrittenTimes(history.clock.zone_name)
    series: dict[SeriesKey, int] = {}
    rows = list[tuple[int, int, list[float]]]()
    table = read_table(Path(path), "utf-8", ("hall", "time", "mean"), problems)
    names = [name for name in (table[0][1] if table else ()) if name == "mean" or _level(name) is not None]
    for number, cells in table:
        moment = times.read(cells["time"])
        if moment is None:
            problems.add(f'"{cells["time"]}" is not a time; {EXPECTED}', number, "time")
        values = [_number(cells[name], number, name, problems) for name in names]
        key = SeriesKey(cells["hall"], cells.get("class", ""))
        rows.append((series.setdefault(key, len(series)), -1 if moment is None else moment, values))
    if not rows:
        problems.add("there are no rows of a forecast below the header")
    problems.raise_if_any(str(path))
    values = np.array([each[2] for each in rows], np.float64)
    levels = tuple(level for level in map(_level, names) if level is not None)
    mean = names.index("mean")
    return MadeForecast(
        tuple(series),
        np.array([each[0] for each in rows], np.int64),
        times.moments().utc_seconds[[each[1] for each in rows]],
        levels,
        values[:, mean],
        np.delete(values, mean, axis=1),
    )


def review(made: MadeForecast, history: History) -> Review:
    """Hold a forecast against the counts that came since.

    Raises
    ------
    SettingsError
        The history holds no count of any hour that was forecast.
    """
    first = int(made.utc_seconds.min())
    hours = (int(made.utc_seconds.max()) - first) // HOUR_SECONDS + 1
    shape = (len(made.series), hours)
    column = (made.utc_seconds - first) // HOUR_SECONDS
    means, actual = np.full(shape, np.nan), np.full(shape, np.nan)
    quantiles = np.full((*shape, len(made.levels)), np.nan)
    means[made.series_of, column], quantiles[made.series_of, column] = made.means, made.quantiles
    at = (first + HOUR_SECONDS * np.arange(hours) - history.start_utc_seconds) // HOUR_SECONDS
    inside = (at >= 0) & (at < history.hours)
    scale = np.full(len(made.series), np.nan)
    for i, key in enumerate(made.series):
        if key in history.series:
            counts = history.row(key)[0]
            actual[i, inside] = counts[at[inside]]
            scale[i] = week_to_week_change(counts[None, :], max(int(at[0]), 0))[0]
    compared = np.isfinite(actual) & np.isfinite(means)
    if not compared.any():
        raise SettingsError("the history holds no count of any hour that was forecast")
    days = history.clock.local_hours(first + HOUR_SECONDS * np.arange(hours)) // DAY_HOURS
    judged = Judged(actual, means, quantiles, scale)
    found = list[tuple[SeriesKey, Score, tuple[Drift, ...]]]()
    for i, key in enumerate(made.series):
        mine = np.zeros(shape, np.bool_)
        mine[i] = True
        record = _by_day(actual[i], means[i], quantiles[i], days)
        alarms = find_drifts(record, made.levels[-1] - made.levels[0]) if compared[i].any() else ()
        found.append((key, score([(judged, mine)], made.levels), alarms))
    together = score([(judged, np.ones(shape, np.bool_))], made.levels)
    return Review(int(compared.sum()), made.levels, together, tuple(found))


def review_text(held: Review) -> str:
    """Write a review as CSV: a line for all (empty hall), one a series, and the alarms of each."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    figures = [field.name for field in fields(Score)]
    writer.writerow(["hall", "class", *figures, "alarms"])
    for key, found, alarms in ((SeriesKey(""), held.together, ()), *held.by_series):
        values = [getattr(found, name) for name in figures]
        shown = [f"{value:.5g}" if math.isfinite(value) else "" for value in values]
        told = "; ".join(f"{alarm.kind} since {alarm.since.isoformat()}: {alarm.sentence}" for alarm in alarms)
        writer.writerow([key.hall, key.customer_class, *shown, told])
    return lines.getvalue()


def _by_day(actual: Floats, means: Floats, quantiles: Floats, days: Ints) -> DayRecord:
    known = np.isfinite(actual) & np.isfinite(means)
    # an hour for which nothing was forecast and nobody came says nothing of the band
    judged = known & ((actual > 0) | (means > 0))
    number = days - days[0]
    size = int(number[-1]) + 1

    def total(values: Floats) -> Floats:
        return np.bincount(number, values, size).astype(np.float64)

    covered = np.zeros(len(actual), np.bool_)
    if quantiles.shape[1]:
        covered = (actual >= quantiles[:, 0]) & (actual <= quantiles[:, -1])
    return DayRecord(
        tuple(day_of(int(days[0]) + i) for i in range(size)),
        total(np.where(known, actual, 0.0)),
        total(np.where(known, means, 0.0)),
        total((covered & judged).astype(np.float64)),
        total(judged.astype(np.float64)),
    )


def _level(name: str) -> float | None:
    """Quantile level of a column such as q10; None for another column."""
    try:
        level = float(name[1:]) / 100 if name.startswith("q") else math.nan
    except ValueError:
        return None
    return level if 0 < level < 1 else None


def _number(text: str, row: int, column: str, problems: ProblemList) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not (math.isfinite(value) and value >= 0):
        problems.add(f'"{text}" is not a count of customers', row, column)
    return value
