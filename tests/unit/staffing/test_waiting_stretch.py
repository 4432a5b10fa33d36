from __future__ import annotations

import numpy as np
import pytest

from shiftbid.staffing.queue_walk import QueueWalk
from shiftbid.staffing.waiting_stretch import Arrivals, Stretch

COUNTERS = np.array([1, 3, 2])
LONGEST = 6


@pytest.fixture
def walk() -> QueueWalk:
    """Nobody is called and nobody joins: positions move with the counters only."""
    return QueueWalk.through_day(np.zeros(3), np.zeros(3), COUNTERS, piece_minutes=15.0, longest=LONGEST)


@pytest.fixture
def stretch(walk: QueueWalk) -> Stretch:
    """Somebody at position 4 from minute 5 of the first piece on, and somebody at position 1 from its start."""
    positions = np.zeros((2, LONGEST))
    positions[0, 3] = positions[1, 0] = 1.0
    return Stretch.first(walk, Arrivals(positions, np.array([0, 0]), np.array([5.0, 0.0])))


def _moved(walk: QueueWalk, stretch: Stretch) -> Stretch:
    return stretch.following(walk, walk.positions(stretch.end(walk), stretch.piece))


def test_a_first_stretch_lasts_to_the_end_of_its_piece(stretch: Stretch) -> None:
    assert stretch.minutes.tolist() == [10.0, 15.0]
    assert stretch.age_minutes.tolist() == [0.0, 0.0]


def test_counters_that_come_call_those_at_the_head(walk: QueueWalk, stretch: Stretch) -> None:
    after = _moved(walk, stretch)
    assert (after.piece.tolist(), after.age_minutes.tolist()) == ([1, 1], [10.0, 15.0])
    assert walk.positions(after.spectrum, after.piece).round(12).tolist() == [[0, 1, 0, 0, 0, 0], [0] * 6]


def test_counters_that_leave_move_nobody_and_after_closing_the_last_stay(walk: QueueWalk, stretch: Stretch) -> None:
    after = _moved(walk, stretch)
    for piece in (2, 3, 3):
        before, after = after, _moved(walk, after)
        assert after.piece.tolist() == [piece, piece]
        assert walk.positions(after.spectrum, after.piece) == pytest.approx(
            walk.positions(before.spectrum, before.piece), abs=1e-12
        )


def test_chosen_rows_keep_their_places_among_the_arrivals(stretch: Stretch) -> None:
    assert stretch.chosen(np.array([False, True])).rows.tolist() == [1]
