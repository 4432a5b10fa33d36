"""Gradient-boosted trees with Poisson loss on the ratio of count to base (LightGBM).

The only module that loads LightGBM; `available` says whether that is possible here.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from forecasts.features import CATEGORICAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forecasts.clock import Floats
    from forecasts.training import TrainingSet

_PARAMETERS: dict[str, Any] = {
    "objective": "poisson",
    "poisson_max_delta_step": 0.3,
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


class RatioModel:
    """A model of count over base, averaged over its trees' boosters."""

    def __init__(self, boosters: Sequence[Any], threads: int) -> None:
        self._boosters = tuple(boosters)
        self._threads = threads

    def predict(self, values: NDArray[np.float32]) -> Floats:
        """Expected ratio of count to base, shape (rows,)."""
        answers = [booster.predict(values, num_threads=self._threads) for booster in self._boosters]
        return np.mean(answers, axis=0)


def fit_ratio(training: TrainingSet, chosen: NDArray[np.bool_], trees: int, seed: int, threads: int) -> RatioModel:
    """Fit the model on the chosen rows.

    Rows weigh as their base (so that ratios count as customers do), halls as the square root of their level
    (so that small halls are heard).
    """
    lightgbm = importlib.import_module("lightgbm")
    level = np.bincount(training.series, training.base) / np.maximum(np.bincount(training.series), 1)
    weight = training.base / np.sqrt(np.maximum(level, 1e-3))[training.series]
    weight = weight / weight.mean()
    data = lightgbm.Dataset(
        training.values[chosen],
        label=(training.count / training.base)[chosen],
        weight=weight[chosen],
        feature_name=list(training.names),
        categorical_feature=[name for name in CATEGORICAL if name in training.names],
        free_raw_data=True,
    )
    parameters = {**_PARAMETERS, "seed": seed % (1 << 31), "num_threads": threads}
    return RatioModel([lightgbm.train(parameters, data, num_boost_round=trees)], threads)
