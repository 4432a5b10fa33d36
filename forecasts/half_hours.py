"""Half hours: how an hour divides, learnt where counts are fine enough, else read off the hours around it.

Deliberately simple: the hour is what is forecast; its halves share it out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import DAY_HOURS, HOUR_SECONDS, Floats, Ints

if TYPE_CHECKING:
    from forecasts.day_types import DayTypes
    from forecasts.forecast import Forecast
    from forecasts.history import History

_RECENT_HOURS = 26 * 168
# customers that an hour of the day of all days is worth beside an hour of the week of its own
_PRIOR_CUSTOMERS = 50.0
_LEAST_SHARE, _LARGEST_SHARE = 0.1, 0.9
_LARGEST_DISPERSION = 10.0
_FIRST_WEEKDAY = 3  # 1970-01-01 was a Thursday
_WEEK_CELLS = 7 * DAY_HOURS


@dataclass(frozen=True, slots=True, eq=False)
class HalfHours:
    """Share of each hour to come that falls in its first half, shape (series, hours), NaN: not known.

    `dispersion`, shape (series,), is the variance of the first half given the hour over that of customers who choose
    a half independently (1: just so).
    """

    first_share: Floats
    dispersion: Floats


def learn_halves(history: History, days: DayTypes, at: Ints) -> HalfHours | None:
    """Shares of the hours at the positions `at`, from the last half year; None for counts by the hour.

    Each hour of the week is drawn towards its hour of all days as if `_PRIOR_CUSTOMERS` had been seen there; holidays
    go by the hour of all days.
    """
    if history.first_halves is None:
        return None
    local = history.clock.local_hours(history.utc_seconds())[-_RECENT_HOURS:]
    whole, first = history.counts[:, -_RECENT_HOURS:], history.first_halves[:, -_RECENT_HOURS:]
    weekday = (local // DAY_HOURS + _FIRST_WEEKDAY) % 7
    cell, series = weekday * DAY_HOURS + local % DAY_HOURS, len(whole)
    by_week = [_sums(np.nan_to_num(table), cell, _WEEK_CELLS) for table in (first, whole)]
    by_hour = [np.tile(table.reshape(series, 7, DAY_HOURS).sum(axis=1), 7) for table in by_week]
    general = np.where(by_hour[1] > 0, by_hour[0] / np.maximum(by_hour[1], 1e-9), np.nan)
    share = (by_week[0] + _PRIOR_CUSTOMERS * general) / (by_week[1] + _PRIOR_CUSTOMERS)
    chance = share[:, cell]
    expected = whole * chance * (1 - chance)
    usable = np.isfinite(expected) & (whole > 0)
    strayed = np.where(usable, (first - whole * chance) ** 2, 0.0).sum(axis=1)
    dispersion = (strayed + 1.0) / (np.where(usable, expected, 0.0).sum(axis=1) + 1.0)
    coming = days.weekday[at // DAY_HOURS] * DAY_HOURS + at % DAY_HOURS
    special = days.holiday[at // DAY_HOURS]
    first_share = np.where(special[None, :], general[:, coming], share[:, coming])
    return HalfHours(np.clip(first_share, _LEAST_SHARE, _LARGEST_SHARE), np.clip(dispersion, 1.0, _LARGEST_DISPERSION))


def halve(forecast: Forecast, halves: HalfHours | None) -> Forecast:
    """Forecast of half hours: the two means of an hour add up to its mean.

    What makes the hour uncertain and how its customers divide are taken to be independent: deviations of a quantile
    from the mean add up as squares, the second as a normal deviation of a binomial share.

    Parameters
    ----------
    halves
        Shares learnt; None: all are read off the neighbouring hours.
    """
    share = _shares_between_neighbours(forecast.means)
    dispersion = np.ones(len(share))
    if halves is not None:
        share = np.where(np.isfinite(halves.first_share), halves.first_share, share)
        dispersion = halves.dispersion
    both = np.stack([share, 1 - share], axis=2)
    hours = (len(share), -1)
    means = forecast.means[:, :, None] * both
    noise = np.sqrt(
        dispersion[:, None, None] * forecast.means[:, :, None] * share[:, :, None] * (1 - share[:, :, None])
    )
    quantiles = np.empty((*means.shape, len(forecast.levels)))
    for k, level in enumerate(forecast.levels):
        hour = both * (forecast.quantiles[:, :, None, k] - forecast.means[:, :, None])
        quantiles[..., k] = means + _together(hour, NormalDist().inv_cdf(level) * noise)
    quantiles = np.maximum.accumulate(np.maximum(quantiles, 0.0), axis=3)
    return replace(
        forecast,
        means=means.reshape(hours),
        quantiles=quantiles.reshape(*means.reshape(hours).shape, -1),
        step_seconds=HOUR_SECONDS // 2,
    )


def _together(one: Floats, other: Floats) -> Floats:
    """Sum of two deviations: as squares where they point the same way."""
    alike = one * other > 0
    return np.where(alike, np.sign(one) * np.hypot(one, other), one + other)


def _shares_between_neighbours(means: Floats) -> Floats:
    """Share of the first half of a parabola with the means of the hour and its neighbours, shape (series, hours)."""
    padded = np.pad(means, ((0, 0), (1, 1)), mode="edge")
    rise = padded[:, 2:] - padded[:, :-2]
    share = 0.5 - rise / np.maximum(16 * means, 1e-9)
    return np.clip(share, 0.25, 0.75)


def _sums(values: Floats, cell: Ints, cells: int) -> Floats:
    return np.stack([np.bincount(cell, row, cells).astype(np.float64) for row in values])
