"""From what the model answers to means and quantiles of the hours to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forecasts.calibration import RatioQuantiles, conditions_of, mean_factors
from forecasts.clock import Bools, Floats, Ints

if TYPE_CHECKING:
    from forecasts.features import Evidence, Rows
    from forecasts.models import Fitted
    from forecasts.training import TrainingSet

# no forecast goes further above the largest count a hall has ever had
_CEILING = 1.5


def middling_counts(evidence: Evidence, fitted: Fitted | None, rows: Rows, base: Floats) -> Floats:
    """Count of a middling day for each hour, shape (series, hours); a hall without counts goes the way of the others.

    Parameters
    ----------
    fitted
        The model; None: the base stands for itself.
    rows, base
        Features of the hours to come, and their base completed for halls without counts.
    """
    if fitted is None:
        return base
    series, hours = base.shape
    counts = fitted.model.predict(rows.values.reshape(series * hours, -1), base.ravel()).reshape(base.shape)
    counted: Bools = np.asarray(np.isfinite(rows.base).all(axis=1))
    if counted.any():
        ratio = np.median(counts[counted] / np.maximum(base[counted], 1e-9), axis=0)
        counts = np.where(counted[:, None], counts, base * ratio[None, :])
    ceiling = _CEILING * np.nan_to_num(evidence.counts).max(axis=1, initial=0.0)[:, None]
    return np.where(ceiling > 0, np.minimum(counts, ceiling), counts)


def spread_counts(
    evidence: Evidence,
    training: TrainingSet | None,
    fitted: Fitted | None,
    middling: Floats,
    at: Ints,
    levels: tuple[float, ...],
) -> tuple[Floats, Floats]:
    """Means, shape (series, hours), and quantiles, shape (series, hours, levels), around the middling counts."""
    series, hours = middling.shape
    count, unseen = np.zeros(0), np.zeros(0)
    series_of, position = np.zeros(0, np.int64), np.zeros(0, np.int64)
    if training is not None and fitted is not None:
        count, unseen, series_of, position = training.count, fitted.unseen, training.series, training.position
    ratios = RatioQuantiles(count, unseen, conditions_of(series_of, position, evidence.days), levels, series)
    coming = conditions_of(np.repeat(np.arange(series), hours), np.tile(at, series), evidence.days)
    quantiles = ratios.spread(middling.ravel(), coming, series).reshape(series, hours, -1)
    return middling * mean_factors(count, unseen, series_of, series)[:, None], quantiles
