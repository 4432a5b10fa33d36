"""Typical weeks: robust levels by hour of the week.

All functions take counts of shape (series, positions) in which whatever should not count (special days,
outages, unknown hours) is NaN.
"""

from __future__ import annotations

import numpy as np

from forecasts.clock import WEEK_HOURS, Floats, Ints


def middle(values: Floats) -> Floats:
    """Median over axis 1 of the known values; NaN where there is none. `values`: (series, weeks, hours)."""
    return _middle_of([values[:, week] for week in range(values.shape[1])])


def _middle_of(tables: list[Floats]) -> Floats:
    """Median, cell by cell, of the known values of tables of one shape; NaN where there is none.

    Whole tables are exchanged until the lower half is in order: for a handful of tables this is several times as fast
    as sorting each cell's few values.
    """
    known = np.zeros(tables[0].shape, np.int64)
    ordered = list[Floats]()
    for table in tables:
        finite = np.isfinite(table)
        known += finite
        ordered.append(np.where(finite, table, np.inf))
    lower_half = len(tables) // 2 + 1
    for place in range(min(lower_half, len(tables) - 1)):
        for other in range(len(tables) - 1, place, -1):
            lower = np.minimum(ordered[other - 1], ordered[other])
            np.maximum(ordered[other - 1], ordered[other], out=ordered[other])
            ordered[other - 1] = lower
    middles = (ordered[(len(tables) - 1) // 2] + ordered[len(tables) // 2]) / 2
    partly = known < len(tables)
    if partly.any():
        number = known[partly]
        places = np.stack([np.maximum(number - 1, 0) // 2, np.minimum(number // 2, lower_half - 1)])
        both = np.take_along_axis(np.stack([table[partly] for table in ordered[:lower_half]]), places, axis=0)
        middles[partly] = np.where(number > 0, both.mean(axis=0), np.nan)
    return middles


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
        by_week = padded.reshape(series, weeks, WEEK_HOURS)
        known = np.isfinite(by_week)
        sums = np.zeros((series, weeks + 1, WEEK_HOURS))
        numbers = np.zeros(sums.shape, np.float32)
        np.cumsum(np.where(known, by_week, 0.0), axis=1, out=sums[:, 1:])
        np.cumsum(known, axis=1, out=numbers[:, 1:])
        self._sums, self._numbers = sums.reshape(series, -1), numbers.reshape(series, -1)

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


def usual_counts(counts: Floats, weeks: Ints | None = None, half_weeks: int = 4) -> Floats:
    """What each hour would usually have: the median of its hour of the week over nine weeks around it.

    Parameters
    ----------
    weeks
        Weeks asked for, counted from position 0 on; the others have NaN. None: all.

    Returns
    -------
    Shape (series, positions); hours without any known neighbour take the mean of what is known of that hour
    of the week in half a year around, NaN where there is none.
    """
    series, positions = counts.shape
    number = -(-positions // WEEK_HOURS)
    asked = np.arange(number) if weeks is None else weeks
    padded = np.full((series, (number + 2 * half_weeks) * WEEK_HOURS), np.nan)
    start = half_weeks * WEEK_HOURS
    padded[:, start : start + positions] = counts
    by_week = padded.reshape(series, -1, WEEK_HOURS)
    usual = np.full((series, number, WEEK_HOURS), np.nan)
    for i in range(series):
        found = _middle_of([by_week[i, asked + shift] for shift in range(2 * half_weeks + 1)])
        if not np.isfinite(found).all():
            own = padded[i : i + 1, start : start + number * WEEK_HOURS]
            found = np.where(np.isfinite(found), found, _wide_mean(own, number)[0, asked])
        usual[i, asked] = found
    return usual.reshape(series, -1)[:, :positions]


def _wide_mean(counts: Floats, weeks: int, half_weeks: int = 13) -> Floats:
    """Mean of what is known half a year around each hour of `weeks` whole weeks, shape (series, weeks, 168)."""
    by_week = counts.reshape(len(counts), weeks, WEEK_HOURS)
    known = np.isfinite(by_week)
    at = np.arange(weeks)
    low, high = np.maximum(at - half_weeks, 0), np.minimum(at + half_weeks + 1, weeks)
    sums = [
        np.concatenate([np.zeros((len(counts), 1, WEEK_HOURS)), np.cumsum(table, axis=1)], axis=1)
        for table in (np.where(known, by_week, 0.0), known.astype(np.float64))
    ]
    total, number = (table[:, high] - table[:, low] for table in sums)
    return np.where(number > 0, total / np.maximum(number, 1), np.nan)
