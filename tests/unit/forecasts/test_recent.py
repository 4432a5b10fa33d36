"""The mean of four weeks is had back from its feature, and its share fades and keeps off special days."""

from __future__ import annotations

import numpy as np
import pytest

from forecasts.evidence import gather_evidence
from forecasts.features import Rows, build_rows
from forecasts.grid import Grid
from forecasts.recent import fading_on_ordinary_days, four_week_counts
from forecasts.settings import ForecastSettings

# 2025-03-24, a Monday: Good Friday is the 18 April
FIRST_DAY, WEEKS = 20_171 - 35 * 7, 35


@pytest.fixture(scope="module")
def rows() -> tuple[Grid, Rows]:
    counts = np.random.default_rng(0).poisson(9, (2, WEEKS * 168)).astype(np.float64)
    counts[1] = np.nan
    grid = Grid(FIRST_DAY, counts, np.zeros(counts.shape, np.bool_), counts.shape[1])
    settings = ForecastSettings(country="NZ", subdivision="AUK")
    evidence, _ = gather_evidence(grid, settings, grid.end + 672, np.zeros(counts.shape, np.bool_))
    return grid, build_rows(evidence, grid.end, np.arange(672))


def test_it_is_the_mean_of_the_hour_in_the_last_four_weeks(rows: tuple[Grid, Rows]) -> None:
    grid, built = rows
    found = four_week_counts(built.names, built.values[0], built.base[0])
    mean = grid.counts[0, -672:].reshape(4, 168).mean(axis=0)
    assert found == pytest.approx(np.tile(mean, 4), abs=1e-4)


def test_a_hall_without_counts_keeps_its_base(rows: tuple[Grid, Rows]) -> None:
    _, built = rows
    assert four_week_counts(built.names, built.values[1], np.full(672, 7.0)) == pytest.approx(7.0)


def test_the_share_fades_and_keeps_off_holidays_and_their_neighbours(rows: tuple[Grid, Rows]) -> None:
    _, built = rows
    by_day = fading_on_ordinary_days(built.names, built.values[0]).reshape(28, 24)
    assert (by_day == by_day[:, :1]).all()
    assert by_day[[0, 7, 14], 0] == pytest.approx(np.exp([0.0, -1.0, -2.0]))
    # Good Friday and Easter Monday are the days 25 and 28; the Wednesday before them is an ordinary day
    assert (by_day[24:28, 0] == 0.0).all()
    assert by_day[23, 0] > 0.0
