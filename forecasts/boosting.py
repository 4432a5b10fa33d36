"""Gradient-boosted trees on the logarithm of the ratio of count to base (LightGBM).

Two sets of trees, averaged: one with Fair loss (Rey 1983), close to the absolute error, goes for a middling hour, which
a concert or a burst pipe does not move; one with Poisson loss on the ratio goes for the mean, and knows special days
better. On real footfall the average beat each. `calibration.mean_factors` leads from it to the mean.

The only module that loads LightGBM; `available` says whether that is possible here.
"""

from __future__ import annotations

import importlib
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from forecasts.features import CATEGORICAL, SMOOTHED
from forecasts.training import COUNT_OFFSET

if TYPE_CHECKING:
    from forecasts.clock import Floats
    from forecasts.training import TrainingSet

_PARAMETERS: dict[str, Any] = {
    "learning_rate": 0.06,
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

_MIDDLING: dict[str, Any] = {"objective": "fair", "fair_c": 0.2}
_MEAN: dict[str, Any] = {"objective": "poisson", "poisson_max_delta_step": 0.3}


def available() -> bool:
    """Whether LightGBM can be loaded on this machine."""
    try:
        importlib.import_module("lightgbm")
    except (ImportError, OSError):  # OSError: its shared library lacks a system library such as libgomp
        return False
    return True


class Trees(Protocol):
    """What is asked of LightGBM's boosters, which have no types."""

    def predict(self, data: NDArray[np.float32], *, num_threads: int) -> object:
        """Answers, shape (rows,)."""
        ...

    def model_to_string(self) -> str:
        """Give the trees in LightGBM's own form."""
        ...


class BoostedModel:
    """The average of trees that answer with the logarithm of the ratio and trees that answer with the ratio.

    Parameters
    ----------
    middling, mean
        The two sets of trees, or the texts they were written as: these are read when first asked.
    """

    def __init__(self, middling: Trees | str, mean: Trees | str) -> None:
        self._middling = middling
        self._mean = mean
        self._growing = Lock()

    @classmethod
    def from_texts(cls, middling: str, mean: str) -> BoostedModel:
        """Trees as `texts` wrote them."""
        return cls(middling, mean)

    def texts(self) -> tuple[str, str]:
        """Both sets of trees in LightGBM's own form."""
        middling, mean = (
            trees if isinstance(trees, str) else trees.model_to_string() for trees in (self._middling, self._mean)
        )
        return middling, mean

    def predict(self, values: NDArray[np.float32], base: Floats) -> Floats:
        """Counts, shape (rows,), never negative."""
        with self._growing:
            self._middling, self._mean = middling, mean = _grown(self._middling), _grown(self._mean)
        logarithm = np.asarray(middling.predict(values, num_threads=1), np.float64)
        ratio = np.asarray(mean.predict(values, num_threads=1), np.float64)
        return 0.5 * np.maximum(np.exp(logarithm) * base - COUNT_OFFSET, 0.0) + 0.5 * ratio * base


def _grown(trees: Trees | str) -> Trees:
    return importlib.import_module("lightgbm").Booster(model_str=trees) if isinstance(trees, str) else trees


def fit_trees(training: TrainingSet, chosen: NDArray[np.bool_], weight: Floats, trees: int, seed: int) -> BoostedModel:
    """Fit the trees on the chosen rows; `weight` is what an error of each row counts, shape (rows,), of all rows.

    Smoothed means are left to the linear model: with them trees err more on special days.
    """
    lightgbm = importlib.import_module("lightgbm")
    contribution = [0.0 if name in SMOOTHED else 1.0 for name in training.names]

    def fit(target: Floats, loss: dict[str, Any]) -> Trees:
        data = lightgbm.Dataset(
            training.values[chosen],
            label=target[chosen],
            weight=weight[chosen],
            feature_name=list(training.names),
            categorical_feature=[name for name in CATEGORICAL if name in training.names],
        )
        parameters = {**_PARAMETERS, **loss, "seed": seed % (1 << 31), "num_threads": 1, "feature_contri": contribution}
        return lightgbm.train(parameters, data, num_boost_round=trees)

    return BoostedModel(
        fit(np.log((training.count + COUNT_OFFSET) / training.base), _MIDDLING),
        fit(training.count / training.base, _MEAN),
    )
