"""Judges the forecast on the past: from several origins, with what was known then, against what came."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import DAY_HOURS, WEEK_HOURS, Bools, Clock, Floats, Ints, day_of
from forecasts.day_types import classify_days
from forecasts.errors import SettingsError, TooShortError
from forecasts.grid import Grid, lay_out
from forecasts.planned_events import mark_events
from forecasts.prediction import predict
from forecasts.profiles import known_mean, last_weeks
from forecasts.scores import SLICES, Judged, Score, Slice, score, slices_of, week_to_week_change
from forecasts.settings import ForecastSettings

if TYPE_CHECKING:
    from datetime import date

    from forecasts.history import History, SeriesKey
    from forecasts.settings import Progress

OURS, NAIVE, FOUR_WEEKS = "forecast", "seasonal naive", "mean of 4 weeks"
_LEAST_WEEKS_BEFORE = 5


@dataclass(frozen=True, slots=True)
class BacktestRow:
    """One line of the table: `hall` is empty for all halls together."""

    method: str
    hall: str
    slice: Slice
    score: Score


@dataclass(frozen=True, slots=True, eq=False)
class Backtest:
    """What a backtest found.

    Parameters
    ----------
    origins
        Days (local midnight) the forecasts were made for.
    hours
        Hours forecast from each.
    rows
        Scores by method and kind of hour, for all series together and for each hall.
    example
        Actual and forecast of the last origin, for a picture.
    """

    origins: tuple[date, ...]
    hours: int
    series: tuple[SeriesKey, ...]
    levels: tuple[float, ...]
    rows: tuple[BacktestRow, ...]
    example: Judged

    def find(self, method: str, kind: Slice, hall: str = "") -> Score | None:
        """Score of a method on a kind of hour; None where there are none of that kind."""
        found = (row.score for row in self.rows if (row.method, row.slice, row.hall) == (method, kind, hall))
        return next(found, None)


def backtest(
    history: History,
    *,
    hours: int = 672,
    origins: int = 6,
    step_weeks: int = 4,
    settings: ForecastSettings | None = None,
    progress: Progress | None = None,
) -> Backtest:
    """Forecast from several past Mondays and compare with what came.

    Parameters
    ----------
    hours
        Horizon of each forecast.
    origins
        How many origins, the last one `hours` before the end of the history.
    step_weeks
        Weeks between origins.

    Raises
    ------
    TooShortError
        The history is too short for a single origin.
    SettingsError
        A number is not positive.
    """
    settings = settings or ForecastSettings()
    if min(hours, origins, step_weeks) < 1:
        raise SettingsError("hours, origins and weeks between origins must be 1 or more")
    grid = lay_out(history)
    chosen = _origins(grid, hours, origins, step_weeks)
    in_events = mark_events(settings.events, history.series, history.clock, grid)
    days = classify_days(
        grid.first_day, grid.positions // DAY_HOURS + 2, settings.country, settings.subdivision, settings.notices
    )
    judged: dict[str, list[Judged]] = {OURS: [], NAIVE: [], FOUR_WEEKS: []}
    kinds = list[dict[Slice, Bools]]()
    for number, origin in enumerate(chosen):
        if progress is not None:
            progress(number / len(chosen), f"forecast {number + 1} of {len(chosen)}")
        at = np.arange(origin, min(origin + hours, grid.end))
        kinds.append(slices_of(at, days, in_events[:, at]))
        scale = week_to_week_change(grid.counts, origin)
        actual = grid.counts[:, at]
        mean, quantiles = _ours(history, history.clock, grid, at, settings)
        judged[OURS].append(Judged(actual, mean, quantiles, scale))
        none = np.zeros((*actual.shape, 0))
        for name, weeks in ((NAIVE, 1), (FOUR_WEEKS, 4)):
            week = known_mean(last_weeks(grid.counts, origin, weeks), axis=1)
            judged[name].append(Judged(actual, week[:, (at - origin) % WEEK_HOURS], none, scale))
    if progress is not None:
        progress(1.0, "done")
    return Backtest(
        origins=tuple(day_of(grid.first_day + origin // DAY_HOURS) for origin in chosen),
        hours=hours,
        series=history.series,
        levels=settings.quantiles,
        rows=tuple(_rows(judged, kinds, history.series, settings.quantiles)),
        example=judged[OURS][-1],
    )


def backtest_text(judged: Backtest) -> str:
    """Write the table of a backtest as CSV; an empty hall means all of them."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    figures = [field.name for field in fields(Score)]
    writer.writerow(["method", "hall", "slice", *figures])
    for row in judged.rows:
        values = [getattr(row.score, name) for name in figures]
        shown = [f"{value:.5g}" if np.isfinite(value) else "" for value in values]
        writer.writerow([row.method, row.hall, row.slice, *shown])
    return lines.getvalue()


def _origins(grid: Grid, hours: int, wanted: int, step_weeks: int) -> list[int]:
    """Positions of Monday midnights, the newest such that its horizon lies within the history; oldest first."""
    newest_day = (grid.end - hours) // DAY_HOURS
    newest_day -= day_of(grid.first_day + newest_day).weekday()
    origins = [(newest_day - 7 * step_weeks * i) * DAY_HOURS for i in range(wanted)]
    usable = [origin for origin in origins if origin >= _LEAST_WEEKS_BEFORE * WEEK_HOURS]
    if not usable:
        weeks = _LEAST_WEEKS_BEFORE + -(-hours // WEEK_HOURS) + 1
        message = f"a backtest needs {weeks} weeks of history, there are {grid.end // WEEK_HOURS}"
        raise TooShortError(message)
    return usable[::-1]


def _ours(history: History, clock: Clock, grid: Grid, at: Ints, settings: ForecastSettings) -> tuple[Floats, Floats]:
    """Our forecast of the positions `at`, made with what was known before them."""
    start = day_of(grid.first_day + int(at[0]) // DAY_HOURS)
    forecast = predict(history, start=start, hours=len(at) + 2, settings=settings)
    local = clock.local_hours(forecast.utc_seconds()) - grid.first_day * DAY_HOURS
    column = np.clip(np.searchsorted(local, at), 0, len(local) - 1)
    return forecast.means[:, column], forecast.quantiles[:, column]


def _rows(
    judged: dict[str, list[Judged]],
    kinds: list[dict[Slice, Bools]],
    series: tuple[SeriesKey, ...],
    levels: tuple[float, ...],
) -> list[BacktestRow]:
    halls = list(dict.fromkeys(key.hall for key in series))
    rows = list[BacktestRow]()
    for hall in ["", *halls] if len(halls) > 1 else [""]:
        mine = np.array([hall in ("", key.hall) for key in series], np.bool_)
        for kind in SLICES:
            chosen = [table[kind] & mine[:, None] for table in kinds]
            if not any(flags.any() for flags in chosen):
                continue
            for method, parts in judged.items():
                found = score(list(zip(parts, chosen, strict=True)), levels)
                if found.hours:
                    rows.append(BacktestRow(method, hall, kind, found))
    return rows
