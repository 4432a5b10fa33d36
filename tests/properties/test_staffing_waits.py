"""Properties that every hall-day must have, whatever its numbers, within the numerical error the certificate states."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from shiftbid.domain.promise import Promise
from shiftbid.staffing.certificate import certify_day
from shiftbid.staffing.open_day import OpenDay
from shiftbid.staffing.priority import steady_waits
from shiftbid.staffing.requirement import required_counters
from shiftbid.staffing.transient import day_waits

PIECES = 6
rates = st.lists(st.floats(0.0, 8.0), min_size=PIECES, max_size=PIECES)
heads = st.lists(st.integers(0, 8), min_size=PIECES, max_size=PIECES)
limits = st.tuples(st.floats(0.0, 40.0), st.floats(0.0, 40.0))


def _day(vip: list[float], regular: list[float], service: float = 7.0) -> OpenDay:
    return OpenDay(np.array(vip), np.array(regular), np.ones(PIECES, np.bool_), 15.0, service)


def _limits(pair: tuple[float, float]) -> np.ndarray:
    return np.array(pair)[:, None].repeat(PIECES, axis=1)


@settings(max_examples=40, deadline=None)
@given(rates, rates, heads, limits, st.floats(0.5, 60.0))
def test_answers_are_finite_and_vips_wait_no_longer(
    vip: list[float], regular: list[float], counters: list[int], pair: tuple[float, float], service: float
) -> None:
    same_limit = _limits((pair[0], pair[0]))
    with np.errstate(all="raise", under="ignore"):
        waits = day_waits(_day(vip, regular, service), np.array(counters), same_limit)
    for values in (waits.share_in_time, waits.mean_minutes, waits.p90_minutes, waits.mean_waiting):
        assert np.isfinite(values).all()
        assert values.min() > -1e-9
    assert (waits.share_in_time <= 1).all()
    assert (waits.share_in_time[0] >= waits.share_in_time[1] - 5e-4).all()
    assert (waits.mean_minutes[0] <= waits.mean_minutes[1] * 1.01 + 0.05).all()


@settings(max_examples=30, deadline=None)
@given(rates, rates, st.integers(1, 6), limits)
def test_more_counters_all_day_never_hurt(
    vip: list[float], regular: list[float], counters: int, pair: tuple[float, float]
) -> None:
    few, many = (day_waits(_day(vip, regular), np.full(PIECES, c), _limits(pair)) for c in (counters, counters + 1))
    assert (many.share_in_time >= few.share_in_time - 5e-4).all()
    assert (many.mean_minutes <= few.mean_minutes * 1.005 + 0.02).all()


@settings(max_examples=30, deadline=None)
@given(rates, rates, heads, limits, st.floats(1.0, 2.0))
@example([0, 0, 0, 0, 1.0, 6.427734375], [0] * 6, [0, 0, 0, 0, 2, 3], (0.0, 0.0), 2.0).via(
    "a queue that hardly shrinks"
)
def test_more_customers_wait_no_shorter(
    vip: list[float], regular: list[float], counters: list[int], pair: tuple[float, float], factor: float
) -> None:
    day = _day(vip, regular)
    now, more = (day_waits(d, np.array(counters), _limits(pair)) for d in (day, day.scaled(factor)))
    assert (more.share_in_time <= now.share_in_time + 5e-4).all()
    assert (more.mean_minutes >= now.mean_minutes * 0.995 - 0.02).all()


@settings(max_examples=30, deadline=None)
@given(rates, rates, heads, st.floats(0.0, 30.0), st.floats(0.0, 30.0))
@example([0] * 6, [0, 0, 0, 0, 4, 0], [0, 0, 0, 0, 3, 0], 22.0, 23.0).via("all counters leave at once")
def test_a_longer_limit_is_kept_more_often(
    vip: list[float], regular: list[float], counters: list[int], one: float, other: float
) -> None:
    day = _day(vip, regular)
    short, long = (day_waits(day, np.array(counters), _limits((x, x))) for x in sorted((one, other)))
    assert (long.share_in_time >= short.share_in_time - 5e-4).all()


@settings(max_examples=25, deadline=None)
@given(st.floats(0.0, 2.0), st.floats(0.05, 4.0), st.integers(1, 40), st.floats(0.0, 30.0))
def test_stationary_waits_shrink_with_every_counter(vip: float, regular: float, counters: int, limit: float) -> None:
    few, many = (steady_waits(vip, regular, 5.0, c, limit, limit) for c in (counters, counters + 1))
    assert many.chance_of_waiting <= few.chance_of_waiting + 1e-12
    assert many.share_regular >= few.share_regular - 1e-8
    assert many.share_vip >= few.share_vip - 1e-12
    assert many.mean_wait_regular_minutes <= few.mean_wait_regular_minutes + 1e-12


@settings(max_examples=15, deadline=None)
@given(rates, rates, st.integers(1, 9), st.sampled_from(["share:0.9:10,15,5", "share:0.8:5,5,5", "mean:3,6,2"]))
def test_a_requirement_is_what_the_certificate_confirms(
    vip: list[float], regular: list[float], most: int, text: str
) -> None:
    day, promise = _day(vip, regular), Promise.parse(text)
    required = required_counters(day, promise, max_counters=most)
    assert ((required.slot_counters >= 1) & (required.slot_counters <= most)).all()
    kept = np.logical_and(*certify_day(day, required.counters, promise).kept)
    for hour, quarter_kept in zip(day.hours.tolist(), kept.tolist(), strict=True):
        assert quarter_kept or hour in required.missed_hours


@settings(max_examples=8, deadline=None)
@given(rates, rates, heads, limits, st.floats(0.5, 30.0))
@example([1, 2, 0, 4, 0, 1], [3, 6, 2, 0, 8, 1], [2, 4, 3, 2, 4, 2], (10.0, 15.0), 7.0)
@example([0] * 6, [0, 0, 0, 0, 4, 0], [0, 0, 0, 0, 3, 0], (22.0, 23.0), 7.0).via("all counters leave at once")
@example([4, 0, 0, 0, 0, 0], [6, 0, 0, 0, 0, 0], [2, 0, 0, 0, 0, 0], (0.0, 0.0), 11.0).via("an empty hall fills fast")
def test_splitting_a_day_changes_nothing(
    vip: list[float], regular: list[float], counters: list[int], pair: tuple[float, float], service: float
) -> None:
    day, limit_minutes, heads_then = _day(vip, regular, service), _limits(pair), np.array(counters)
    whole = day_waits(day, heads_then, limit_minutes)
    parts = day_waits(day.split(3), heads_then.repeat(3), limit_minutes.repeat(3, axis=1))
    assert parts.share_in_time.reshape(2, PIECES, 3).mean(axis=2) == pytest.approx(whole.share_in_time, abs=1e-4)
    assert parts.mean_minutes.reshape(2, PIECES, 3).mean(axis=2) == pytest.approx(
        whole.mean_minutes, abs=0.02, rel=2e-3
    )
