"""Medians of weeks, against numpy's own."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from forecasts.clock import Floats
from forecasts.profiles import middle, usual_counts


def gappy(rng: np.random.Generator, shape: tuple[int, ...], unknown: float) -> Floats:
    counts = rng.poisson(4, shape).astype(np.float64)
    return np.where(rng.random(shape) < unknown, np.nan, counts)


def median(values: Floats) -> Floats:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # where nothing is known
        return np.nanmedian(values, axis=1)


@pytest.mark.parametrize("weeks", [1, 2, 3, 8, 9])
@pytest.mark.parametrize("unknown", [0.0, 0.3, 0.9])
def test_the_middle_is_the_median_of_what_is_known(weeks: int, unknown: float) -> None:
    values = gappy(np.random.default_rng(weeks), (3, weeks, 168), unknown)
    np.testing.assert_array_equal(middle(values), median(values))


def test_usual_counts_are_medians_of_nine_weeks_around() -> None:
    counts = gappy(np.random.default_rng(0), (2, 20 * 168), 0.1)
    around = counts.reshape(2, 20, 168)[:, 7:16]
    np.testing.assert_array_equal(usual_counts(counts)[:, 11 * 168 : 12 * 168], median(around))


def test_weeks_not_asked_for_are_unknown_and_the_others_as_ever() -> None:
    counts = gappy(np.random.default_rng(1), (2, 20 * 168 - 30), 0.1)
    counts[1, : 15 * 168] = np.nan
    some, every = usual_counts(counts, np.array([3, 19])), usual_counts(counts)
    asked = np.isin(np.arange(counts.shape[1]) // 168, [3, 19])
    np.testing.assert_array_equal(some[:, asked], every[:, asked])
    assert np.isnan(some[:, ~asked]).all()
    assert np.isfinite(every[0]).all()
