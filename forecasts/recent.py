"""The mean of the last four weeks, which is hard to beat on ordinary days soon ahead (Taylor 2008).

A share of it, which fades with the lead, is mixed into what the models say: they know years, but each fit of trees is
unsteady in the first days.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forecasts.features import small_counts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forecasts.clock import Bools, Floats

FADING_DAYS = 7.0


def four_week_counts(names: tuple[str, ...], values: NDArray[np.float32], base: Floats) -> Floats:
    """Mean of the hour of the week in the last four weeks, shape (rows,), from features and base; the base if unknown.

    Parameters
    ----------
    names, values
        Names of the features, and rows of them, shape (rows, features).
    """
    added = small_counts(np.nan_to_num(np.exp(_column(names, values, "log_level"))))
    ratio = np.exp(np.nan_to_num(_column(names, values, "mean_4w")))
    return np.maximum(ratio * (base + added) - added, 0.0)


def fading_on_ordinary_days(names: tuple[str, ...], values: NDArray[np.float32]) -> Floats:
    """1 on the first day ahead, a third after a week, shape (rows,); 0 on special days and next to holidays."""
    return np.where(ordinary_days(names, values), fade(names, values), 0.0)


def ordinary_days(names: tuple[str, ...], values: NDArray[np.float32]) -> Bools:
    """Rows that lie neither on special days nor next to holidays, shape (rows,)."""
    return (
        (_column(names, values, "days_to_holiday") > 1)
        & (_column(names, values, "days_since_holiday") > 1)
        & (_column(names, values, "bridge") == 0)
        & (_column(names, values, "year_end") == 0)
    )


def fade(names: tuple[str, ...], values: NDArray[np.float32]) -> Floats:
    """How much what is known of the last days still says, by lead: 1 on the first day ahead, shape (rows,)."""
    return np.exp(-_column(names, values, "lead_day") / FADING_DAYS)


def _column(names: tuple[str, ...], values: NDArray[np.float32], name: str) -> Floats:
    return values[:, names.index(name)].astype(np.float64)
