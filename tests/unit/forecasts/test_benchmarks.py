"""The runners that need no published set: they say what they did, and refuse what they do not know."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.forecast_sets import SETS
from benchmarks.forecast_sets import main as run_sets
from benchmarks.forecast_speed import main as run_speed
from benchmarks.forecast_speed import planted_network


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
    assert run_sets(["--sets", "Atlantis"]) == 2
    assert f'no set is called "Atlantis"; expected {", ".join(SETS)}' in capsys.readouterr().err
