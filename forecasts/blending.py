"""Shares of two forecasts in their mixture, hall by hall, as their forecasts of hours not learnt from advise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import Floats
from forecasts.linear import LinearModel, hall_of
from forecasts.recent import ordinary_days

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forecasts.boosting import BoostedModel
    from forecasts.clock import Ints

_SHARES: Floats = np.arange(9) / 10.0
# rows for which a hall's own advice counts as much as that of all halls
_ROWS_OF_TRUST = 3_000


@dataclass(frozen=True, slots=True, eq=False)
class Blend:
    """Trees and linear model.

    Parameters
    ----------
    share
        Share of the linear model by series, shape (series + 1,); the last is for rows that name no hall.
    """

    trees: BoostedModel
    linear: LinearModel
    share: Floats

    def predict(self, values: NDArray[np.float32], base: Floats) -> Floats:
        """Counts, shape (rows,), never negative."""
        names, series = self.linear.names, len(self.share) - 1
        share = self.share[hall_of(names, values, series)] * most_of_line(names, values, series)
        return mixed(self.trees.predict(values, base), self.linear.predict(values, base), share)


def most_of_line(names: tuple[str, ...], values: NDArray[np.float32], series: int) -> Floats:
    """By how much the share of the linear model is multiplied, shape (rows,): 1, or 0 where only trees are asked.

    A row that names no hall is of a young one, whose holidays trees tell from its weekends, which the linear model does
    not know.
    """
    named = hall_of(names, values, series) < series
    return np.where(named | ordinary_days(names, values), 1.0, 0.0)


def mixed(first: Floats, second: Floats, share: Floats | float) -> Floats:
    """Mixture of two forecasts of which `share` is the second."""
    return (1.0 - share) * first + share * second


def best_shares(
    count: Floats, first: Floats, second: Floats, hall: Ints, series: int, at_most: Floats | float = 1.0
) -> Floats:
    """Share of the second forecast with the least absolute error of the mixture, by series, shape (series + 1,).

    Parameters
    ----------
    count, first, second
        What came, and what each forecast said of it without having learnt from it, shape (rows,).
    hall
        Series of each row; `series` where it names none.
    at_most
        By how much the share is multiplied in each row, shape (rows,) where it is not one number.
    """
    errors = np.stack(
        [
            np.bincount(hall, np.abs(count - mixed(first, second, share * at_most)), minlength=series + 1)
            for share in _SHARES
        ]
    )
    of_all = errors.sum(axis=1)
    of_all = of_all / max(float(of_all.min()), 1e-9)
    own = errors / np.maximum(errors.min(axis=0), 1e-9)
    rows = np.bincount(hall, minlength=series + 1)
    trust = rows / (rows + _ROWS_OF_TRUST)
    best = np.argmin(trust * own + (1.0 - trust) * of_all[:, None], axis=0)
    return np.take(_SHARES, best)
