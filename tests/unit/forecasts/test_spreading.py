"""Hours a hall is closed are nobody's question, and medians of counts are counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forecasts.calibration import conditions_of
from forecasts.day_types import classify_days
from forecasts.evidence import gather_evidence
from forecasts.features import build_rows
from forecasts.grid import Grid
from forecasts.models import Fitted
from forecasts.settings import ForecastSettings
from forecasts.spreading import bounded_counts, spread_counts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forecasts.clock import Floats, Ints


class Doubler:
    """Answers twice the base, and keeps count of the rows it was asked about."""

    def __init__(self) -> None:
        self.rows = 0

    def predict(self, values: NDArray[np.float32], base: Floats) -> Floats:
        self.rows += len(values)
        return 2.0 * base

    def predict_unseen(self, values: NDArray[np.float32], base: Floats, block: Ints) -> Floats:
        del block
        return self.predict(values, base)


def test_only_hours_asked_for_are_answered_the_others_have_none() -> None:
    counts = np.random.default_rng(0).poisson(9, (3, 6 * 168)).astype(np.float64)
    counts[2] = np.nan
    grid = Grid(19_000, counts, np.zeros(counts.shape, np.bool_), counts.shape[1])
    evidence, _ = gather_evidence(grid, ForecastSettings(), grid.end + 24, np.zeros(counts.shape, np.bool_))
    rows = build_rows(evidence, grid.end, np.arange(24))
    asked = np.ones((3, 24), np.bool_)
    asked[:2, :8] = False
    model = Doubler()
    base = np.full((3, 24), 4.0)
    found = bounded_counts(evidence, model, rows, base, asked, threads=2)
    assert model.rows == asked.sum()
    assert (found[:, :8] == 0.0).all(), "a hall without counts is closed when those with counts are"
    assert (found[:, 8:] == 8.0).all()


def test_the_median_is_whole_where_the_band_holds_a_whole_number() -> None:
    rng = np.random.default_rng(0)
    days = classify_days(19_000, 40, None, None, {})
    past = np.arange(900)
    learnt = conditions_of(np.zeros(900, np.int64), past, past, days)
    fitted = Fitted(None, rng.poisson(4.3, 900).astype(np.float64), np.full(900, 4.3), learnt)
    at = np.arange(48)
    coming = conditions_of(np.zeros(48, np.int64), at, at, days)
    middling = np.concatenate([np.linspace(0.0, 0.5, 24), np.linspace(1.0, 9.0, 24)])[None]
    _, spread = spread_counts(fitted, middling, coming, (0.1, 0.5, 0.9))
    low, median, high = (spread[0, :, i] for i in range(3))
    holds_whole = np.floor(high) >= np.ceil(low)
    assert holds_whole[24:].all()
    assert (median[24:] % 1 == 0).all()
    assert (low <= median).all()
    assert (median <= high).all()
    _, alone = spread_counts(fitted, middling, coming, (0.5,))
    assert (alone % 1 == 0).all()
