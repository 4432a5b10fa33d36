"""Folds: nothing a model is judged by may have been learnt from, be it the block or, for young halls, the hall."""

from __future__ import annotations

import numpy as np

from forecasts.folds import FOLDS, by_blocks, by_blocks_and_halls
from forecasts.training import TrainingSet


def rows_of(series: int, counted: int | None = None) -> TrainingSet:
    """One row for each of twelve blocks of each series, numbered with gaps; the first `counted` have customers."""
    blocks = np.repeat(np.arange(12), series)
    number = len(blocks)
    hall = np.tile(5 * np.arange(series), 12)
    count = np.where(hall < 5 * (series if counted is None else counted), 1.0, 0.0)
    return TrainingSet(("series",), np.zeros((number, 1), np.float32), np.ones(number), count, hall, blocks * 4 * 168)


def test_each_row_is_judged_once_by_a_model_blind_to_its_block() -> None:
    training = rows_of(4)
    folds = by_blocks(training)
    np.testing.assert_array_equal(folds.judged.sum(axis=0), 1)
    for learnt, judged in zip(folds.learnt, folds.judged, strict=True):
        assert not set(training.block[learnt]) & set(training.block[judged])


def test_young_halls_are_judged_by_models_blind_to_hall_and_block() -> None:
    training = rows_of(7)
    folds = by_blocks_and_halls(training)
    for learnt, judged in zip(folds.learnt, folds.judged, strict=True):
        assert not set(training.block[learnt]) & set(training.block[judged])
        assert not set(training.series[learnt]) & set(training.series[judged])
    assert set(training.series[folds.judged.any(axis=0)]) == set(training.series)
    assert (folds.judged.sum(axis=0) <= 1).all()


def test_two_halls_are_too_few_to_leave_out() -> None:
    training = rows_of(FOLDS - 1)
    np.testing.assert_array_equal(by_blocks_and_halls(training).learnt, by_blocks(training).learnt)


def test_a_hall_that_alone_has_customers_is_not_left_out() -> None:
    training = rows_of(4, counted=1)
    np.testing.assert_array_equal(by_blocks_and_halls(training).learnt, by_blocks(training).learnt)
