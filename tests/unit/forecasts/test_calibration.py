"""Quantiles from ratios: coverage, borrowing, order."""

from __future__ import annotations

import numpy as np

from forecasts.calibration import RatioQuantiles, conditions_of, mean_factors
from forecasts.day_types import classify_days

LEVELS = (0.1, 0.5, 0.9)


def test_planted_spread_is_covered_in_each_series_and_week_ahead() -> None:
    rng = np.random.default_rng(0)
    days = classify_days(0, 400, None, None, {})
    rows = 40_000
    series = rng.integers(0, 2, rows)
    position = rng.integers(0, 399 * 24, rows)
    lead = rng.integers(0, 672, rows)
    forecast = rng.uniform(50, 500, rows)
    spread = np.where(series == 0, 0.1, 0.5) * np.where(lead < 168, 0.5, 1.0)
    count = forecast * np.exp(rng.normal(0, spread))
    half = rows // 2
    conditions = conditions_of(series[:half], position[:half], lead[:half], days)
    ratios = RatioQuantiles(count[:half], forecast[:half], conditions, LEVELS, 2)
    quantiles = ratios.spread(forecast[half:], conditions_of(series[half:], position[half:], lead[half:], days), 2)
    inside = (count[half:] >= quantiles[:, 0]) & (count[half:] <= quantiles[:, 2])
    for one in (0, 1):
        for week in (0, 3):
            assert 0.77 < inside[(series[half:] == one) & (lead[half:] // 168 == week)].mean() < 0.84
    assert (np.diff(quantiles, axis=1) >= 0).all()


def test_nothing_to_learn_from_still_gives_an_ordered_spread() -> None:
    days = classify_days(0, 10, None, None, {})
    nowhere = np.zeros(0, np.int64)
    nothing = conditions_of(nowhere, nowhere, nowhere, days)
    ratios = RatioQuantiles(np.zeros(0), np.zeros(0), nothing, LEVELS, 1)
    coming = conditions_of(np.zeros(3, np.int64), np.arange(3), np.arange(3), days)
    quantiles = ratios.spread(np.array([0.0, 5.0, 100.0]), coming, 1)
    assert (quantiles >= 0).all()
    assert (np.diff(quantiles, axis=1) >= 0).all()
    assert quantiles[2, 0] < 100 < quantiles[2, 2]


def test_mean_factors_lead_from_the_middling_count_to_the_mean() -> None:
    forecast = np.full(10_000, 10.0)
    count = np.where(np.arange(10_000) % 2, 9.0, 13.0)  # mean 11
    count[0] = 1e7  # one freak hour hardly moves it
    factors = mean_factors(count, forecast, np.zeros(10_000, np.int64), 2)
    np.testing.assert_allclose(factors, [1.1, 1.0], atol=0.005)
