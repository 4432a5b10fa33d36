"""The two models: boosted trees, and the explainable profile for short histories.

Both answer with the count of a middling hour, row by row; `Fitted` says by how much the mean lies above it.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from forecasts import boosting
from forecasts.clock import Floats

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from forecasts.training import TrainingSet

FOLDS = 3
_LEVEL_TRUST = 0.4
_SEASON_TRUST = 0.5


class Model(Protocol):
    """Anything that turns features into counts."""

    def predict(self, values: NDArray[np.float32], base: Floats) -> Floats:
        """Counts, shape (rows,), of features of shape (rows, features) and their base, shape (rows,)."""
        ...


@dataclass(frozen=True, slots=True)
class ProfileModel:
    """Profile × special day × level: the base, the hall's remembered ratio of a special day, and half its recent drift.

    Deliberately simple: every factor can be read off and explained.
    """

    names: tuple[str, ...]

    def predict(self, values: NDArray[np.float32], base: Floats) -> Floats:
        """Counts, shape (rows,)."""
        special = np.nan_to_num(self._column(values, "special_shrunk"))
        hourly = self._column(values, "special_hour")
        special = np.where(np.isfinite(hourly), 0.5 * special + 0.5 * hourly, special)
        level = np.nan_to_num(self._column(values, "level_14d"))
        season = np.nan_to_num(self._column(values, "network_year_week"))
        drift = _LEVEL_TRUST * level + _SEASON_TRUST * np.clip(season, -0.5, 0.5)
        return base * np.exp(np.clip(special + drift, -4.0, 2.0))

    def _column(self, values: NDArray[np.float32], name: str) -> Floats:
        return values[:, self.names.index(name)].astype(np.float64)


@dataclass(frozen=True, slots=True)
class MeanModel:
    """The mean of several models' counts."""

    models: tuple[Model, ...]

    def predict(self, values: NDArray[np.float32], base: Floats) -> Floats:
        """Counts, shape (rows,)."""
        return np.mean([model.predict(values, base) for model in self.models], axis=0)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A model and its forecasts, shape (rows,), of training rows it had not learnt from."""

    model: Model
    unseen: Floats


def fit_boosted(training: TrainingSet, trees: int, seed: int, threads: int, tick: Callable[[float], None]) -> Fitted:
    """Fit the trees once for each third of the four-week blocks left out; the mean of the three is the model.

    The three are fitted side by side, one thread each: threads that share a fit wait for one another at every split,
    which costs more than it brings where the machine has other work too.
    """
    fold = training.block % FOLDS
    unseen = np.empty(len(training.base))

    def fit_fold(number: int) -> Model:
        left_out = fold == number
        model = boosting.fit_trees(training, ~left_out, trees, seed + number)
        unseen[left_out] = model.predict(training.values[left_out], training.base[left_out])
        return model

    workers = ThreadPoolExecutor(max(1, min(threads, FOLDS)))
    models = list[Model]()
    try:
        waiting = [workers.submit(fit_fold, number) for number in range(FOLDS)]
        for done, fit in enumerate(waiting):
            tick(done / FOLDS)
            models.append(fit.result())
    finally:
        workers.shutdown(cancel_futures=True)
    return Fitted(MeanModel(tuple(models)), unseen)


def fit_profile(training: TrainingSet) -> Fitted:
    """The profile model has nothing to fit; its forecasts of the training rows calibrate its intervals."""
    model = ProfileModel(training.names)
    return Fitted(model, model.predict(training.values, training.base))
