"""Half hours: they add up to their hour, follow a planted share, and cover."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from forecasts import ForecastSettings, History, fit, halve, read_history

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from forecasts.clock import Floats


def with_halves(history: History, share: float, seed: int) -> History:
    rng = np.random.default_rng(seed)
    first = rng.binomial(history.counts.astype(np.int64), share).astype(float)
    return replace(history, first_halves=first)


def test_halves_add_up_and_follow_the_planted_share(
    planted: Callable[..., Floats], history_of: Callable[..., History]
) -> None:
    counts = 20 * planted(70)
    history = with_halves(history_of(counts[:, : 63 * 24]), 0.3, 1)
    forecaster = fit(history, hours=168)
    hourly = forecaster.forecast((0.1, 0.5, 0.9))
    halves = halve(hourly, forecaster.halves)
    assert halves.step_seconds == 1800
    assert halves.hours == 336
    np.testing.assert_allclose(halves.means.reshape(1, 168, 2).sum(axis=2), hourly.means)
    assert halves.means[:, ::2].sum() / hourly.means.sum() == np.clip(
        halves.means[:, ::2].sum() / hourly.means.sum(), 0.28, 0.32
    )
    assert (np.diff(halves.quantiles, axis=2) >= 0).all()
    assert [f"{time:%H:%M}" for time in halves.times()[:3]] == ["00:00", "00:30", "01:00"]
    coming = with_halves(history_of(counts[:, 63 * 24 :]), 0.3, 2)
    assert coming.first_halves is not None
    actual = np.stack([coming.first_halves, coming.counts - coming.first_halves], axis=2).reshape(1, -1)
    busy = actual > 0
    inside = (actual >= halves.quantiles[..., 0]) & (actual <= halves.quantiles[..., 2])
    assert 0.7 < inside[busy].mean() < 0.97


def test_hourly_counts_are_divided_along_the_slope(
    planted: Callable[..., Floats], history_of: Callable[..., History]
) -> None:
    forecaster = fit(history_of(planted(49)), hours=24)
    assert forecaster.halves is None
    halves = halve(forecaster.forecast(), None).means[0]
    assert halves[2 * 8] < halves[2 * 8 + 1]  # the morning rises
    assert halves[2 * 19] > halves[2 * 19 + 1]  # the evening falls


def test_half_hours_are_read_from_finer_counts(write: Callable[..., Path]) -> None:
    lines = [f"2024-01-01T{hour:02d}:{minute:02d},{minute}" for hour in range(24) for minute in (0, 10, 20, 30, 40, 50)]
    history = read_history(write("ds,a\n" + "\n".join(lines)))
    assert history.first_halves is not None
    np.testing.assert_array_equal(history.first_halves, np.full((1, 24), 30.0))
    np.testing.assert_array_equal(history.counts, np.full((1, 24), 150.0))
    hourly = read_history(write("ds,a\n" + "\n".join(line for line in lines if ":00," in line), "h.csv"))
    assert hourly.first_halves is None


def test_a_hall_without_counts_divides_by_its_slope(
    planted: Callable[..., Floats], history_of: Callable[..., History]
) -> None:
    counts = planted(49, halls=2)
    history = with_halves(history_of(counts), 0.3, 1)
    blank = counts.copy()
    blank[1] = np.nan
    assert history.first_halves is not None
    first = np.where(np.isnan(blank), np.nan, history.first_halves)
    forecaster = fit(replace(history, counts=blank, first_halves=first), hours=24, settings=ForecastSettings())
    halves = halve(forecaster.forecast(), forecaster.halves)
    assert np.isfinite(halves.means).all()
    assert np.isfinite(halves.quantiles).all()
