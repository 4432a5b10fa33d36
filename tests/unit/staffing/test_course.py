from __future__ import annotations

import numpy as np
import pytest

from shiftbid.staffing.arrival_moments import Moments
from shiftbid.staffing.course import rerun_course, run_course
from shiftbid.staffing.open_day import OpenDay


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
