from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from shiftbid.domain.promise import Promise
from shiftbid.staffing.open_day import OpenDay
from shiftbid.staffing.priority import steady_waits
from shiftbid.staffing.transient import day_late_shares, day_waits

FloatArray = npt.NDArray[np.float64]
REFERENCE = Path(__file__).parents[4] / "shared" / "benchmarks" / "queueing" / "time_varying.csv"


@pytest.mark.parametrize(
    ("counters", "limits"),
    [
        ([3, 3, 3], (10.0, 15.0)),
        ([4, 2, 3], (5.0, 5.0)),
        ([2, 4, 1], (7.0, 12.0)),
        ([3, 0, 3], (8.0, 20.0)),
    ],
)
def test_agrees_with_the_two_dimensional_chain(
    brute_force: Callable[..., Any], counters: list[int], limits: tuple[float, float]
) -> None:
    day = OpenDay(np.array([1.0, 1.5, 0.5]), np.array([3.0, 5.0, 2.0]), np.ones(3, np.bool_), 15.0, 6.0)
    by_piece = np.repeat(np.array(limits)[:, None], 3, axis=1)
    waits = day_waits(day, np.array(counters), by_piece)
    expected = brute_force(day, counters, by_piece)
    # The brute force itself evaluates arrivals once a minute and steps 1/40 minute: good to a few thousandths.
    assert waits.share_in_time == pytest.approx(expected.share, abs=4e-3)
    assert waits.mean_waiting == pytest.approx(expected.waiting, abs=5e-3)


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference values of ../shared are not here")
def test_matches_the_reference_days() -> None:
    with REFERENCE.open(newline="") as file:
        rows = list(csv.DictReader(file))
    for case in sorted({row["case_id"] for row in rows}):
        hours = [row for row in rows if row["case_id"] == case]

        def quarters(column: str, hours: list[dict[str, str]] = hours) -> FloatArray:
            return np.repeat([float(hour[column]) for hour in hours], 4)

        counters = np.array([int(c) for hour in hours for c in hour["counters_15min"].split(";")])
        vip, regular = quarters("lam_vip") / 4, quarters("lam_reg") / 4
        service = float(hours[0]["mean_service_min"])
        day = OpenDay(vip, regular, np.ones(len(vip), np.bool_), 15.0, service)
        waits = day_waits(day, counters, np.stack((quarters("t_vip_min"), quarters("t_reg_min"))))
        for row, name in enumerate(("vip", "reg")):
            for hour, texts in enumerate(hours):
                here = slice(4 * hour, 4 * hour + 4)
                if texts[f"sl_{name}"]:
                    share, mean = waits.share_in_time[row, here].mean(), waits.mean_minutes[row, here].mean()
                    assert share == pytest.approx(float(texts[f"sl_{name}"]), abs=1e-4), (case, hour)
                    assert mean == pytest.approx(float(texts[f"mean_wait_{name}_min"]), abs=0.02), (case, hour)
                queue = waits.mean_waiting[row, here].mean()
                assert queue == pytest.approx(float(texts[f"mean_queue_{name}"]), abs=1e-3), (case, hour)


def test_in_the_long_run_it_is_the_stationary_queue(steady_day: Callable[..., OpenDay]) -> None:
    day = steady_day(3.0, 12.0, pieces=120)
    limits = np.array([[5.0], [12.0]]).repeat(120, axis=1)
    waits = day_waits(day, np.full(120, 9), limits)
    steady = steady_waits(3 / 15, 12 / 15, 7.0, 9, 5.0, 12.0)
    assert waits.share_in_time[:, 100] == pytest.approx(np.stack((steady.share_vip, steady.share_regular)), abs=1e-5)
    means = np.stack((steady.mean_wait_vip_minutes, steady.mean_wait_regular_minutes))
    assert waits.mean_minutes[:, 100] == pytest.approx(means, rel=2e-3)
    # Little's law: customers waiting are arrivals a minute times their mean wait.
    assert waits.mean_waiting[:, 100] == pytest.approx(np.array([3 / 15, 12 / 15]) * means, rel=2e-3)


def test_p90_is_where_a_limit_would_reach_ninety_percent(peaked_day: OpenDay) -> None:
    counters = np.repeat([4, 7, 8, 9, 7, 7, 7, 8, 7, 4], 4) - 1
    waits = day_waits(peaked_day, counters, np.full((2, 40), 15.0))
    for row, piece in ((0, 3), (1, 14), (1, 20), (1, 23)):
        at_p90 = 1 - day_late_shares(peaked_day, counters, np.full((2, 40), waits.p90_minutes[row, piece]))
        assert at_p90[row, piece] == pytest.approx(0.9, abs=0.004)


