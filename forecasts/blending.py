"""Blends trees with the linear model, hall by hall, as their forecasts of hours not learnt from advise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import Floats
from forecasts.linear import LinearModel, hall_of

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
        share = self.share[hall_of(self.linear.names, values, len(self.share) - 1)]
        return (1.0 - share) * self.trees.predict(values, base) + share * self.linear.predict(values, base)


def best_shares(count: Floats, trees: Floats, linear: Floats, hall: Ints, series: int) -> Floats:
    """Share of the linear model with the least absolute error, by series, shape (series + 1,).

    Parameters
    ----------
    count, trees, linear
        What came, and what each model said of it without having learnt from it, shape (rows,).
    hall
        Series of each row; `series` where it names none.
    """
    errors = np.stack(
        [
            np.bincount(hall, np.abs(count - (1.0 - share) * trees - share * linear), minlength=series + 1)
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
