from __future__ import annotations

import math

import numpy as np
import pytest

from shiftbid.staffing.occupancy import Flow, StateSize, advance, counters_changed, event_weights


def _flow(vip: float, regular: float, service: float, counters: int) -> Flow:
    return Flow(np.array([vip]), np.array([regular]), np.array([service]), np.array([counters]), 15.0)


def _after(flow: Flow, size: StateSize, state: np.ndarray, minutes: float) -> np.ndarray:
    weights = event_weights(flow, np.array([[minutes]]), range(1))[0]
    return advance(flow, size, 0, state, weights)[0]


@pytest.mark.parametrize("in_hall", [60, 400])
def test_with_counters_for_all_the_hall_fills_like_a_poisson_law(in_hall: int) -> None:
    # M/M/infinity from empty: Poisson with mean load * (1 - exp(-t / service)). Both dense and banded steps.
    size = StateSize(in_hall, 8)
    state = _after(_flow(0.3, 0.7, 1 / 6, 55), size, size.empty_hall(), 4.0)
    mean = 6.0 * (1 - math.exp(-4 / 6))
    at_least = [1 - sum(math.exp(-mean) * mean**k / math.factorial(k) for k in range(n)) for n in range(20)]
    assert state[:20] == pytest.approx(at_least, abs=1e-6)


def test_dense_and_banded_steps_agree() -> None:
    flow, small, large = _flow(0.2, 1.0, 1 / 7, 6), StateSize(80, 20), StateSize(300, 20)
    one = _after(flow, small, small.empty_hall(), 14.0)
    other = _after(flow, large, large.empty_hall(), 14.0)
    assert one[:81] == pytest.approx(other[:81], abs=1e-9)
    assert one[81:] == pytest.approx(other[301:], abs=1e-9)


def test_without_arrivals_and_counters_nothing_happens() -> None:
    size = StateSize(10, 5)
    state = np.linspace(1, 0, size.states)
    assert _after(_flow(0.0, 0.0, 1.0, 0), size, state, 15.0).tolist() == state.tolist()


def test_event_weights_add_up_to_one() -> None:
    flow = Flow(np.array([0.0, 3.0]), np.array([0.1, 90.0]), np.full(2, 0.1), np.array([1, 900]), 15.0)
    for weights in event_weights(flow, np.array([[0.0, 7.5, 15.0]] * 2), range(2)):
        assert weights.sum(axis=1) == pytest.approx(np.ones(3), abs=1e-6)


def test_a_leaving_counter_is_drawn_at_random_and_takes_its_customer() -> None:
    size = StateSize(6, 2)
    for present, counters, expected in ((5, 3, [5 - 1]), (1, 3, [0, 1]), (0, 3, [0])):
        state = np.concatenate(((np.arange(7) <= present).astype(float), [0.0, 0.0]))
        after = counters_changed(state, size, counters, counters - 1)
        left = -np.diff(np.append(after[:7], 0.0))
        assert np.flatnonzero(left > 1e-12).tolist() == expected
    # One customer, three counters: hers is drawn once in three times.
    state = np.concatenate(((np.arange(7) <= 1).astype(float), [0.0, 0.0]))
    assert counters_changed(state, size, 3, 2)[1] == pytest.approx(2 / 3)
    # Two of three leave: she stays only with the remaining one.
    assert counters_changed(state, size, 3, 1)[1] == pytest.approx(1 / 3)


def test_coming_counters_take_the_first_vips() -> None:
    size = StateSize(6, 4)
    state = np.array([1.0] * 7 + [0.9, 0.6, 0.3, 0.1])
    assert counters_changed(state, size, 2, 4)[7:].tolist() == [0.3, 0.1, 0.0, 0.0]
    assert counters_changed(state, size, 2, 9)[7:].tolist() == [0.0] * 4
