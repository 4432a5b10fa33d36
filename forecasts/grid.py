"""Counts on the wall clock: 24 hours a day, whatever the clock does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import DAY_HOURS, HOUR_SECONDS, Bools, Clock, Floats, Ints

if TYPE_CHECKING:
    from forecasts.history import History


@dataclass(frozen=True, slots=True)
class Grid:
    """Counts by local hour, from the midnight that starts the first day.

    A position counts local hours from that midnight; position // 24 is the day, position % 24 the hour. The
    hour that spring skips is unknown; the hour that autumn repeats holds the mean of its two readings.

    Parameters
    ----------
    first_day
        Day number of day 0.
    counts
        Customers an hour, shape (series, positions); NaN: unknown. Closed hours are 0.
    closed
        Shape (series, positions).
    end
        Position of the first hour after the history.
    """

    first_day: int
    counts: Floats
    closed: Bools
    end: int

    @property
    def positions(self) -> int:
        """Length of the time axis, whole days."""
        return self.counts.shape[1]


def lay_out(history: History) -> Grid:
    """Put a history on the wall clock."""
    local = history.clock.local_hours(history.utc_seconds())
    series = len(history.series)
    if len(local) == 0:
        today = history.start_utc_seconds // (DAY_HOURS * HOUR_SECONDS)
        return Grid(today, np.zeros((series, 0)), np.zeros((series, 0), np.bool_), 0)
    first_day = int(local[0]) // DAY_HOURS
    at = local - first_day * DAY_HOURS
    end = int(at[-1]) + 1
    positions = -(-end // DAY_HOURS) * DAY_HOURS
    counts = np.full((series, positions), np.nan)
    closed = np.zeros((series, positions), np.bool_)
    counts[:, at] = history.counts
    closed[:, at] = history.closed
    for i in np.flatnonzero(at[1:] == at[:-1]):
        pair = history.counts[:, i : i + 2]
        known = np.isfinite(pair)
        total, readings = np.where(known, pair, 0.0).sum(axis=1), known.sum(axis=1)
        counts[:, at[i]] = np.where(readings > 0, total / np.maximum(readings, 1), np.nan)
        closed[:, at[i]] = history.closed[:, i] & history.closed[:, i + 1]
    return Grid(first_day, counts, closed, end)


def positions_of(clock: Clock, grid: Grid, utc_seconds: Ints) -> Ints:
    """Positions of instants on the grid (also before its start and after its end)."""
    return clock.local_hours(utc_seconds) - grid.first_day * DAY_HOURS