def test_littles_law_over_a_whole_day_with_overload(peaked_day: OpenDay) -> None:
    # After closing the queue still drains: add hours without arrivals so that all waiting is seen.
    quiet = np.zeros(24)
    day = replace(
        peaked_day,
        arrivals_vip=np.concatenate((peaked_day.arrivals_vip, quiet)),
        arrivals_regular=np.concatenate((peaked_day.arrivals_regular, quiet)),
        busy=np.concatenate((peaked_day.busy, quiet > 0)),
    )
    waits = day_waits(day, np.full(64, 5), day.limits(Promise()))
    waited = (day.arrivals * waits.mean_minutes).sum(axis=1)
    assert (waits.mean_waiting * 15).sum(axis=1) == pytest.approx(waited, rel=2e-3)
    assert waited[1] > 1000


def test_longer_pieces_are_cut_into_steps(peaked_day: OpenDay) -> None:
    hourly = OpenDay(
        peaked_day.arrivals_vip[::4] * 4, peaked_day.arrivals_regular[::4] * 4, peaked_day.busy[::4], 60.0, 7.0
    )
    counters = np.array([4, 7, 8, 9, 7, 7, 7, 8, 7, 4])
    by_hour = day_waits(hourly, counters, hourly.limits(Promise()))
    by_quarter = day_waits(peaked_day, counters.repeat(4), peaked_day.limits(Promise()))
    assert by_hour.share_in_time == pytest.approx(by_quarter.share_in_time.reshape(2, 10, 4).mean(axis=2))
    assert by_hour.mean_minutes == pytest.approx(by_quarter.mean_minutes.reshape(2, 10, 4).mean(axis=2))


def test_a_finer_grid_changes_nothing_that_matters(peaked_day: OpenDay) -> None:
    counters = np.repeat([4, 7, 8, 9, 7, 7, 7, 8, 7, 4], 4)
    counters[14:18] -= 1
    limits = np.full((2, 40), 8.0)
    coarse = day_waits(peaked_day, counters, limits)
    fine = day_waits(peaked_day.split(3), counters.repeat(3), limits.repeat(3, axis=1))
    assert fine.share_in_time.reshape(2, 40, 3).mean(axis=2) == pytest.approx(coarse.share_in_time, abs=1e-4)
    assert fine.mean_minutes.reshape(2, 40, 3).mean(axis=2) == pytest.approx(coarse.mean_minutes, abs=0.02)


@pytest.mark.parametrize(
    ("vip", "regular", "counters"),
    [
        (0.0, 0.0, [3] * 8),
        (0.0, 0.0, [0] * 8),
        (1.0, 5.0, [0] * 8),
        (1.0, 5.0, [2, 2, 2, 2, 2, 2, 0, 0]),
        (1.0, 5.0, [0, 0, 2, 2, 4, 4, 4, 4]),
        (0.1, 0.5, [1] * 8),
        (5.0, 25.0, [3] * 8),
        (25.0, 5.0, [3] * 8),
        (1e-13, 1e-300, [1] * 8),
        (1.0, 5.0, [40, 1, 40, 1, 40, 1, 40, 1]),
    ],
)
def test_edges_are_finite_and_proper(
    steady_day: Callable[..., OpenDay], vip: float, regular: float, counters: list[int]
) -> None:
    with np.errstate(all="raise", under="ignore"):
        waits = day_waits(steady_day(vip, regular), np.array(counters), np.full((2, 8), 10.0))
    for values in (waits.share_in_time, waits.mean_minutes, waits.p90_minutes, waits.mean_waiting):
        assert np.isfinite(values).all()
        assert (values >= -1e-12).all()
    assert (waits.share_in_time <= 1).all()
    assert (waits.share_in_time[0] >= waits.share_in_time[1] - 1e-6).all()


def test_never_called_counts_as_a_day_after_closing(steady_day: Callable[..., OpenDay]) -> None:
    waits = day_waits(steady_day(1.0, 5.0), np.zeros(8, np.int64), np.full((2, 8), 10.0))
    assert waits.share_in_time == pytest.approx(np.zeros((2, 8)), abs=1e-6)
    assert waits.mean_minutes[0, 7] == pytest.approx(7.5 + 24 * 60, abs=1e-3)


def test_a_thousand_counters() -> None:
    day = OpenDay(np.full(2, 400.0), np.full(2, 1720.0), np.ones(2, np.bool_), 15.0, 7.0)
    waits = day_waits(day, np.full(2, 1000), np.full((2, 2), 5.0))
    assert (waits.share_in_time > 0.99).all()
    # 400 + 1720 customers in a quarter hour are 989 counters' work: the hall fills within it.
    assert 0 < waits.mean_minutes[1, 1] < 1


def test_an_overloaded_thousand_falls_behind_by_the_excess() -> None:
    day = OpenDay(np.zeros(4), np.full(4, 3000.0), np.ones(4, np.bool_), 15.0, 7.0)
    waits = day_waits(day, np.full(4, 1000), np.full((2, 4), 5.0))
    # 200 arrive and 142.9 leave a minute once all are busy (from about 6.3 minutes on, most of the hall having
    # been served in the meantime), so that the queue grows by 857 a quarter hour.
    growth = np.diff(waits.mean_waiting[1])
    assert growth[1:] == pytest.approx([857.1, 857.1], rel=1e-3)
