"""The two models: boosted trees, and the explainable profile for short histories.

Both answer with the count of a middling hour, row by row; what they said of hours they had not learnt from (`Fitted`)
shows by how much the mean lies above it, and how far counts stray.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from forecasts import boosting
from forecasts.blending import Blend, best_shares, mixed, most_of_line
from forecasts.calibration import Conditions, conditions_of
from forecasts.clock import Bools, Floats, Ints
from forecasts.folds import FOLDS
from forecasts.linear import LinearModel, fit_linear, hall_of
from forecasts.recent import fading_on_ordinary_days, four_week_counts
from forecasts.training import row_weights

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from forecasts.day_types import DayTypes
    from forecasts.folds import Folds
    from forecasts.training import TrainingSet

_LEVEL_TRUST = 0.4
_SEASON_TRUST = 0.5


class Model(Protocol):
    """Anything that turns features into counts."""

    def predict(self, values: NDArray[np.float32], base: Floats) -> Floats:
        """Counts, shape (rows,), of features of shape (rows, features) and their base, shape (rows,)."""
        ...

    def predict_unseen(self, values: NDArray[np.float32], base: Floats, block: Ints) -> Floats:
        """Counts, shape (rows,), of past hours as if the four-week block of each had not been learnt from."""
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

    def predict_unseen(self, values: NDArray[np.float32], base: Floats, block: Ints) -> Floats:
        """Counts, shape (rows,): this model learns from no block."""
        del block
        return self.predict(values, base)

    def _column(self, values: NDArray[np.float32], name: str) -> Floats:
        return values[:, self.names.index(name)].astype(np.float64)


@dataclass(frozen=True, slots=True)
class FoldedBlends:
    """The mean of `FOLDS` blends, number i of which has not learnt from the blocks i, i + `FOLDS`, ….

    Parameters
    ----------
    recent
        Share of the mean of the last four weeks on the first day ahead, by series, shape (series + 1,); the last is for
        rows that name no hall.
    """

    folds: tuple[Blend, ...]
    recent: Floats

    def predict(self, values: NDArray[np.float32], base: Floats) -> Floats:
        """Counts, shape (rows,)."""
        return self._with_recent(np.mean([blend.predict(values, base) for blend in self.folds], axis=0), values, base)

    def predict_unseen(self, values: NDArray[np.float32], base: Floats, block: Ints) -> Floats:
        """Counts, shape (rows,), by the blend blind to each row's block."""
        counts = np.empty(len(base))
        for number, blend in enumerate(self.folds):
            mine = block % FOLDS == number
            if mine.any():
                counts[mine] = blend.predict(values[mine], base[mine])
        return self._with_recent(counts, values, base)

    def _with_recent(self, counts: Floats, values: NDArray[np.float32], base: Floats) -> Floats:
        names = self.folds[0].linear.names
        share = self.recent[hall_of(names, values, len(self.recent) - 1)] * fading_on_ordinary_days(names, values)
        return mixed(counts, four_week_counts(names, values, base), share)


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """A model beside its trials: past hours it forecast without having learnt from them.

    Parameters
    ----------
    model
        None: there was nothing to learn from, the base stands for itself.
    count, unseen, conditions
        What came, what was forecast of it, and under which conditions, shape (rows,).
    """

    model: Model | None
    count: Floats
    unseen: Floats
    conditions: Conditions


def fit_nothing(days: DayTypes) -> Fitted:
    """No model and no trials, for a history without a past to learn from."""
    nothing = np.zeros(0, np.int64)
    return Fitted(None, np.zeros(0), np.zeros(0), conditions_of(nothing, nothing, nothing, days))


def fit_boosted(
    training: TrainingSet,
    folds: Folds,
    days: DayTypes,
    series: int,
    trees: int,
    seed: int,
    threads: int,
    tick: Callable[[float], None],
) -> Fitted:
    """Fit trees and linear model once for each fold; the model is the mean of all.

    What each is judged by says in which shares they are mixed, and how far they stray.

    The three are fitted side by side, one thread each: threads that share a fit wait for one another at every split,
    which costs more than it brings where the machine has other work too.
    """
    weight = row_weights(training)
    by_trees, by_line = np.empty(len(weight)), np.empty(len(weight))

    def fit_fold(number: int) -> tuple[boosting.BoostedModel, LinearModel]:
        learnt, judged = folds.learnt[number], folds.judged[number]
        line = fit_linear(training, learnt, weight, series)
        grown = boosting.fit_trees(training, learnt, weight, trees, seed + number)
        values, base = training.values[judged], training.base[judged]
        by_trees[judged], by_line[judged] = grown.predict(values, base), line.predict(values, base)
        return grown, line

    workers = ThreadPoolExecutor(max(1, min(threads, FOLDS)))
    pairs = list[tuple[boosting.BoostedModel, LinearModel]]()
    try:
        waiting = [workers.submit(fit_fold, number) for number in range(FOLDS)]
        for done, fit in enumerate(waiting):
            tick(done / FOLDS)
            pairs.append(fit.result())
    finally:
        workers.shutdown(cancel_futures=True)
    judged: Bools = np.asarray(folds.judged.any(axis=0))
    by_trees, by_line, trial = by_trees[judged], by_line[judged], training.only(judged)
    hall = hall_of(trial.names, trial.values, series)
    most = most_of_line(trial.names, trial.values, series)
    share = folds.trust * best_shares(trial.count, by_trees, by_line, hall, series, most)
    blended = mixed(by_trees, by_line, share[hall] * most)
    by_recent = four_week_counts(trial.names, trial.values, trial.base)
    fading = fading_on_ordinary_days(trial.names, trial.values)
    recent = best_shares(trial.count, blended, by_recent, hall, series, fading)
    unseen = mixed(blended, by_recent, recent[hall] * fading)
    conditions = conditions_of(trial.series, trial.position, trial.lead, days)
    blends = tuple(Blend(grown, line, share) for grown, line in pairs)
    return Fitted(FoldedBlends(blends, recent), trial.count, unseen, conditions)


def fit_profile(training: TrainingSet, days: DayTypes) -> Fitted:
    """The profile model has nothing to fit; its forecasts of the training rows calibrate its intervals."""
    model = ProfileModel(training.names)
    conditions = conditions_of(training.series, training.position, training.lead, days)
    return Fitted(model, training.count, model.predict(training.values, training.base), conditions)
