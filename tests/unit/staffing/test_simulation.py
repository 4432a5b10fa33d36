from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.promise import Promise
from shiftbid.staffing.open_day import OpenDay
from shiftbid.staffing.patience import Temperament, impatient_waits
from shiftbid.staffing.simulation import Conditions, simulate_days
from shiftbid.staffing.transient import day_waits

COUNTERS = np.repeat([4, 7, 8, 6, 7, 7, 9, 8, 7, 4], 4)


def test_simulated_waits_are_the_exact_models(peaked_day: OpenDay) -> None:
    limits = peaked_day.limits(Promise())
    simulated = simulate_days(peaked_day, COUNTERS, limits, Conditions(), days=600, seed=5)
    exact = day_waits(peaked_day, COUNTERS, limits)
    error = np.maximum(simulated.standard_error, 2e-3)
    assert (np.abs(simulated.share_in_time - exact.share_in_time) < 4.5 * error).all()
    # The mean wait of the worst quarters is about 10 minutes; days differ by as much.
    assert simulated.mean_wait_minutes == pytest.approx(exact.mean_minutes, abs=1.5)
    assert simulated.customers.sum() == pytest.approx(600 * 408, rel=0.01)


def test_the_same_seed_plays_the_same_days(peaked_day: OpenDay) -> None:
    conditions = Conditions(1.5, (Temperament(0.5, 5.0), Temperament(0.5, 30.0)), 0.1)
    one, two, other = (
        simulate_days(peaked_day, COUNTERS, peaked_day.limits(Promise()), conditions, days=5, seed=seed)
        for seed in (3, 3, 4)
    )
    assert one.mean_wait_minutes.tobytes() == two.mean_wait_minutes.tobytes()
    assert one.mean_wait_minutes.tobytes() != other.mean_wait_minutes.tobytes()


def test_impatient_customers_leave_as_in_the_long_run(steady_day: Callable[..., OpenDay]) -> None:
    mixed = (Temperament(0.5, 5.0), Temperament(0.5, 40.0))
    day = steady_day(0.0, 15.0, pieces=600)
    simulated = simulate_days(day, [7] * 600, np.full((2, 600), 10.0), Conditions(temperaments=mixed), days=4, seed=2)
    expected = impatient_waits(1.0, 7.0, 7, mixed, 10.0)
    assert simulated.share_left[1].mean() == pytest.approx(expected.share_left, abs=0.01)
    assert simulated.share_in_time[1].mean() == pytest.approx(expected.share_in_time, abs=0.015)
    assert simulated.mean_wait_minutes[1].mean() == pytest.approx(expected.mean_wait_minutes, abs=0.15)


def test_more_spread_in_service_means_longer_waits(steady_day: Callable[..., OpenDay]) -> None:
    # M/G/1: the mean wait is load * service * (1 + spread) / (2 * (1 - load)), by Pollaczek and Khinchine.
    day = steady_day(0.0, 0.6 / 7 * 15, pieces=2000)
    for spread in (0.0, 2.0):
        conditions = Conditions(service_spread=spread)
        simulated = simulate_days(day, [1] * 2000, np.full((2, 2000), 10.0), conditions, days=60, seed=8)
        mean = simulated.mean_wait_minutes[1] @ simulated.customers[1] / simulated.customers[1].sum()
        assert mean == pytest.approx(0.6 * 7 * (1 + spread) / (2 * 0.4), rel=0.06)


def test_a_wrong_forecast_spoils_days(peaked_day: OpenDay) -> None:
    limits = peaked_day.limits(Promise())
    right = simulate_days(peaked_day, COUNTERS, limits, Conditions(), days=150, seed=1)
    wrong = simulate_days(peaked_day, COUNTERS, limits, Conditions(day_factor_spread=0.3), days=150, seed=1)
    assert wrong.days_kept(0.9)[1].mean() < right.days_kept(0.9)[1].mean() - 0.05
    assert right.days_kept(0.9).shape == (2, 10)


def test_nobody_is_called_without_counters(steady_day: Callable[..., OpenDay]) -> None:
    simulated = simulate_days(steady_day(0.5, 2.0), [0] * 8, np.full((2, 8), 10.0), Conditions(), days=20, seed=1)
    assert (simulated.share_in_time[simulated.customers > 0] == 0).all()
    assert simulated.mean_wait_minutes[1, 7] == pytest.approx(24 * 60 + 7.5, abs=3)


def test_an_empty_hall(steady_day: Callable[..., OpenDay]) -> None:
    simulated = simulate_days(steady_day(0.0, 0.0), [1] * 8, np.zeros((2, 8)), Conditions(), days=3, seed=1)
    assert simulated.customers.sum() == 0
    assert (simulated.share_in_time == 1).all()


@pytest.mark.parametrize(("service_spread", "day_factor_spread"), [(-1.0, 0.0), (1.0, math.inf)])
def test_wrong_conditions_are_refused(service_spread: float, day_factor_spread: float) -> None:
    with pytest.raises(InputError, match="0 or more"):
        Conditions(service_spread, (), day_factor_spread)
