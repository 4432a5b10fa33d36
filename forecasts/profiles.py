"""Typical weeks: robust levels by hour of the week.

All functions take counts of shape (series, positions) in which whatever should not count (special days,
outages, unknown hours) is NaN.
"""

from __future__ import annotations

import numpy as np

from forecasts.clock import WEEK_HOURS, Floats, Ints


def middle(values: Floats) -> Floats:
    """Median over axis 1 of the known values; NaN where there is none. `values`: (series, weeks, hours)."""
    ordered = np.sort(values, axis=1)  # NaN last
    known = np.isfinite(values).sum(axis=1)
    low, high = np.maximum(known - 1, 0) // 2, np.maximum(known // 2, 0)
    low, high = np.minimum(low, values.shape[1] - 1), np.minimum(high, values.shape[1] - 1)
    both = np.take_along_axis(ordered, np.stack([low, high], axis=1), axis=1)
    return both.mean(axis=1)


def last_weeks(counts: Floats, origin: int, weeks: int) -> Floats:
    """The `weeks` weeks before position `origin`, shape (series, weeks, 168); NaN before the first count."""
    start = origin - weeks * WEEK_HOURS
    piece = counts[:, max(start, 0) : max(origin, 0)]
    if start < 0:
        missing = np.full((len(counts), min(-start, weeks * WEEK_HOURS)), np.nan)
        piece = np.concatenate([missing, piece], axis=1)
    return piece.reshape(len(counts), weeks, WEEK_HOURS)


def known_mean(values: Floats, axis: int) -> Floats:
    """Mean of the known values along an axis; NaN where there is none."""
    known = np.isfinite(values)
    number = known.sum(axis=axis)
    total = np.where(known, values, 0.0).sum(axis=axis)
    return np.where(number > 0, total / np.maximum(number, 1), np.nan)


class RunningMeans:
    """Means by hour of the week over any number of weeks before any origin, from sums made once."""

    def __init__(self, counts: Floats) -> None:
        series, positions = counts.shape
        weeks = -(-positions // WEEK_HOURS) + 1
        padded = np.full((series, weeks * WEEK_HOURS), np.nan)
        padded[:, :positions] = counts
        known = np.isfinite(padded)
        self._sums = np.zeros((series, weeks * WEEK_HOURS + WEEK_HOURS))
        self._numbers = np.zeros(self._sums.shape, np.float64)
        by_week = (series, weeks, WEEK_HOURS)
        self._sums[:, WEEK_HOURS:] = np.cumsum(np.where(known, padded, 0.0).reshape(by_week), axis=1).reshape(
            series, -1
        )
        self._numbers[:, WEEK_HOURS:] = np.cumsum(known.reshape(by_week), axis=1).reshape(series, -1)

    def before(self, origin: int, weeks: int, hours: Ints) -> Floats:
        """Mean of the known counts at `hours` after `origin` in each of the `weeks` weeks before it.

        Returns
        -------
        Shape (series, hours); NaN where nothing is known.
        """
        # sums up to and with position p are kept at p + WEEK_HOURS
        newest = origin - WEEK_HOURS + hours % WEEK_HOURS
        oldest = newest - weeks * WEEK_HOURS
        newest_kept = np.clip(newest, -WEEK_HOURS, None) + WEEK_HOURS
        oldest_kept = np.where(oldest < 0, newest % WEEK_HOURS, oldest + WEEK_HOURS)
        total = self._sums[:, newest_kept] - self._sums[:, oldest_kept]
        number = self._numbers[:, newest_kept] - self._numbers[:, oldest_kept]
        return np.where(number > 0.5, total / np.maximum(number, 1), np.nan)


class RunningTotals:
    """Totals of any stretch of hours, from sums made once."""

    def __init__(self, values: Floats) -> None:
        self._sums = np.concatenate([np.zeros((len(values), 1)), np.cumsum(values, axis=1)], axis=1)

    def between(self, start: Ints | int, end: Ints | int) -> Floats:
        """Total from position `start` to before `end`; zero outside the counts."""
        last = self._sums.shape[1] - 1
        return self._sums[:, np.clip(end, 0, last)] - self._sums[:, np.clip(start, 0, last)]


def usual_counts(counts: Floats, half_weeks: int = 4) -> Floats:
    """What each hour would usually have: the median of its hour of the week over nine weeks around it.

    Returns
    -------
    Shape (series, positions); hours without any known neighbour take the mean of what is known of that hour
    of the week in half a year around, NaN where there is none.
    """
    series, positions = counts.shape
    weeks = -(-positions // WEEK_HOURS)
    padded = np.full((series, (weeks + 2 * half_weeks) * WEEK_HOURS), np.nan)
    start = half_weeks * WEEK_HOURS
    padded[:, start : start + positions] = counts
    by_week = padded.reshape(series, -1, WEEK_HOURS)
    usual = np.empty((series, weeks, WEEK_HOURS))
    for i in range(series):
        windows = np.lib.stride_tricks.sliding_window_view(by_week[i], 2 * half_weeks + 1, axis=0)
        usual[i] = middle(windows.transpose(0, 2, 1))
    flat = usual.reshape(series, -1)[:, :positions]
    return np.where(np.isfinite(flat), flat, _wide_mean(counts, weeks)[:, :positions])


def _wide_mean(counts: Floats, weeks: int, half_weeks: int = 13) -> Floats:
    series, positions = counts.shape
    padded = np.full((series, weeks * WEEK_HOURS), np.nan)
    padded[:, :positions] = counts
    by_week = padded.reshape(series, weeks, WEEK_HOURS)
    known = np.isfinite(by_week)
    at = np.arange(weeks)
    low, high = np.maximum(at - half_weeks, 0), np.minimum(at + half_weeks + 1, weeks)
    sums = [
        np.concatenate([np.zeros((series, 1, WEEK_HOURS)), np.cumsum(table, axis=1)], axis=1)
        for table in (np.where(known, by_week, 0.0), known.astype(np.float64))
    ]
    total, number = (table[:, high] - table[:, low] for table in sums)
    return np.where(number > 0, total / np.maximum(number, 1), np.nan).reshape(series, -1)
