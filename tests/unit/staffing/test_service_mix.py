"""VIPs who take longer or shorter than others: work kept, waits stretched, near the simulation."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.promise import Promise
from shiftbid.staffing.kept_hours import pooled_by_hour
from shiftbid.staffing.open_day import OpenDay
from shiftbid.staffing.requirement import required_counters
from shiftbid.staffing.service_mix import ServiceMix
from shiftbid.staffing.simulation import Conditions, simulate_days
from shiftbid.staffing.transient import day_late_shares, day_waits
from shiftbid.staffing.whatif import split_express, split_vip_room


def test_one_mean_for_both_changes_nothing(peaked_day: OpenDay) -> None:
    told = replace(peaked_day, vip_service_minutes=peaked_day.service_minutes)
    counters = np.full(peaked_day.pieces, 8)
    limits = peaked_day.limits(Promise())
    assert (day_late_shares(told, counters, limits) == day_late_shares(peaked_day, counters, limits)).all()
    assert (told.service_mix.wait_stretch == 1.0).all()


def test_the_mean_keeps_the_work_of_every_quarter_hour() -> None:
    day = OpenDay(np.array([3.0, 0.0, 0.0]), np.array([1.0, 4.0, 0.0]), np.zeros(3, np.bool_), 15.0, 6.0, 0.0, 10.0)
    minutes = day.service_mix.mean_minutes
    assert minutes.tolist() == [9.0, 6.0, pytest.approx(6 + 4 * 3 / 8)]
    work = day.arrivals_vip * 10.0 + day.arrivals_regular * 6.0
    assert minutes * day.arrivals.sum(axis=0) == pytest.approx(work)


def test_waits_are_stretched_as_cobham_and_the_spread_of_service_say() -> None:
    stretch = ServiceMix(12.0, 6.0, np.array([0.0, 0.2, 1.0])).wait_stretch
    assert stretch[:, 0].tolist() == [1.0, 1.0]
    assert stretch[:, 2] == pytest.approx([1.0, 1.0])
    vip, regular = stretch[:, 1]
    # One counter: mean wait of others = sum of arrivals * E[S^2] / 2 over (1 - VIP load) (1 - load), load 0.7.
    mean, square = 0.2 * 12 + 0.8 * 6, 2 * (0.2 * 12**2 + 0.8 * 6**2)
    of_classes = (0.7 / mean * square / 2) / (1 - 0.7 / mean * 0.2 * 12)
    of_one_mean = (0.7 / mean * 2 * mean**2 / 2) / (1 - 0.7 * 0.2)
    assert regular == pytest.approx(of_classes / of_one_mean)
    assert vip == pytest.approx(square / 2 / mean**2)
    assert (ServiceMix(3.0, 6.0, np.array([0.4])).wait_stretch[1] < 1.0).all(), "quick VIPs shorten others' waits"


@pytest.mark.parametrize("vip_minutes", [3.5, 14.0])
def test_the_model_stays_near_a_simulation_of_each_classs_own_times(peaked_day: OpenDay, vip_minutes: float) -> None:
    day = replace(peaked_day, vip_service_minutes=vip_minutes)
    counters = required_counters(day, Promise(), max_counters=20).counters
    limits = day.limits(Promise())
    waits = day_waits(day, counters, limits)
    played = simulate_days(day, counters, limits, Conditions(), days=150, seed=2)
    in_time, customers = played.hour_in_time.sum(axis=0), played.hour_customers.sum(axis=0)
    model = (day.arrivals * waits.share_in_time).sum(axis=1) / day.arrivals.sum(axis=1)
    assert model == pytest.approx(in_time.sum(axis=1) / customers.sum(axis=1), abs=0.015)
    assert pooled_by_hour(day, waits.share_in_time) == pytest.approx(in_time / customers, abs=0.045)


def test_a_requirement_keeps_the_promise_under_unequal_times(peaked_day: OpenDay) -> None:
    day = replace(peaked_day, vip_service_minutes=14.0)
    required = required_counters(day, Promise(), max_counters=20)
    late = day_late_shares(day, required.counters, day.limits(Promise()))
    assert (pooled_by_hour(day, 1.0 - late) >= 0.9).all()
    assert required.counter_hours > required_counters(peaked_day, Promise(), max_counters=20).counter_hours
    mean = required_counters(day, Promise.parse("mean:4,4,4"), max_counters=20)
    waits = day_waits(day, mean.counters, day.limits(Promise()))
    assert (pooled_by_hour(day, waits.mean_minutes) <= 4.0).all()


def test_split_queues_keep_each_classs_own_time(peaked_day: OpenDay) -> None:
    day = replace(peaked_day, vip_service_minutes=14.0)
    room, rest = split_vip_room(day)
    assert room.service_mix.mean_minutes == pytest.approx(np.full(day.pieces, 14.0))
    assert rest.service_mix.mean_minutes == pytest.approx(np.full(day.pieces, 7.0))
    express, others = split_express(day, 0.3, 2.0)
    work = sum((each.arrivals.sum(axis=1) * np.array(each.class_service_minutes)).sum() for each in (express, others))
    assert work == pytest.approx((day.arrivals.sum(axis=1) * np.array((14.0, 7.0))).sum())


def test_impossible_service_times_of_vips_are_refused(peaked_day: OpenDay) -> None:
    for minutes in (0.0, -1.0, float("nan"), float("inf")):
        with pytest.raises(InputError, match="service time of VIPs"):
            replace(peaked_day, vip_service_minutes=minutes)


@pytest.mark.parametrize("counters", [0, 3])
def test_nobody_waits_longer_than_counted_however_slow_vips_are(peaked_day: OpenDay, counters: int) -> None:
    day = replace(peaked_day, vip_service_minutes=60.0)
    waits = day_waits(day, np.full(day.pieces, counters), day.limits(Promise()))
    longest = day.pieces * day.piece_minutes + 24 * 60
    for minutes in (waits.mean_minutes, waits.p90_minutes):
        assert np.isfinite(minutes).all()
        assert minutes.max() <= longest
