"""Linear model of the logarithm of the ratio of count to base: few coefficients, each hall's drawn to those of all.

It errs otherwise than trees do, above all on special days and in halls with few customers, so that a blend of both
beats either. Weighted least squares, repeated with the weights of Fair's loss (Rey 1983), so that what is out of the
way counts by its absolute error.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from forecasts.recent import fade
from forecasts.training import COUNT_OFFSET

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forecasts.clock import Bools, Floats, Ints
    from forecasts.training import TrainingSet

# what is known of the last days says less of later ones: beside each of these stands a copy that fades with the lead
_RECENT = ("mean_1w", "mean_2w", "level_1d", "level_3d", "level_7d", "level_14d", "level_28d", "network_level_7d")
_LASTING = (
    *("mean_4w", "mean_13w", "mean_26w", "mean_52w", "mean_104w", "smooth_8w", "smooth_26w", "smooth_104w"),
    *("year_hour", "year_day", "year_week", "network_year_week"),
    *("special_shrunk", "special_hour", "special_pooled", "holiday_own"),
)
_LARGEST = 2.0
_FAIR = 0.1
_ROUNDS = 6
_PULL_TO_ZERO, _PULL_TO_ALL = 0.001, 0.03
_LEAST_ROWS = 500
_LARGEST_LOG_RATIO = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class LinearModel:
    """Coefficients of each hall.

    Parameters
    ----------
    names
        Features of the rows it is asked about.
    coefficients
        Shape (series + 1, terms); the last row is that of all halls together, for rows that do not name theirs.
    """

    names: tuple[str, ...]
    coefficients: Floats

    def predict(self, values: NDArray[np.float32], base: Floats) -> Floats:
        """Counts, shape (rows,), never negative."""
        own = self.coefficients[hall_of(self.names, values, len(self.coefficients) - 1)]
        logarithm = np.einsum("ij,ij->i", _terms(self.names, values), own)
        ratio = np.exp(np.clip(logarithm, -_LARGEST_LOG_RATIO, _LARGEST_LOG_RATIO))
        return np.maximum(ratio * base - COUNT_OFFSET, 0.0)


def hall_of(names: tuple[str, ...], values: NDArray[np.float32], series: int) -> Ints:
    """Series each row names, shape (rows,); `series`, one past the last, where it names none."""
    named = values[:, names.index("series")]
    return np.where(np.isfinite(named), named, series).astype(np.int64)


def fit_linear(training: TrainingSet, chosen: Bools, weight: Floats, series: int) -> LinearModel:
    """Fit the coefficients on the chosen rows.

    Parameters
    ----------
    weight
        What an error of each row counts, shape (rows,), of all rows.
    series
        How many series there are.
    """
    values = training.values[chosen]
    terms = _terms(training.names, values)
    target = np.log((training.count[chosen] + COUNT_OFFSET) / training.base[chosen])
    weight = weight[chosen]
    of_all = _robust_fit(terms, target, weight, np.zeros(terms.shape[1]), _PULL_TO_ZERO)
    coefficients = np.tile(of_all, (series + 1, 1))
    hall = hall_of(training.names, values, series)
    order = np.argsort(hall, kind="stable")
    bounds = np.searchsorted(hall[order], np.arange(series + 1))
    for i in range(series):
        rows = order[bounds[i] : bounds[i + 1]]
        if len(rows) > _LEAST_ROWS:
            coefficients[i] = _robust_fit(terms[rows], target[rows], weight[rows], of_all, _PULL_TO_ALL)
    return LinearModel(training.names, coefficients)


def _robust_fit(terms: Floats, target: Floats, weight: Floats, prior: Floats, pull: float) -> Floats:
    """Coefficients drawn towards `prior` by `pull` (share of the weight of all rows), shape (terms,)."""
    found = prior
    for _ in range(_ROUNDS):
        heard = weight / (1.0 + np.abs(target - terms @ found) / _FAIR)
        strength = pull * max(float(heard.sum()), 1e-9)
        normal = terms.T @ (terms * heard[:, None]) + strength * np.eye(len(prior))
        found = np.asarray(np.linalg.solve(normal, terms.T @ (heard * target) + strength * prior), np.float64)
    return found


def _terms(names: tuple[str, ...], values: NDArray[np.float32]) -> Floats:
    """Terms of the rows, shape (rows, terms): unknown features are 0, as usual."""

    def known(name: str) -> Floats:
        return np.clip(np.nan_to_num(values[:, names.index(name)].astype(np.float64)), -_LARGEST, _LARGEST)

    fading = fade(names, values)
    recent = [known(name) for name in _RECENT]
    lasting = [known(name) for name in _LASTING]
    return np.stack([*recent, *(term * fading for term in recent), *lasting], axis=1)
