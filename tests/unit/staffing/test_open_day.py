from __future__ import annotations

import numpy as np
import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.promise import Promise
from shiftbid.staffing.open_day import OpenDay, checked_counters


def _day(pieces: int = 6, piece: float = 15.0, past: float = 0.0) -> OpenDay:
    busy = np.arange(pieces) < pieces // 2
    return OpenDay(np.full(pieces, 1.0), np.full(pieces, 4.0), busy, piece, 7.0, past)


def test_hours_are_clock_hours() -> None:
    assert _day().hours.tolist() == [0, 0, 0, 0, 1, 1]
    assert _day(past=30.0).hours.tolist() == [0, 0, 1, 1, 1, 1]
    assert _day(3, 60.0).hours.tolist() == [0, 1, 2]
    assert _day(past=45.0).intervals(30.0).tolist() == [0, 1, 1, 2, 2, 3]


def test_days_of_23_and_25_hours() -> None:
    assert [_day(4 * hours).hours[-1] for hours in (23, 25)] == [22, 24]


def test_limits_follow_busy_hours() -> None:
    assert _day().limits(Promise()).tolist() == [[10] * 3 + [5] * 3, [15] * 3 + [5] * 3]


def test_splitting_keeps_customers_and_time() -> None:
    fine = _day().split(3)
    assert (fine.pieces, fine.piece_minutes) == (18, 5.0)
    assert fine.arrivals.sum() == pytest.approx(_day().arrivals.sum())
    assert fine.hours[::3].tolist() == _day().hours.tolist()


def test_more_footfall_leaves_busy_hours_alone() -> None:
    more = _day().scaled(1.1)
    assert more.arrivals == pytest.approx(_day().arrivals * 1.1)
    assert more.busy.tolist() == _day().busy.tolist()


def test_long_pieces_become_steps_of_at_most_a_quarter() -> None:
    flow = _day(2, 40.0).flow(np.array([3, 5]))
    assert flow.counters.tolist() == [3, 3, 3, 5, 5, 5]
    assert flow.piece_minutes == pytest.approx(40 / 3)
    assert flow.regular == pytest.approx(np.full(6, 0.1))


def test_all_faults_of_a_day_are_named() -> None:
    with pytest.raises(InputError) as caught:
        OpenDay(np.array([-1.0]), np.array([1.0, np.nan]), np.ones(3, np.bool_), 0.0, np.inf)
    assert len(caught.value.problems) == 5


def test_an_empty_day_is_refused() -> None:
    with pytest.raises(InputError, match="at least one piece"):
        OpenDay(np.zeros(0), np.zeros(0), np.zeros(0, np.bool_), 15.0, 7.0)


@pytest.mark.parametrize("counters", [[1, 2], [1, 2, 3, 4, 5, -1], [1.5] * 6, [np.nan] * 6])
def test_wrong_counters_are_refused(counters: list[float]) -> None:
    with pytest.raises(InputError, match="counters"):
        checked_counters(_day(), counters)
