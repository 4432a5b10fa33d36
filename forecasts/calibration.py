"""Quantiles that cover what they say: conformal ratios of what came to what was forecast.

Ratios (count + 1/2) / (forecast + 1/2) of forecasts the model made of hours it had not learnt from are
sorted in groups (hall, part of the day, kind of day); their empirical quantiles, with the finite-sample
correction of split conformal prediction (Vovk et al. 2005; Lei et al. 2018), widen the forecast. A group
with too few ratios borrows from a wider one. Forecasts of the next days stray less than those of later weeks: ratios
are put together in units of how far those of their week ahead usually stray.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import DAY_HOURS, WEEK_HOURS, Floats, Ints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forecasts.day_types import DayTypes

_LEAST = 80
_PART_HOURS = 4
_PARTS = DAY_HOURS // _PART_HOURS
_KINDS = 4
# weeks ahead that are told apart; later ones stray as the last of these
_WEEKS = 8
_OUTLIER = 3.0
_LARGEST_FACTOR = 1.3
# spread of the logarithm of the ratio where nothing can be learnt from, as of a hall a week old
_DEFAULT_SPREAD = 0.35


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a ratio may depend on, shape (rows,).

    Series, part of the day, kind of day (working, off, near, special) and week ahead (0: the first).
    """

    series: Ints
    part: Ints
    kind: Ints
    week: Ints


def conditions_of(series: Ints, position: Ints, lead: Ints, days: DayTypes) -> Conditions:
    """Conditions of hours, given their series, positions and how many hours ahead they lie."""
    part = position % DAY_HOURS // _PART_HOURS
    week = np.minimum(lead // WEEK_HOURS, _WEEKS - 1)
    return Conditions(series, part, kinds_of(days)[position // DAY_HOURS], week)


def kinds_of(days: DayTypes) -> Ints:
    """Kind of each day as in `Conditions`, shape (days,)."""
    weekend = (days.weekday >= 5).astype(np.int64)
    return np.where(days.special, 3, np.where(days.near, 2, weekend))


class RatioQuantiles:
    """Quantiles of the ratio of count to forecast, by conditions.

    Parameters
    ----------
    count, forecast
        What came and what was forecast of it without having seen it, shape (rows,).
    least
        How many ratios a group must have to be trusted.
    """

    def __init__(
        self,
        count: Floats,
        forecast: Floats,
        conditions: Conditions,
        levels: Sequence[float],
        series: int,
        least: int = _LEAST,
    ) -> None:
        self._levels = np.asarray(levels)
        stray = np.log((count + 0.5) / (forecast + 0.5))
        self._width = _width_by_week(stray, forecast + 0.5, conditions.week, least)
        stray /= self._width[conditions.week]
        order = np.argsort(stray)
        ordered = stray[order]
        self._tables = [
            _group_quantiles(ordered, groups[order], total, self._levels, max(int(least * share), 1))
            for groups, total, share in _nested_groups(conditions, series)
        ]

    def spread(self, forecast: Floats, conditions: Conditions, series: int) -> Floats:
        """Quantiles of the counts to come, shape (rows, levels), increasing along the levels, never negative."""
        stray = np.full((len(forecast), len(self._levels)), np.nan)
        for table, (groups, _, _) in zip(self._tables, _nested_groups(conditions, series), strict=True):
            stray = np.where(np.isfinite(stray), stray, table[groups])
        stray *= self._width[conditions.week][:, None]
        stray = np.where(np.isfinite(stray), stray, _default_strays(self._levels, forecast))
        spread = np.maximum((forecast[:, None] + 0.5) * np.exp(stray) - 0.5, 0.0)
        return np.maximum.accumulate(spread, axis=1)


def mean_factors(count: Floats, forecast: Floats, series_of: Ints, series: int) -> Floats:
    """By how much each series' mean lies above the middling counts forecast of it, shape (series,).

    Drawn towards 1 as if `_LEAST` rows had shown none. Counts beyond three times their forecast enter as three times:
    what happens once in years is not what a roster is made for.
    """
    capped = np.minimum(count, _OUTLIER * forecast + _OUTLIER)
    total = np.bincount(series_of, capped, series)
    expected = np.bincount(series_of, forecast, series)
    rows = np.bincount(series_of, minlength=series)
    prior = _LEAST * expected / np.maximum(rows, 1)
    factor = np.where(expected > 0, (total + prior) / np.maximum(expected + prior, 1e-9), 1.0)
    return np.clip(factor, 1 / _LARGEST_FACTOR, _LARGEST_FACTOR)


def _width_by_week(stray: Floats, weight: Floats, week: Ints, least: int) -> Floats:
    """How far strays of each week ahead go, over how far all go, shape (weeks,); 1 for weeks with few of them."""
    far = np.bincount(week, np.abs(stray) * weight, _WEEKS) / np.maximum(np.bincount(week, weight, _WEEKS), 1e-9)
    usual = float((np.abs(stray) * weight).sum()) / max(float(weight.sum()), 1e-9)
    heard = (np.bincount(week, minlength=_WEEKS) >= least) & (far > 0)
    return np.where(heard, far / max(usual, 1e-9), 1.0)


def _nested_groups(conditions: Conditions, series: int) -> list[tuple[Ints, int, float]]:
    """Groups from narrow to wide: their numbers, how many there are, and what share of the least size they need."""
    by_kind = conditions.part * _KINDS + conditions.kind
    cells = _PARTS * _KINDS
    return [
        (conditions.series * cells + by_kind, series * cells, 1.0),
        (conditions.series * _KINDS + conditions.kind, series * _KINDS, 1.0),
        (by_kind, cells, 1.0),
        (conditions.series, series, 1.0),
        (np.zeros_like(by_kind), 1, 0.25),
    ]


def _group_quantiles(increasing: Floats, groups: Ints, total: int, levels: Floats, least: int) -> Floats:
    """Empirical quantiles in each group, shape (groups, levels); NaN in a group smaller than `least`.

    Parameters
    ----------
    increasing, groups
        Values in increasing order and the group of each, shape (rows,).
    """
    # numbers of groups as short as they go: numpy sorts those of 16 bits in linear time
    ordered = increasing[np.argsort(groups.astype(np.min_scalar_type(total)), kind="stable")]
    size = np.bincount(groups, minlength=total)
    start = np.cumsum(size) - size
    # rank ceil((n + 1) q) above the middle and floor((n + 1) q) below: at least the coverage asked for
    exact = (size[:, None] + 1) * levels[None, :]
    rank = np.where(levels > 0.5, np.ceil(exact - 1e-9), np.floor(exact + 1e-9))
    rank = np.where(levels == 0.5, np.round(exact), rank)
    at = start[:, None] + np.clip(rank.astype(np.int64), 1, np.maximum(size, 1)[:, None]) - 1
    enough = (size >= least)[:, None]
    if len(ordered) == 0:
        return np.full((total, len(levels)), np.nan)
    return np.where(enough, ordered[np.clip(at, 0, len(ordered) - 1)], np.nan)


def _default_strays(levels: Floats, forecast: Floats) -> Floats:
    """Logarithms of ratios: a log-normal spread with Poisson noise, where there was nothing to learn from."""
    normal = np.array([NormalDist().inv_cdf(float(level)) for level in levels])
    spread = np.sqrt(_DEFAULT_SPREAD**2 + 1.0 / (forecast + 1.0))
    return normal[None, :] * spread[:, None]
