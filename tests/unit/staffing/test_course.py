from __future__ import annotations

import numpy as np
import pytest

from shiftbid.staffing.course import Moments, rerun_course, run_course
from shiftbid.staffing.occupancy import Flow
from shiftbid.staffing.open_day import OpenDay


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


@pytest.mark.parametrize("change", [(12, 16, 1), (12, 16, -1), (0, 4, 2), (36, 40, -1), (8, 8, 0), (20, 24, 300)])
def test_solving_again_where_counters_changed_is_solving_anew(
    peaked_day: OpenDay, change: tuple[int, int, int]
) -> None:
    counters = np.repeat([4, 7, 8, 9, 7, 7, 7, 8, 7, 4], 4)
    changed = counters.copy()
    changed[change[0] : change[1]] += change[2]
    moments = (Moments.spread(peaked_day.flow(counters)),)
    known = run_course(peaked_day.flow(counters), moments)
    again, touched = rerun_course(known, peaked_day.flow(changed))
    anew = run_course(peaked_day.flow(changed), moments)
    shared = min(again.size.in_hall, anew.size.in_hall)
    assert again.at_moments[0][:, :, :shared] == pytest.approx(anew.at_moments[0][:, :, :shared], abs=2e-5)
    if change[2] and change[2] < 100:
        assert touched.start == change[0]
        assert touched.stop - touched.start < 40 or change[0] == 0


def test_a_state_space_too_small_at_first_grows(peaked_day: OpenDay) -> None:
    flow = peaked_day.scaled(1.5).flow(np.full(40, 5))
    course = run_course(flow, (Moments.spread(flow),))
    assert course.cut_off < 2e-5
