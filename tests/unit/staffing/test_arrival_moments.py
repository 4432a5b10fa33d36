from __future__ import annotations

import numpy as np
import pytest

from shiftbid.staffing.arrival_moments import Moments
from shiftbid.staffing.occupancy import Flow


def _flow(counters: list[int], service_minutes: float = 7.0) -> Flow:
    rates = np.zeros(len(counters))
    return Flow(rates, rates, np.full(len(counters), 1 / service_minutes), np.array(counters), 15.0)


@pytest.mark.parametrize("limit", [0.0, 5.0, 10.0, 15.0, 22.0])
def test_moments_average_smooth_functions_and_kinks_exactly(limit: float) -> None:
    moments = Moments.for_limits(np.array([limit]), _flow([2]))
    t, weights = moments.offset_minutes[0], moments.weights[0]
    kink = -limit % 15
    assert weights.sum() == pytest.approx(1.0)
    assert t @ weights == pytest.approx(7.5)
    assert np.maximum(t - kink, 0) @ weights == pytest.approx((15 - kink) ** 2 / 30)
    assert (t >= kink) @ weights == pytest.approx((15 - kink) / 15 if kink else 1.0)


def test_spread_moments_average_seventh_powers() -> None:
    moments = Moments.spread(_flow([2, 2]))
    assert (moments.offset_minutes[1] ** 7) @ moments.weights[1] == pytest.approx(15**7 / 8)


@pytest.mark.parametrize("late_parts", range(1, 6))
def test_moments_in_parts_count_arrivals_of_whole_parts_exactly(late_parts: int) -> None:
    moments = Moments.in_parts(_flow([2, 8]), 6)
    t, weights = moments.offset_minutes[1], moments.weights[1]
    assert weights.sum() == pytest.approx(1.0)
    assert (t >= 15 - 2.5 * late_parts) @ weights == pytest.approx(late_parts / 6)
    assert t**2 @ weights == pytest.approx(15**2 / 3)


@pytest.mark.parametrize("counters", [[8, 0], [0, 8], [250, 0], [2, 3], [0, 5000]])
@pytest.mark.parametrize("limit", [0.0, 7.0, 14.0])
def test_moments_follow_chances_that_fall_as_fast_as_counters_leave(counters: list[int], limit: float) -> None:
    flow = _flow(counters)
    moments = Moments.for_limits(np.full(2, limit), flow)
    rate = abs(counters[1] - counters[0]) / 7.0
    chances = np.exp(-rate * (15.0 - moments.offset_minutes[0]))
    assert chances @ moments.weights[0] == pytest.approx((1 - np.exp(-15 * rate)) / (15 * rate), abs=2e-4)
