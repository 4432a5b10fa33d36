from __future__ import annotations

import numpy as np

from shiftbid.staffing.queue_growth import longest_queue


def test_a_steady_queue_is_cut_far_in_its_tail() -> None:
    arrivals, departures = np.full(40, 1.0), np.full(40, 1.25)
    longest = longest_queue(arrivals, departures, 15.0)
    assert 0.8**longest < 1e-4
    assert longest < 100


def test_overload_grows_by_the_excess() -> None:
    excess = longest_queue(np.full(40, 3.0), np.full(40, 1.0), 15.0)
    assert 2 * 600 < excess < 2 * 600 + 300


def test_only_the_busy_spell_counts() -> None:
    arrivals = np.array([0.1] * 10 + [3.0] * 2 + [0.1] * 10)
    assert 60 < longest_queue(arrivals, np.full(22, 1.0), 15.0) < 120


def test_nothing_moves() -> None:
    assert longest_queue(np.zeros(3), np.zeros(3), 15.0) > 0
