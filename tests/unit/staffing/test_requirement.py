from __future__ import annotations

from collections.abc import Callable
from itertools import product

import numpy as np
import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.promise import Promise
from shiftbid.staffing.certificate import certify_day
from shiftbid.staffing.open_day import OpenDay
from shiftbid.staffing.requirement import required_counters


@pytest.mark.parametrize("slot_minutes", [15.0, 30.0, 60.0])
@pytest.mark.parametrize("promise", ["share:0.9:10,15,5", "mean:4,6,2"])
def test_every_hour_keeps_its_promise_with_no_more_than_the_formula(
    peaked_day: OpenDay, slot_minutes: float, promise: str
) -> None:
    required = required_counters(peaked_day, Promise.parse(promise), max_counters=15, slot_minutes=slot_minutes)
    certificate = certify_day(peaked_day, required.counters, Promise.parse(promise))
    assert certificate.kept.all()
    assert required.missed_hours == ()
    assert required.counter_hours <= required.stationary_counter_hours
    assert (required.hour_margin >= 0).all()
    slots = peaked_day.intervals(slot_minutes)
    assert (required.counters == required.slot_counters[slots]).all()


def test_margins_are_what_solving_anew_gives(peaked_day: OpenDay) -> None:
    # The search solves only what each change touches; the result must equal a fresh solution.
    required = required_counters(peaked_day, Promise(), max_counters=15)
    fresh = certify_day(peaked_day, required.counters, Promise())
    margins = fresh.hour_share_in_time[:, ::4].min(axis=0) - 0.9
    assert required.hour_margin == pytest.approx(margins, abs=2e-4)


def test_no_counter_can_be_spared(peaked_day: OpenDay) -> None:
    required = required_counters(peaked_day, Promise(), max_counters=15, slot_minutes=60.0)
    counters = required.slot_counters
    for hour in range(10):
        fewer = counters.copy()
        fewer[hour] -= 1
        is_gap = 0 < hour < 9 and fewer[hour] < min(counters[hour - 1], counters[hour + 1])
        assert is_gap or not certify_day(peaked_day, fewer.repeat(4), Promise()).kept.all()


def test_small_days_agree_with_trying_everything() -> None:
    hourly = np.array([8.0, 20.0, 10.0])
    day = OpenDay(hourly.repeat(4) * 0.05, hourly.repeat(4) * 0.2, np.repeat([False, True, False], 4), 15.0, 6.0)
    kept = [
        counters
        for counters in product(range(1, 6), repeat=3)
        if certify_day(day, np.repeat(counters, 4), Promise()).kept.all()
    ]
    required = required_counters(day, Promise(), max_counters=5, slot_minutes=60.0)
    assert required.counter_hours == min(map(sum, kept))


def test_overload_is_reported_not_raised(peaked_day: OpenDay) -> None:
    required = required_counters(peaked_day, Promise(), max_counters=6)
    assert required.missed_hours
    assert (required.counters <= 6).all()
    missed = np.isin(peaked_day.hours, required.missed_hours)
    assert (required.counters[missed] == 6).all()
    assert (required.hour_margin[list(required.missed_hours)] < 0).all()


def test_an_impossible_promise_ends_at_all_counters(steady_day: Callable[..., OpenDay]) -> None:
    required = required_counters(steady_day(1.0, 5.0), Promise.parse("share:1:10,15,5"), max_counters=9)
    assert required.slot_counters.tolist() == [9] * 4
    assert required.missed_hours == (0, 1)


def test_a_quiet_hall_keeps_its_minimum(steady_day: Callable[..., OpenDay]) -> None:
    required = required_counters(steady_day(0.0, 0.0), Promise(), max_counters=9, min_counters=[2, 1, 1, 3])
    assert required.slot_counters.tolist() == [2, 1, 1, 3]
    assert np.isinf(required.hour_margin).all()


def test_limits_per_slot_are_kept(peaked_day: OpenDay) -> None:
    most = np.full(20, 15)
    most[6:8] = 6
    least = np.full(20, 2)
    least[[0, 19]] = 5
    required = required_counters(peaked_day, Promise(), max_counters=most, min_counters=least)
    assert (required.slot_counters <= most).all()
    assert (required.slot_counters >= least).all()


def test_no_slot_is_a_gap_that_its_load_does_not_explain(peaked_day: OpenDay) -> None:
    required = required_counters(peaked_day, Promise(), max_counters=15)
    counters, formula = required.slot_counters, required.stationary_counters
    for slot in range(1, len(counters) - 1):
        assert counters[slot] >= min(counters[slot - 1], counters[slot + 1], formula[slot])


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"max_counters": 2, "min_counters": 3}, "lower the minimum"),
        ({"max_counters": [5, 5]}, "one for each of the 20 slots"),
        ({"max_counters": -1, "min_counters": -1}, "0 or more"),
        ({"max_counters": 5, "slot_minutes": 5.0}, "split the pieces"),
    ],
)
def test_wrong_limits_are_refused(peaked_day: OpenDay, options: dict[str, float], named: str) -> None:
    with pytest.raises(InputError, match=named):
        required_counters(peaked_day, Promise(), **options)


def test_the_same_day_gives_the_same_answer(peaked_day: OpenDay) -> None:
    first, second = (required_counters(peaked_day, Promise(), max_counters=15) for _ in range(2))
    assert (first.counters == second.counters).all()
    assert first.hour_margin.tobytes() == second.hour_margin.tobytes()
