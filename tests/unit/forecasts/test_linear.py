"""The linear model finds planted coefficients, and a hall with few rows goes the way of all."""

from __future__ import annotations

import numpy as np

from forecasts.clock import Floats, Ints
from forecasts.linear import fit_linear, hall_of
from forecasts.training import TrainingSet, row_weights

NAMES = (
    *("series", "lead_day", "mean_1w", "mean_2w", "level_1d", "level_3d", "level_7d", "level_14d", "level_28d"),
    *("network_level_7d", "mean_4w", "mean_13w", "mean_26w", "mean_52w", "mean_104w", "smooth_8w", "smooth_26w"),
    *("smooth_104w", "year_hour", "year_day", "year_week", "network_year_week"),
    *("special_shrunk", "special_hour", "special_pooled", "holiday_own"),
)


def planted_set(slopes: Floats, rows_of: Ints) -> TrainingSet:
    """Halls whose log ratio is a slope of their own times the same week a year ago, without noise."""
    rng = np.random.default_rng(0)
    hall = np.repeat(np.arange(len(slopes)), rows_of)
    values = rng.normal(0, 0.4, (len(hall), len(NAMES))).astype(np.float32)
    values[:, 0] = hall
    values[:, 1] = rng.integers(0, 28, len(hall))
    base = np.full(len(hall), 100.0)
    count = base * np.exp(slopes[hall] * values[:, NAMES.index("year_week")])
    return TrainingSet(NAMES, values, base, count, hall.astype(np.int64), np.arange(len(hall)))


def test_each_hall_has_its_own_slope() -> None:
    rows = planted_set(np.array([1.0, 0.2]), np.array([3_000, 3_000]))
    model = fit_linear(rows, np.ones(6_000, np.bool_), row_weights(rows), 2)
    slope = model.coefficients[:, 8 + 8 + NAMES[10:].index("year_week")]
    assert 0.7 < slope[0] < 1.0
    assert 0.15 < slope[1] < 0.4
    assert slope[1] < slope[2] < slope[0]


def test_a_hall_with_few_rows_and_a_row_without_a_hall_go_the_way_of_all() -> None:
    rows = planted_set(np.array([1.0, -1.0]), np.array([3_000, 20]))
    model = fit_linear(rows, np.ones(3_020, np.bool_), row_weights(rows), 2)
    assert np.array_equal(model.coefficients[1], model.coefficients[2])
    nameless = rows.values.copy()
    nameless[:, 0] = np.nan
    assert set(hall_of(NAMES, nameless, 2)) == {2}
    assert np.allclose(
        model.predict(nameless[3_000:], rows.base[3_000:]), model.predict(rows.values, rows.base)[3_000:]
    )


def test_unknown_and_wild_features_give_finite_counts() -> None:
    rows = planted_set(np.array([1.0]), np.array([600]))
    model = fit_linear(rows, np.ones(600, np.bool_), row_weights(rows), 1)
    wild = np.full((2, len(NAMES)), np.nan, np.float32)
    wild[1] = 1e30
    wild[:, :2] = 0
    found = model.predict(wild, np.array([10.0, 10.0]))
    assert np.isfinite(found).all()
    assert (found >= 0).all()
    assert abs(found[0] - 9.75) < 1e-9
