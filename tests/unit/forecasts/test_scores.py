"""Scores against hand-worked figures, and backtests on the past."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from forecasts import ForecastSettings, History, TooShortError, backtest
from forecasts.backtesting import FOUR_WEEKS, NAIVE, OURS, backtest_text
from forecasts.scores import Judged, score, week_to_week_change

if TYPE_CHECKING:
    from collections.abc import Callable

    from forecasts.clock import Floats


def test_score_by_hand() -> None:
    actual = np.array([[10.0, 20.0, np.nan]])
    mean = np.array([[12.0, 16.0, 99.0]])
    quantiles = np.array([[[8.0, 14.0], [10.0, 18.0], [0.0, 1.0]]])
    found = score([(Judged(actual, mean, quantiles, np.array([2.0])), np.ones((1, 3), np.bool_))], (0.1, 0.9))
    assert found.hours == 2
    assert found.mae == pytest.approx(3)
    assert found.wape == pytest.approx(6 / 30)
    assert found.mase == pytest.approx(1.5)
    assert found.bias == pytest.approx(-2 / 30)
    assert found.coverage == pytest.approx(0.5)
    # first hour: .1*2 and .1*4; second: .1*10 and .9*2, each halved over the two levels
    assert found.pinball == pytest.approx((0.2 + 0.4 + 1.0 + 1.8) / 2 / 30)


def test_week_to_week_change() -> None:
    counts = np.concatenate([np.full((1, 168), 5.0), np.full((1, 168), 8.0)], axis=1)
    np.testing.assert_allclose(week_to_week_change(counts, 336), [3.0])
    assert np.isnan(week_to_week_change(counts[:, :168], 168)).all()


def test_backtest_compares_with_the_simple_methods(
    planted: Callable[..., Floats], history_of: Callable[..., History]
) -> None:
    judged = backtest(history_of(planted(70, halls=2)), hours=168, origins=2, step_weeks=1)
    assert [day.weekday() for day in judged.origins] == [0, 0]
    ours, naive, four = (judged.find(method, "all") for method in (OURS, NAIVE, FOUR_WEEKS))
    assert ours is not None
    assert naive is not None
    assert four is not None
    assert ours.wape < naive.wape
    assert 0.7 < ours.coverage <= 1.0
    assert judged.find(OURS, "all", "h1") is not None
    assert judged.find(OURS, "holiday") is None
    text = backtest_text(judged)
    assert text.startswith("method,hall,slice,hours,mae,wape,mase,pinball,coverage,bias\n")
    assert len(text.splitlines()) == 1 + len(judged.rows)


def test_too_short_a_history_is_refused(planted: Callable[..., Floats], history_of: Callable[..., History]) -> None:
    with pytest.raises(TooShortError, match="a backtest needs 7 weeks"):
        backtest(history_of(planted(30)), hours=168, settings=ForecastSettings())
