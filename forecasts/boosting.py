"""Gradient-boosted trees on the logarithm of the ratio of count to base (LightGBM).

Absolute loss: the trees go for the median hour, which a concert or a burst pipe does not move; Poisson loss, which such
hours pull at, had 5 % more error on real footfall. `mean_factors` leads from the median back to the mean.

The only module that loads LightGBM; `available` says whether that is possible here.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from forecasts.features import CATEGORICAL

if TYPE_CHECKING:
    from forecasts.clock import Floats
    from forecasts.training import TrainingSet

# added to a count before its logarithm is taken, so that an hour without customers has one
_OFFSET = 0.25
_PARAMETERS: dict[str, Any] = {
    "objective": "l1",
    "learning_rate": 0.05,
    "num_leaves": 63,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 2.0,
    "cat_smooth": 30.0,
    "min_data_per_group": 100,
    "max_bin": 127,
    "deterministic": True,
    "force_row_wise": True,
    "verbosity": -1,
}


def available() -> bool:
    """Whether LightGBM can be loaded on this machine."""
    try:
        importlib.import_module("lightgbm")
    except (ImportError, OSError):  # OSError: its shared library lacks a system library such as libgomp
        return False
    return True


class BoostedModel:
    """Trees that answer with the median count of an hour."""

    def __init__(self, booster: Any, threads: int) -> None:  # noqa: ANN401 - LightGBM's booster has no types
        self._booster = booster
        self._threads = threads

    def predict(self, values: NDArray[np.float32], base: Floats) -> Floats:
        """Median counts, shape (rows,), never negative."""
        answer = np.asarray(self._booster.predict(values, num_threads=self._threads), np.float64)
        return np.maximum(np.exp(answer) * base - _OFFSET, 0.0)


def fit_trees(training: TrainingSet, chosen: NDArray[np.bool_], trees: int, seed: int, threads: int) -> BoostedModel:
    """Fit the trees on the chosen rows.

    Rows weigh as their base (so that ratios count as customers do), halls as the square root of their level
    (so that small halls are heard).
    """
    lightgbm = importlib.import_module("lightgbm")
    level = np.bincount(training.series, training.base) / np.maximum(np.bincount(training.series), 1)
    weight = training.base / np.sqrt(np.maximum(level, 1e-3))[training.series]
    weight = weight / weight.mean()
    data = lightgbm.Dataset(
        training.values[chosen],
        label=np.log((training.count + _OFFSET) / training.base)[chosen],
        weight=weight[chosen],
        feature_name=list(training.names),
        categorical_feature=[name for name in CATEGORICAL if name in training.names],
        free_raw_data=True,
    )
    parameters = {**_PARAMETERS, "seed": seed % (1 << 31), "num_threads": threads}
    return BoostedModel(lightgbm.train(parameters, data, num_boost_round=trees), threads)
