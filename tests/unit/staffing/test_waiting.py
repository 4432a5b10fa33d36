from __future__ import annotations

import math

import numpy as np
import pytest

from shiftbid.staffing.queue_walk import QueueWalk
from shiftbid.staffing.waiting import late_shares, wait_profile
from shiftbid.staffing.waiting_stretch import Arrivals


def _walk(rise: float, fall: float, *, pieces: int = 4, counters: list[int] | None = None) -> QueueWalk:
    on_duty = np.array(counters or [1] * pieces)
    return QueueWalk.through_day(
        rises=np.full(pieces, rise),
        falls=fall * on_duty,
        counters=on_duty,
        piece_minutes=15.0,
        longest=40,
    )


def _at(position: int, piece: int = 0, offset: float = 5.0) -> Arrivals:
    positions = np.zeros((1, 40))
    positions[0, position - 1] = 1.0
    return Arrivals(positions, np.array([piece]), np.array([offset]))


@pytest.mark.parametrize(("position", "minutes"), [(1, 3.0), (4, 12.0), (10, 40.0)])
def test_without_overtaking_a_wait_is_a_sum_of_services(position: int, minutes: float) -> None:
    walk = _walk(0.0, 0.5)
    mean = 0.5 * minutes
    erlang = sum(math.exp(-mean) * mean**k / math.factorial(k) for k in range(position))
    assert late_shares(walk, _at(position), np.array([minutes])) == pytest.approx([erlang], abs=1e-9)
    assert wait_profile(walk, _at(position)).mean_minutes == pytest.approx([position / 0.5], abs=1e-3)


def test_a_counter_that_opens_takes_one_off_the_queue() -> None:
    walk = _walk(0.0, 0.0, counters=[1, 3, 3, 3])
    waits = late_shares(walk, _at(2, offset=5.0), np.array([9.0])), late_shares(walk, _at(2), np.array([11.0]))
    assert (waits[0][0], waits[1][0]) == pytest.approx((1.0, 0.0), abs=1e-12)


@pytest.mark.parametrize(("rise", "fall"), [(0.2, 1.0), (1.0, 1.0), (1.5, 1.0), (0.7, 0.0)])
def test_overtaken_waits_agree_with_small_steps(rise: float, fall: float) -> None:
    limit, steps = 6.0, 60_000
    ahead = np.zeros(61)
    ahead[3] = 1.0
    dt = limit / steps
    for _ in range(steps):
        moved = ahead * (1 - (rise + fall) * dt)
        moved[2:] += rise * dt * ahead[1:-1]
        moved[1:-1] += fall * dt * ahead[2:]
        moved[0] = 0.0
        ahead = moved
    assert late_shares(_walk(rise, fall), _at(3), np.array([limit])) == pytest.approx([ahead.sum()], abs=2e-4)


def test_constant_rates_give_position_over_net_rate() -> None:
    # A walk that drifts down by fall - rise a minute reaches 0 from m after m / (fall - rise) minutes on average.
    walk = _walk(0.3, 0.8, pieces=40)
    assert wait_profile(walk, _at(6, piece=2)).mean_minutes == pytest.approx([6 / 0.5], abs=5e-3)


def test_ages_read_are_the_late_shares() -> None:
    walk = _walk(0.3, 0.8, pieces=6)
    profile = wait_profile(walk, _at(5, offset=4.2))
    for age in (0, 1, 5, 9, 14):
        late = late_shares(walk, _at(5, offset=4.2), np.array([age * profile.age_step_minutes]))
        assert profile.beyond[0, age] == pytest.approx(late[0], abs=1e-6)


def test_nobody_called_waits_until_a_day_after_closing() -> None:
    profile = wait_profile(_walk(0.0, 0.0, counters=[1, 1, 0, 0]), _at(1, piece=3, offset=10.0))
    assert profile.mean_minutes == pytest.approx([5.0 + 24 * 60])


def test_no_arrivals_no_result() -> None:
    nobody = Arrivals(np.zeros((0, 40)), np.zeros(0, np.int64), np.zeros(0))
    assert late_shares(_walk(0.1, 0.5), nobody, np.zeros(0)).shape == (0,)
