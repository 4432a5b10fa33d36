"""The runners that need no published set: they say what they did, and refuse what they do not know."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import pytest

from benchmarks.forecast_cold_start import as_young
from benchmarks.forecast_cold_start import main as run_cold_start
from benchmarks.forecast_sets import SETS
from benchmarks.forecast_sets import main as run_sets
from benchmarks.forecast_side_by_side import case_of, series_of
from benchmarks.forecast_speed import main as run_speed
from benchmarks.forecast_speed import planted_network
from forecasts import ForecastSettings


def test_speed_of_a_small_network_is_told_step_by_step(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_speed(["--halls", "1", "--days", "40"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines[:3]] == [
        "fit and predict",
        "predict with 7 days more, nothing learnt anew",
        "other quantiles",
    ]
    assert lines[3] == "2 series, 40 days, 672 hours ahead"


def test_planted_networks_follow_the_seed() -> None:
    first, again, other = (planted_network(2, 14, seed).counts for seed in (0, 0, 1))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)
    assert first.shape == (4, 14 * 24)


def test_an_unknown_set_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    refusal = f'no set is called "Atlantis"; expected {", ".join(SETS)}'
    assert run_sets(["--sets", "Atlantis"]) == 2
    assert refusal in capsys.readouterr().err
    assert run_cold_start(["--set", "Atlantis"]) == 2
    assert refusal in capsys.readouterr().err


def test_only_the_judged_are_young_and_what_they_had_is_stated() -> None:
    network = planted_network(2, 60, 0)
    young = series_of(network, "h001")
    full = case_of(network, young, datetime(2023, 2, 27), 24, ForecastSettings())  # noqa: DTZ001 - a naive clock
    known = np.isfinite(as_young(full, 7).task.history.counts).sum(axis=1)
    assert known.tolist() == [56 * 24, 56 * 24, 7 * 24, 7 * 24]
    assert not as_young(full, 7).task.settings.daily_totals
    new = as_young(full, 0).task
    assert np.isfinite(new.history.counts).sum(axis=1).tolist() == [56 * 24, 56 * 24, 0, 0]
    had = network.counts[:, 28 * 24 : 56 * 24].sum(axis=1) / 28
    assert [new.settings.daily_totals[key] for key in young] == pytest.approx(had[2:])
