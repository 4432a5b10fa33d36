from __future__ import annotations

import numpy as np
import pytest

from shiftbid.domain.promise import Promise
from shiftbid.staffing.kept_hours import DayPromise, margins_by_hour, pooled_by_hour
from shiftbid.staffing.open_day import OpenDay


@pytest.fixture
def day() -> OpenDay:
    vip = np.array([0, 0, 0, 0, 1, 1, 1, 1.0])
    regular = np.array([9, 1, 0, 0, 2, 2, 2, 2.0])
    return OpenDay(vip, regular, np.ones(8, np.bool_), 15.0, 7.0)


def test_an_hour_is_pooled_by_its_customers(day: OpenDay) -> None:
    values = np.stack((np.arange(8.0), np.array([1.0, 0.0, 0.5, 0.5, 0.2, 0.4, 0.6, 0.8])))
    assert pooled_by_hour(day, values).tolist() == [[1.5, 5.5], [0.9, pytest.approx(0.5)]]


def test_margins_of_a_share(day: OpenDay) -> None:
    shares = np.array([[0.0] * 4 + [0.95] * 4, [0.9, 0.9, 0.0, 0.0] + [0.85] * 4])
    margins = margins_by_hour(day, DayPromise.on(day, Promise()), shares, np.zeros((2, 8)))
    # Nobody of the VIP class comes in the first hour: its promise is kept.
    assert margins == pytest.approx(np.array([[np.inf, 0.05], [0.0, -0.05]]))


def test_margins_of_a_mean_wait(day: OpenDay) -> None:
    promised = DayPromise.on(day, Promise.parse("mean:10,15,5"))
    margins = margins_by_hour(day, promised, np.zeros((2, 8)), np.full((2, 8), 12.0))
    assert margins == pytest.approx(np.array([[np.inf, -2.0], [3.0, 3.0]]))


def test_levels_may_differ_by_hour(day: OpenDay) -> None:
    promised = DayPromise(Promise().kind, np.full((2, 8), 10.0), np.repeat([0.5, 1.0], 4))
    margins = margins_by_hour(day, promised, np.full((2, 8), 0.8), np.zeros((2, 8)))
    assert margins[1] == pytest.approx([0.3, -0.2])
