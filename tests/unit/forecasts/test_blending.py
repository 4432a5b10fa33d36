"""Shares of a blend follow the errors each model made, and halls with few rows the advice of all."""

from __future__ import annotations

import numpy as np

from forecasts.blending import best_shares, most_of_line


def test_the_share_that_errs_least_is_taken() -> None:
    truth = np.full(20_000, 10.0)
    hall = np.repeat([0, 1], 10_000)
    trees = np.where(hall == 0, 10.0, 8.0)
    line = np.where(hall == 0, 14.0, 12.0)
    shares = best_shares(truth, trees, line, hall, 2)
    assert shares[0] == 0.0
    assert shares[1] == 0.5


def test_a_hall_without_rows_takes_the_share_of_all() -> None:
    rng = np.random.default_rng(1)
    truth = rng.normal(100, 1, 9_000)
    shares = best_shares(truth, truth + 2, truth - 1, np.zeros(9_000, np.int64), 1)
    assert shares.tolist() == [0.7, 0.7]


def test_a_share_that_fades_is_chosen_by_where_it_counts() -> None:
    truth = np.full(10_000, 10.0)
    fading = np.repeat([1.0, 0.0], 5_000)
    second = np.where(fading > 0, 12.0, 99.0)
    assert best_shares(truth, np.full(10_000, 9.0), second, np.zeros(10_000, np.int64), 1, fading)[0] == 0.3


def test_no_rows_at_all_give_the_trees_alone() -> None:
    nothing = np.zeros(0)
    assert best_shares(nothing, nothing, nothing, np.zeros(0, np.int64), 3).tolist() == [0.0] * 4


def test_a_row_that_names_no_hall_takes_trees_alone_but_on_ordinary_days() -> None:
    names = ("series", "days_to_holiday", "days_since_holiday", "bridge", "year_end")
    values = np.array([[0, 0, 9, 0, 0], [np.nan, 9, 9, 0, 0], [np.nan, 0, 9, 0, 0], [np.nan, 9, 9, 0, 1]], np.float32)
    assert most_of_line(names, values, 1).tolist() == [1.0, 1.0, 0.0, 0.0]
