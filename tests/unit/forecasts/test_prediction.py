"""Forecasts of planted counts: what must come out, whatever the model."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest

from forecasts import (
    Cancelled,
    Event,
    Forecast,
    ForecastSettings,
    History,
    SeriesKey,
    SettingsError,
    boosting,
    modelling,
    predict,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from forecasts.clock import Floats

SHORT_DAYS = 49


def check_legal(forecast: Forecast) -> None:
    for values in (forecast.means, forecast.quantiles):
        assert np.isfinite(values).all()
        assert (values >= 0).all()
    assert (np.diff(forecast.quantiles, axis=2) >= 0).all()


def wape(forecast: Forecast, actual: Floats) -> float:
    return float(np.abs(forecast.means - actual).sum() / actual.sum())


def test_short_history_is_forecast_by_its_profile(
    planted: Callable[..., Floats], history_of: Callable[..., History]
) -> None:
    counts = planted(SHORT_DAYS + 14, halls=2)
    forecast = predict(history_of(counts[:, : SHORT_DAYS * 24]), hours=336)
    check_legal(forecast)
    assert forecast.method == "profile"
    actual = counts[:, SHORT_DAYS * 24 :]
    perfect = planted(SHORT_DAYS + 14, halls=2, seed=1)[:, SHORT_DAYS * 24 :]
    assert wape(forecast, actual) < float(np.abs(perfect - actual).sum() / actual.sum())
    low, high = forecast.quantiles[:, :, 0], forecast.quantiles[:, :, -1]
    busy = actual > 5
    assert 0.7 < ((actual >= low) & (actual <= high))[busy].mean() < 0.95


def test_hours_that_never_see_a_customer_stay_at_zero(
    planted: Callable[..., Floats], history_of: Callable[..., History]
) -> None:
    forecast = predict(history_of(planted(SHORT_DAYS)), hours=48)
    night = np.arange(48) % 24 < 6
    assert (forecast.means[:, night] == 0).all()
    assert (forecast.quantiles[:, night] == 0).all()


def test_boosted_forecast_is_repeatable_and_follows_the_seed(
    planted: Callable[..., Floats], history_of: Callable[..., History], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modelling, "_TREES", 15)
    if not boosting.available():
        pytest.skip("LightGBM cannot be loaded here")
    history = history_of(planted(12 * 7, halls=2))
    first, again = (predict(history, hours=72, settings=ForecastSettings(country="NZ", threads=t)) for t in (1, 2))
    check_legal(first)
    assert first.method == "boosted trees"
    np.testing.assert_array_equal(first.means, again.means)
    np.testing.assert_array_equal(first.quantiles, again.quantiles)
    other = predict(history, hours=72, settings=ForecastSettings(country="NZ", seed=1))
    assert (other.means != first.means).any()


def test_without_the_boosting_library_the_profile_answers(
    planted: Callable[..., Floats], history_of: Callable[..., History], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boosting, "available", lambda: False)
    forecast = predict(history_of(planted(20 * 7)), hours=24)
    check_legal(forecast)
    assert forecast.method == "profile"


def test_nothing_after_the_start_is_used(planted: Callable[..., Floats], history_of: Callable[..., History]) -> None:
    counts = planted(SHORT_DAYS)
    start = date(2024, 1, 1) + timedelta(days=42)
    scrambled = counts.copy()
    scrambled[:, 42 * 24 :] = 999.0
    one, other = (predict(history_of(table), start=start, hours=24) for table in (counts, scrambled))
    np.testing.assert_array_equal(one.means, other.means)


@pytest.mark.parametrize(("start", "hours"), [("2024-04-06", 49), ("2024-09-28", 47)])
def test_clock_changes_keep_the_hours_of_the_day(
    planted: Callable[..., Floats], history_of: Callable[..., History], start: str, hours: int
) -> None:
    day = date.fromisoformat(start)
    history = history_of(planted(40), (day - timedelta(days=40)).isoformat(), "Pacific/Auckland")
    forecast = predict(history, start=day, hours=hours)
    rows = list(forecast.rows())
    assert rows[0].time.isoformat().startswith(f"{start}T00:00:00+")
    assert rows[-1].time.isoformat().startswith(f"{day + timedelta(days=1)}T23:00:00+")
    busiest = max(rows[24:], key=lambda row: row.mean)
    assert busiest.time.hour in (11, 12, 13, 16, 17, 18)
    assert len({row.time.isoformat() for row in rows}) == hours


def test_closed_days_and_weekly_closures_are_zero(
    planted: Callable[..., Floats], history_of: Callable[..., History]
) -> None:
    counts = planted(SHORT_DAYS)
    closed = np.zeros(counts.shape, np.bool_)
    sundays = np.arange(counts.shape[1]) // 24 % 7 == 6
    closed[:, sundays] = True
    counts[:, sundays] = 0
    history = replace(history_of(counts), counts=counts, closed=closed)
    settings = ForecastSettings(closed_days=frozenset({date(2024, 2, 20)}))
    forecast = predict(history, hours=7 * 24, settings=settings)
    by_day = forecast.means.reshape(7, 24).sum(axis=1)
    assert [day for day in range(7) if by_day[day] == 0] == [1, 6]


def test_given_and_learnt_uplifts(planted: Callable[..., Floats], history_of: Callable[..., History]) -> None:
    counts = planted(SHORT_DAYS)
    first = datetime.fromisoformat("2024-01-01T00:00")
    past = [Event("", first + timedelta(days=d), first + timedelta(days=d + 1), "match") for d in (15, 29, 43)]
    for event in past:
        day = (event.start - first).days
        counts[:, day * 24 : day * 24 + 24] *= 2
    end = first + timedelta(days=SHORT_DAYS)
    coming = Event("", end + timedelta(days=1), end + timedelta(days=2), "match")
    history = history_of(counts)
    plain = predict(history, hours=72, settings=ForecastSettings(events=tuple(past)))
    learnt = predict(history, hours=72, settings=ForecastSettings(events=(*past, coming)))
    given = predict(history, hours=72, settings=ForecastSettings(events=(*past, replace(coming, uplift=1.5))))
    day = slice(24, 48)
    busy = plain.means[0, day] > 1
    np.testing.assert_allclose((given.means / np.maximum(plain.means, 1e-9))[0, day][busy], 1.5)
    ratio = learnt.means[0, day].sum() / plain.means[0, day].sum()
    assert 2 ** (3 / 4) * 0.9 < ratio < 2
    np.testing.assert_array_equal(learnt.means[:, :24], plain.means[:, :24])


def test_a_hall_without_counts_takes_its_sisters_shape_at_the_given_level(
    planted: Callable[..., Floats], history_of: Callable[..., History]
) -> None:
    counts = planted(SHORT_DAYS, halls=3)
    counts[2] = np.nan
    settings = ForecastSettings(daily_totals={SeriesKey("h2"): 2400.0})
    forecast = predict(history_of(counts), hours=7 * 24, settings=settings)
    check_legal(forecast)
    assert forecast.means[2].sum() / 7 == pytest.approx(2400, rel=0.15)
    assert any("h2 has no counts yet" in note for note in forecast.notes)


def test_a_dead_counter_does_not_drag_the_forecast_down(
    planted: Callable[..., Floats], history_of: Callable[..., History]
) -> None:
    counts = planted(SHORT_DAYS, halls=2)
    whole = predict(history_of(counts), hours=24)
    counts[1, -5 * 24 :] = 0
    broken = predict(history_of(counts), hours=24)
    assert broken.means[1].sum() == pytest.approx(whole.means[1].sum(), rel=0.15)
    assert any("zeros where customers are usual" in note for note in broken.notes)


def test_an_empty_hall_is_forecast_empty(history_of: Callable[..., History]) -> None:
    forecast = predict(history_of(np.zeros((1, SHORT_DAYS * 24))), hours=24)
    check_legal(forecast)
    assert forecast.means.sum() == 0


def test_a_holiday_seen_before_moves_its_forecast(
    planted: Callable[..., Floats], history_of: Callable[..., History], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boosting, "available", lambda: False)
    # Good Friday (29 March 2024) halves the hall; Anzac Day (Thursday 25 April) is another weekday holiday
    counts = planted(480, seed=2)
    holidays = [date(2024, 3, 29), date(2024, 4, 25), date(2024, 10, 28), date(2025, 4, 18)]
    first = date(2024, 1, 1)
    for day in holidays[:-1]:
        at = (day - first).days * 24
        counts[:, at : at + 24] = np.round(counts[:, at : at + 24] * 0.5)
    settings = ForecastSettings(country="NZ", subdivision="AUK")
    forecast = predict(history_of(counts), start=date(2025, 4, 14), hours=168, settings=settings)
    by_day = forecast.means.reshape(7, 24).sum(axis=1)
    usual = counts[0, (date(2025, 4, 11) - first).days * 24 :][:24].sum()
    assert by_day[4] < 0.75 * usual


def test_quantiles_asked_for_are_the_quantiles_given(
    planted: Callable[..., Floats], history_of: Callable[..., History]
) -> None:
    settings = ForecastSettings(quantiles=(0.05, 0.25, 0.5, 0.75, 0.95))
    forecast = predict(history_of(planted(SHORT_DAYS)), hours=24, settings=settings)
    assert forecast.quantiles.shape == (1, 24, 5)
    check_legal(forecast)


def test_progress_is_told_and_can_end_the_work(
    planted: Callable[..., Floats], history_of: Callable[..., History]
) -> None:
    history = history_of(planted(SHORT_DAYS))
    told: list[float] = []
    predict(history, hours=24, progress=lambda share, _: told.append(share))
    assert told == sorted(told)
    assert told[-1] == 1.0

    def stop(share: float, doing: str) -> None:
        raise Cancelled(doing)

    with pytest.raises(Cancelled):
        predict(history, hours=24, progress=stop)


def test_impossible_wishes_are_refused(planted: Callable[..., Floats], history_of: Callable[..., History]) -> None:
    history = history_of(planted(14))
    with pytest.raises(SettingsError, match="spans 1 to"):
        predict(history, hours=0)
    with pytest.raises(SettingsError, match="nothing was counted before"):
        predict(history, start=date(2023, 12, 1), hours=24)
    with pytest.raises(SettingsError, match="more than a year after"):
        predict(history, start=date(2034, 1, 1), hours=24)
    with pytest.raises(SettingsError, match="ISO 3166"):
        predict(history, hours=24, settings=ForecastSettings(country="XX"))
    with pytest.raises(SettingsError, match="increase strictly"):
        ForecastSettings(quantiles=(0.5, 0.1))
