"""Halls borrow from those whose week looks like their own, never from themselves."""

from __future__ import annotations

import numpy as np

from forecasts.sisters import borrowed, likeness


def test_office_streets_learn_from_office_streets() -> None:
    office = np.tile([1.0] * 120 + [0.1] * 48, (3, 1)) * [[1.0], [50.0], [3.0]]
    market = np.tile([0.3] * 120 + [2.0] * 48, (3, 1)) * [[1.0], [9.0], [4.0]]
    weights = likeness(np.concatenate([office, market]))
    assert np.allclose(np.diag(weights), 0)
    assert np.allclose(weights.sum(axis=1), 1)
    assert weights[0, 1:3].sum() > 1.3 * weights[0, 3:].sum()
    assert weights[4, [3, 5]].sum() > 1.3 * weights[4, :3].sum()


def test_a_hall_alone_has_no_sisters() -> None:
    weights = likeness(np.ones((1, 168)))
    assert weights.tolist() == [[0.0]]
    assert np.isnan(borrowed(np.ones((1, 5)), weights)).all()


def test_halls_without_counts_are_nobodys_sisters() -> None:
    week = np.ones((3, 168))
    week[2] = np.nan
    weights = likeness(week)
    assert weights[0].tolist() == [0.0, 1.0, 0.0]


def test_only_known_values_are_borrowed() -> None:
    weights = np.array([[0.0, 0.5, 0.5], [1.0, 0.0, 0.0], [1.0, 0.0, 0.0]])
    values = np.array([[1.0, np.nan], [2.0, 5.0], [4.0, np.nan]])
    found = borrowed(values, weights)
    assert found[0].tolist() == [3.0, 5.0]
    assert found[1, 0] == 1.0
    assert np.isnan(found[1, 1])
