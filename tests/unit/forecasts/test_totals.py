"""Totals: means add up, quantiles cover, districts are checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from forecasts import ForecastSettings, SeriesKey, SettingsError, add_up, boosting, fit
from forecasts.totals import Unit, totals_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from forecasts import Forecast, Forecaster, History, Totals
    from forecasts.clock import Floats

WEEKS = 30


@pytest.fixture(autouse=True)
def profile_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boosting, "available", lambda: False)


@pytest.fixture
def shaken(planted: Callable[..., Floats], history_of: Callable[..., History]) -> tuple[History, Floats]:
    """Twelve halls that all have the same good and bad days, and what comes after their history."""
    counts = planted((WEEKS + 4) * 7, halls=12)
    luck = np.exp(np.random.default_rng(5).normal(0, 0.2, counts.shape[1] // 24))
    counts = np.round(counts * np.repeat(luck, 24))
    return history_of(counts[:, : WEEKS * 168]), counts[:, WEEKS * 168 :]


def fitted(history: History, trial_days: int = 150) -> tuple[Forecaster, Forecast]:
    forecaster = fit(history, hours=672, settings=ForecastSettings(trial_days=trial_days))
    return forecaster, forecaster.forecast()


def row(totals: Totals, unit: Unit) -> int:
    return totals.units.index(unit)


def test_means_add_up_from_hours_to_days_and_from_halls_to_the_network(shaken: tuple[History, Floats]) -> None:
    forecaster, forecast = fitted(shaken[0])
    districts = {f"h{i}": "west" if i < 4 else "east" for i in range(10)}
    by_day, by_hour = (add_up(forecaster, forecast, span, districts) for span in ("day", "hour"))
    assert by_day.means.shape == (15, 28)
    network, west, east = (
        row(by_day, unit) for unit in (Unit("network", ""), Unit("district", "west"), Unit("district", "east"))
    )
    halls = [row(by_day, Unit("hall", f"h{i}")) for i in range(12)]
    np.testing.assert_allclose(by_day.means[network], by_day.means[halls].sum(axis=0))
    np.testing.assert_allclose(by_day.means[west], by_day.means[halls[:4]].sum(axis=0))
    np.testing.assert_allclose(by_day.means[east], by_day.means[halls[4:10]].sum(axis=0))
    np.testing.assert_allclose(by_hour.means.reshape(15, 28, 24).sum(axis=2), by_day.means)


def test_a_day_shared_by_all_halls_keeps_the_network_uncertain(shaken: tuple[History, Floats]) -> None:
    history, coming = shaken
    forecaster, forecast = fitted(history)
    totals = add_up(forecaster, forecast, "day", {})
    network = row(totals, Unit("network", ""))
    came = coming.sum(axis=0).reshape(28, 24).sum(axis=1)
    low, _, high = totals.quantiles[network].T
    assert 0.6 < ((came >= low) & (came <= high)).mean() < 0.95
    # a spread of 20 % a day gives a band of about ±26 % at 80 %; independent hours would promise ±2 %
    assert 0.3 < np.median((high - low) / totals.means[network]) < 0.75
    assert (np.diff(totals.quantiles, axis=2) >= 0).all()


def test_without_trials_a_wide_default_stands_in(shaken: tuple[History, Floats]) -> None:
    forecaster, forecast = fitted(shaken[0], trial_days=0)
    totals = add_up(forecaster, forecast, "day", {})
    assert np.isfinite(totals.quantiles).all()
    assert (totals.quantiles[:, :, 2] > 1.3 * totals.means).all()


def test_classes_of_a_hall_add_up_to_it(planted: Callable[..., Floats], history_of: Callable[..., History]) -> None:
    history = history_of(planted(70, halls=2))
    object.__setattr__(history, "series", (SeriesKey("a", "VIP"), SeriesKey("a", "regular")))
    forecaster = fit(history, hours=24, settings=ForecastSettings(trial_days=20))
    forecast = forecaster.forecast((0.05, 0.5, 0.95))
    totals = add_up(forecaster, forecast, "day", {})
    vip, regular, hall = (
        row(totals, unit) for unit in (Unit("class", "a", "VIP"), Unit("class", "a", "regular"), Unit("hall", "a"))
    )
    np.testing.assert_allclose(totals.means[vip] + totals.means[regular], totals.means[hall])
    lines = totals_text(totals, forecast).splitlines()
    assert lines[0] == "scope,name,class,time,mean,q5,q50,q95"
    assert lines[1].startswith("class,a,VIP,2024-03-11,")
    assert lines[-1].startswith("network,,,2024-03-11,")


def test_a_district_of_an_unknown_hall_is_refused(shaken: tuple[History, Floats]) -> None:
    forecaster, forecast = fitted(shaken[0], trial_days=0)
    with pytest.raises(SettingsError, match="no hall of the forecast is called nowhere"):
        add_up(forecaster, forecast, "day", {"nowhere": "west"})
