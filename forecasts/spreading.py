"""From what the model answers to means and quantiles of the hours to come."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from forecasts.calibration import Conditions, RatioQuantiles, mean_factors
from forecasts.clock import Bools, Floats

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forecasts.features import Evidence, Rows
    from forecasts.models import Fitted, Model

# no forecast goes further above the largest count a hall has ever had
_CEILING = 1.5
_MEDIAN = 0.5


def bounded_counts(
    evidence: Evidence, model: Model | None, rows: Rows, base: Floats, asked: Bools, threads: int
) -> Floats:
    """Count of a middling day for each hour, shape (series, hours); a hall without counts goes the way of the others.

    Parameters
    ----------
    model
        None: the base stands for itself.
    rows, base
        Features of the hours to come, and their base completed for halls without counts.
    asked
        Hours to ask the model about, shape (series, hours); the others have 0.
    threads
        How many parts of the rows are answered side by side; the counts do not depend on it.
    """
    if model is None:
        return base
    counts = np.zeros(base.shape)
    counts[asked] = _answers(model, rows.values[asked], base[asked], threads)
    counted: Bools = np.asarray(np.isfinite(rows.base).all(axis=1))
    if counted.any():
        ratio = np.median(counts[counted] / np.maximum(base[counted], 1e-9), axis=0)
        counts = np.where(counted[:, None], counts, base * ratio[None, :])
    ceiling = _CEILING * np.nan_to_num(evidence.counts).max(axis=1, initial=0.0)[:, None]
    return np.where(ceiling > 0, np.minimum(counts, ceiling), counts)


def _answers(model: Model, values: NDArray[np.float32], base: Floats, threads: int) -> Floats:
    """Counts, shape (rows,): each row is answered by itself, so parts may be answered at the same time."""

    def answer(part: slice) -> Floats:
        return model.predict(values[part], base[part])

    edges = np.linspace(0, len(base), max(threads, 1) + 1).astype(np.int64).tolist()
    parts = [slice(start, end) for start, end in pairwise(edges) if end > start]
    with ThreadPoolExecutor(max(len(parts), 1)) as workers:
        answers = list(workers.map(answer, parts))
    return np.concatenate([np.zeros(0), *answers])


def spread_counts(
    fitted: Fitted, middling: Floats, coming: Conditions, levels: tuple[float, ...]
) -> tuple[Floats, Floats]:
    """Means, shape (series, hours), and quantiles, shape (series, hours, levels), around the middling counts.

    Parameters
    ----------
    coming
        Conditions of the hours to come, shape (series * hours,).
    """
    series, hours = middling.shape
    ratios = RatioQuantiles(fitted.count, fitted.unseen, fitted.conditions, levels, series)
    quantiles = ratios.spread(middling.ravel(), coming, series).reshape(series, hours, -1)
    if _MEDIAN in levels:
        _make_whole(quantiles, levels.index(_MEDIAN))
    factors = mean_factors(fitted.count, fitted.unseen, fitted.conditions.series, series)
    return middling * factors[:, None], quantiles


def _make_whole(quantiles: Floats, at: int) -> None:
    """Draw the quantile `at` to the nearest whole number, but not past those beside it, in place.

    Counts are whole, and so is their median: where a hall has a handful of customers an hour, a number between two
    counts errs more than either.
    """
    whole = np.rint(quantiles[:, :, at])
    if at > 0:
        whole = np.maximum(whole, quantiles[:, :, at - 1])
    if at + 1 < quantiles.shape[2]:
        whole = np.minimum(whole, quantiles[:, :, at + 1])
    quantiles[:, :, at] = whole
