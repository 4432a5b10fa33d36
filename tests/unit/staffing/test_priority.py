from __future__ import annotations

import math

import numpy as np
import pytest

from shiftbid.staffing.erlang import erlang_c
from shiftbid.staffing.priority import regular_tail, steady_counters, steady_waits


def _tail_by_events(vip: float, total: float, capacity: float, minutes: float) -> float:
    """P(a regular customer who waits is not called in time), event by event on the chain of positions."""
    rho = total / capacity
    positions = (1 - rho) * rho ** np.arange(400)
    rate, waiting = vip + capacity, 0.0
    mean = rate * minutes
    for event in range(int(mean + 10 * math.sqrt(mean) + 40)):
        waiting += math.exp(event * math.log(mean) - mean - math.lgamma(event + 1)) * positions.sum()
        moved = np.zeros_like(positions)
        moved[:-1] += capacity / rate * positions[1:]
        moved[1:] += vip / rate * positions[:-1]
        positions = moved
    return waiting


@pytest.mark.parametrize("vip", [0.0, 1e-6, 0.2, 0.8])
@pytest.mark.parametrize("minutes", [0.05, 1.0, 5.0, 15.0, 60.0])
def test_tail_agrees_with_the_chain_of_positions(vip: float, minutes: float) -> None:
    regular, capacity = 0.3, 1.2
    tail = regular_tail(*(np.array(x) for x in (vip, regular, capacity, minutes)))
    assert tail == pytest.approx(_tail_by_events(vip, vip + regular, capacity, minutes), abs=1e-8)


def test_without_vips_it_is_erlang_c() -> None:
    waits = steady_waits(0.0, 1.0, 7.0, 8, 5.0, 5.0)
    chance = float(erlang_c(7.0, 8))
    assert waits.mean_wait_regular_minutes == pytest.approx(chance / (8 / 7 - 1))
    assert waits.share_regular == pytest.approx(1 - chance * math.exp(-(8 / 7 - 1) * 5))


def test_priority_moves_waiting_but_does_not_change_it() -> None:
    vip, regular = np.array([0.1, 0.5, 0.9]), np.array([0.9, 0.5, 0.1])
    waits = steady_waits(vip, regular, 7.0, 8, 10.0, 15.0)
    queue = vip * waits.mean_wait_vip_minutes + regular * waits.mean_wait_regular_minutes
    assert queue == pytest.approx(np.full(3, float(steady_waits(0.0, 1.0, 7.0, 8, 0.0, 0.0).mean_wait_regular_minutes)))


def test_overload_starves_the_regular_class_first() -> None:
    waits = steady_waits(0.5, 2.0, 7.0, 8, 10.0, 15.0)
    assert (waits.share_regular, waits.mean_wait_regular_minutes) == (0.0, math.inf)
    # All counters are always busy: VIPs are called at rate 8/7 a minute.
    assert waits.mean_wait_vip_minutes == pytest.approx(1 / (8 / 7 - 0.5))
    assert steady_waits(2.0, 0.5, 7.0, 8, 10.0, 15.0).mean_wait_vip_minutes == math.inf


def test_nobody_waits_zero_minutes_more_often_than_not() -> None:
    waits = steady_waits(0.2, 0.8, 7.0, 9, 0.0, 0.0)
    assert waits.share_vip == pytest.approx(1 - waits.chance_of_waiting)
    assert waits.share_regular == pytest.approx(1 - waits.chance_of_waiting)


def _counters(levels: float | None, limit: float, most: int = 30) -> list[int]:
    rates = np.array([0.0, 0.4, 1.0, 5.0])
    limits = np.full((2, 4), limit)
    least, top = np.array([2, 1, 1, 1]), np.full(4, most)
    share = None if levels is None else np.full(4, levels)
    return steady_counters(rates * 0.2, rates * 0.8, np.full(4, 7.0), limits, share, least, top).tolist()


def test_fewest_counters_are_one_more_than_too_few() -> None:
    found = _counters(0.9, 15.0)
    assert found[0] == 2
    assert found[3] == 30
    for rate, counters in zip((0.4, 1.0), found[1:3], strict=True):
        shares = [
            float(steady_waits(rate * 0.2, rate * 0.8, 7.0, c, 15.0, 15.0).share_regular)
            for c in (counters - 1, counters)
        ]
        assert shares[0] < 0.9 <= shares[1]


def test_fewest_counters_for_a_mean() -> None:
    found = _counters(None, 5.0)
    means = [
        float(steady_waits(0.2, 0.8, 7.0, c, 5.0, 5.0).mean_wait_regular_minutes) for c in (found[2] - 1, found[2])
    ]
    assert means[1] <= 5.0 < means[0]


def test_an_unkeepable_level_ends_at_the_most_counters() -> None:
    assert _counters(1.0, 15.0, most=12) == [2, 12, 12, 12]
