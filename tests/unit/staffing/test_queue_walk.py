from __future__ import annotations

import numpy as np
import pytest

from shiftbid.staffing.queue_walk import QueueWalk

LONGEST = 12


def _walk(rise: float, fall: float) -> QueueWalk:
    pieces = 2
    return QueueWalk.through_day(
        np.full(pieces, rise), np.full(pieces, fall), np.ones(pieces, np.int64), piece_minutes=5.0, longest=LONGEST
    )


@pytest.mark.parametrize(("rise", "fall"), [(0.0, 0.6), (0.3, 0.6), (0.6, 0.6), (0.9, 0.6)])
def test_nobody_moves_in_no_time(rise: float, fall: float) -> None:
    walk, piece = _walk(rise, fall), np.array([0, 1])
    positions = np.random.default_rng(1).dirichlet(np.ones(LONGEST), size=2)
    spectrum = walk.spectrum(positions, piece)
    assert walk.positions(spectrum, piece) == pytest.approx(positions, abs=1e-12)
    assert walk.not_yet_called(spectrum, piece) == pytest.approx(1.0, abs=1e-12)


@pytest.mark.parametrize(("rise", "fall"), [(0.0, 0.6), (0.2, 0.6), (0.3, 0.3), (0.4, 0.3)])
def test_a_piece_moves_positions_as_their_equations_do(rise: float, fall: float) -> None:
    walk, piece, start = _walk(rise, fall), np.array([0]), 3
    positions = np.zeros((1, LONGEST))
    positions[0, start - 1] = 1.0
    end = walk.spectrum(positions, piece) * walk.whole_piece[piece]
    size, dt = 60, 5.0 / 20_000
    change = (
        np.diag(np.full(size, -(rise + fall)))
        + np.diag(np.full(size - 1, fall), 1)
        + np.diag(np.full(size - 1, rise), -1)
    )
    exact = np.linalg.matrix_power(np.eye(size) + change * dt, 20_000)[:, start - 1]
    assert walk.positions(end, piece)[0] == pytest.approx(exact[:LONGEST], abs=1e-4)
    assert walk.not_yet_called(end, piece) == pytest.approx([exact.sum()], abs=1e-4)
