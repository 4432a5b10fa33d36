"""The base of a forecast: a robust count for each hour of the week, complete whatever is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import DAY_HOURS, WEEK_HOURS, Bools, Floats
from forecasts.profiles import RunningMeans, known_mean, last_weeks, middle

if TYPE_CHECKING:
    from forecasts.day_types import DayTypes

_RECENT_WEEKS = 8
# what the like hours of a young hall are worth, in weeks of its own
_BORROWED_WEEKS = 2
_SMALL_COUNT = 0.5


def base_week(
    ordinary: Floats, means: RunningMeans, days: DayTypes, origin: int, known_days: int | None = None
) -> Floats:
    """Robust count by hour of the week after `origin`.

    The mean of median and mean of the last eight weeks; where they hold nothing, the mean of half a year,
    of two years, of that hour of like days (working or off), of that hour of any day, and last the usual
    shape of the other halls at this hall's level.

    Parameters
    ----------
    ordinary
        Counts without special days and outages, shape (series, positions).
    known_days
        Use only so many days before `origin`, as for a hall so young; each hour is then drawn towards the like hours of
        the hall's other days, told apart as the other halls tell those days apart. None: use all.

    Returns
    -------
    Shape (series, 168), entry 0 being the hour of the week of `origin`; NaN for a series without any count.
    """
    hours = np.arange(WEEK_HOURS)
    week_days = days.weekday[(origin + hours) // DAY_HOURS]
    same_hour = _same((origin + hours) % DAY_HOURS)
    alike = _same(week_days >= 5) & same_hour
    recent = last_weeks(ordinary, origin, _RECENT_WEEKS)
    if known_days is None:
        base = 0.5 * middle(recent) + 0.5 * known_mean(recent, axis=1)
        if np.isfinite(base).all():
            return base
        for weeks in (26, 104):
            base = np.where(np.isfinite(base), base, means.before(origin, weeks, hours))
    else:
        too_old = np.arange(_RECENT_WEEKS * WEEK_HOURS).reshape(_RECENT_WEEKS, WEEK_HOURS)
        recent = np.where(too_old < _RECENT_WEEKS * WEEK_HOURS - known_days * DAY_HOURS, np.nan, recent)
        base = 0.5 * middle(recent) + 0.5 * known_mean(recent, axis=1)
        weeks_known = np.isfinite(recent).sum(axis=1)
        full = base_week(ordinary, means, days, origin)
        like = _mean_of_like_hours(base, alike) * _weekday_ratios_of_others(full, alike)
        base = (np.nan_to_num(base) * weeks_known + _BORROWED_WEEKS * like) / (weeks_known + _BORROWED_WEEKS)
    for like_hours in (alike, same_hour):
        base = np.where(np.isfinite(base), base, _mean_of_like_hours(base, like_hours))
    return _fill_from_others(base)


def _same(label: Bools | np.typing.NDArray[np.int64]) -> Bools:
    return label[:, None] == label[None, :]


def _mean_of_like_hours(base: Floats, alike: Bools) -> Floats:
    known = np.isfinite(base)
    number = known.astype(np.float64) @ alike
    total = np.nan_to_num(base) @ alike.astype(np.float64)
    return np.where(number > 0, total / np.maximum(number, 1), np.nan)


def _weekday_ratios_of_others(base: Floats, alike: Bools) -> Floats:
    """Count of each hour over the mean of its like hours, geometric mean of the other halls, shape (series, 168)."""
    ratio = np.log((base + _SMALL_COUNT) / (_mean_of_like_hours(base, alike) + _SMALL_COUNT))
    known = np.isfinite(ratio)
    ratio = np.where(known, ratio, 0.0)
    others = known.sum(axis=0) - known
    return np.exp((ratio.sum(axis=0) - ratio) / np.maximum(others, 1))


def _fill_from_others(base: Floats) -> Floats:
    """Fill hours unknown in one series with the mean shape of those that know them."""
    known = np.isfinite(base)
    if known.all() or not known.any():
        return base
    level = np.maximum(known_mean(base, axis=1), 1e-9)[:, None]
    shape = known_mean(base / level, axis=0)[None, :]
    shape = np.where(np.isfinite(shape), shape, 1.0)
    expected = np.where(known, shape, 0.0).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
    own = level / np.where(expected > 0, expected, 1.0)[:, None]
    return np.where(known, base, own * shape)
