"""What a young hall cannot know of itself, it borrows from the halls whose week looks like its own."""

from __future__ import annotations

import numpy as np

from forecasts.clock import Bools, Floats
from forecasts.profiles import known_mean

# nearest sisters whose distance is the yardstick of likeness
_NEAREST = 3
_LEAST_LIKENESS = 1e-6
_SMALL_SHARE = 0.05


def likeness(week: Floats) -> Floats:
    """How much each series learns from each other one, shape (series, series); rows sum to 1, or to 0 without sisters.

    Weights fall with the squared distance between the logarithms of the shares that the hours have in the week, in
    units of the distance to the third nearest: an office street learns from office streets, whatever their size.

    Parameters
    ----------
    week
        Typical counts by hour of the week, shape (series, 168).
    """
    series = len(week)
    level = np.maximum(known_mean(week, axis=1), 1e-9)[:, None]
    shape = np.nan_to_num(np.log(np.nan_to_num(week) / level + _SMALL_SHARE))
    square = (shape**2).mean(axis=1)
    distance = np.maximum(square[:, None] + square[None, :] - 2.0 * (shape @ shape.T) / week.shape[1], 0.0)
    own = np.eye(series, dtype=np.bool_)
    known: Bools = np.asarray(np.isfinite(week).any(axis=1))
    distance = np.where(own | ~known[None, :], np.inf, distance)
    nearest = np.sort(distance, axis=1)[:, : min(_NEAREST, series)]
    finite = np.isfinite(nearest)
    yardstick = np.where(finite, nearest, 0.0).max(axis=1)[:, None]
    weight = np.where(np.isfinite(distance), np.exp(-distance / np.maximum(yardstick, 1e-9)), 0.0)
    total = weight.sum(axis=1, keepdims=True)
    return weight / np.where(total > 0, total, 1.0)


def borrowed(values: Floats, weights: Floats) -> Floats:
    """Means of the sisters' known values, shape as `values` (series, hours); NaN where no sister knows.

    Parameters
    ----------
    weights
        As `likeness` gives them.
    """
    known = np.isfinite(values)
    total = weights @ np.where(known, values, 0.0)
    number = weights @ known.astype(np.float64)
    return np.where(number > _LEAST_LIKENESS, total / np.maximum(number, _LEAST_LIKENESS), np.nan)
