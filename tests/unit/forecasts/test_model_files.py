"""Kept forecasters: the same answers, learnt anew only when something has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest

from forecasts import (
    DayNotice,
    Event,
    Forecaster,
    ForecastSettings,
    HistoryLayout,
    SeriesKey,
    SettingsError,
    boosting,
    fingerprint,
    fit,
    kept_or_fitted,
    modelling,
    predict,
    read_forecaster,
    write_forecaster,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from forecasts import Forecast, History
    from forecasts.clock import Floats

SETTINGS = ForecastSettings(country="NZ", trial_days=10)


@pytest.fixture(scope="module")
def forecaster(planted: Callable[..., Floats], history_of: Callable[..., History]) -> Forecaster:
    """Learnt with trees (where LightGBM is there) from two old halls and a young one."""
    counts = planted(14 * 7, halls=3)
    counts[2, : 80 * 24] = np.nan
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(modelling, "_TREES", 10)
        return fit(history_of(counts, zone="Pacific/Auckland"), hours=48, settings=SETTINGS)


def same(one: Forecast, other: Forecast) -> None:
    np.testing.assert_array_equal(one.means, other.means)
    np.testing.assert_array_equal(one.quantiles, other.quantiles)
    assert (one.series, one.clock, one.method, one.notes) == (other.series, other.clock, other.method, other.notes)


def test_a_kept_forecaster_answers_as_the_one_that_was_written(forecaster: Forecaster, tmp_path: Path) -> None:
    path, again = tmp_path / "model", tmp_path / "again"
    write_forecaster(forecaster, path, "of this")
    read, of = read_forecaster(path)
    assert of == "of this"
    same(read.forecast((0.05, 0.5, 0.95)), forecaster.forecast((0.05, 0.5, 0.95)))
    write_forecaster(read, again, "of this")
    assert path.read_bytes() == again.read_bytes()
    assert read.trials is not None
    assert forecaster.trials is not None
    np.testing.assert_array_equal(read.trials.counts, forecaster.trials.counts)


def test_models_read_from_a_file_answer_newer_counts(
    forecaster: Forecaster, planted: Callable[..., Floats], history_of: Callable[..., History], tmp_path: Path
) -> None:
    write_forecaster(forecaster, tmp_path / "model")
    read = read_forecaster(tmp_path / "model")[0]
    newer = history_of(planted(15 * 7, halls=3), zone="Pacific/Auckland")
    answers = [fit(newer, hours=48, settings=SETTINGS, models=each.models).forecast() for each in (forecaster, read)]
    same(*answers)
    assert answers[0].start_utc_seconds == forecaster.start_utc_seconds + 7 * 86400


def test_models_of_other_halls_or_shorter_horizons_are_refused(
    forecaster: Forecaster, planted: Callable[..., Floats], history_of: Callable[..., History]
) -> None:
    with pytest.raises(SettingsError, match=r"other halls than the history holds \(h2\)"):
        fit(history_of(planted(14 * 7, halls=2)), hours=48, models=forecaster.models)
    with pytest.raises(SettingsError, match="learnt to look 336 hours ahead, not 337"):
        fit(history_of(planted(14 * 7, halls=3)), hours=337, models=forecaster.models)


def test_asking_again_takes_new_events_and_levels(
    planted: Callable[..., Floats], history_of: Callable[..., History]
) -> None:
    history = history_of(planted(49))
    sale = Event("", datetime.fromisoformat("2024-02-19"), datetime.fromisoformat("2024-02-20"), "sale", 2.0)
    asked = fit(history, hours=48).forecast((0.2, 0.8), [sale])
    plain = predict(history, hours=48)
    np.testing.assert_allclose(asked.means[:, :24], 2 * plain.means[:, :24])
    np.testing.assert_allclose(asked.means[:, 24:], plain.means[:, 24:])
    assert asked.levels == (0.2, 0.8)
    with pytest.raises(SettingsError, match="increase strictly"):
        fit(history, hours=1).forecast((0.0, 1.0))


def test_learnt_again_only_when_something_has_changed(tmp_path: Path, forecaster: Forecaster) -> None:
    learnt: list[int] = []

    def learn() -> Forecaster:
        learnt.append(1)
        return forecaster

    path = tmp_path / "model"
    for expected in ("a", "a", "b", "b"):
        same(kept_or_fitted(path, expected, learn).forecast(), forecaster.forecast())
    assert len(learnt) == 2


def test_the_fingerprint_changes_with_counts_and_settings(tmp_path: Path) -> None:
    path = tmp_path / "counts.csv"
    path.write_text("ds,a\n", encoding="utf-8")
    layout, settings = HistoryLayout(), ForecastSettings()
    first = fingerprint(path, layout, settings, 24)
    assert first == fingerprint(path, layout, replace(settings, quantiles=(0.5,), threads=1), 24)
    others = [
        fingerprint(path, HistoryLayout(sites=("a",)), settings, 24),
        fingerprint(path, layout, settings, 25),
        fingerprint(path, layout, replace(settings, country="NZ"), 24),
        fingerprint(path, layout, replace(settings, seed=1), 24),
        fingerprint(path, layout, replace(settings, notices={date(2024, 1, 1): DayNotice("off")}), 24),
        fingerprint(path, layout, replace(settings, daily_totals={SeriesKey("a"): 5.0}), 24),
    ]
    path.write_text("ds,a,b\n", encoding="utf-8")
    others.append(fingerprint(path, layout, settings, 24))
    assert len({first, *others}) == 8


def test_a_file_that_holds_no_forecaster_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "counts.csv"
    for content in (b"ds,a\n", b"", b"PK\x03\x04 broken"):
        path.write_bytes(content)
        with pytest.raises(SettingsError, match="holds no forecaster that can be read"):
            read_forecaster(path)
    np.savez(path.with_suffix(".npz"), about=np.frombuffer(b'{"format": "other"}', np.uint8))
    with pytest.raises(SettingsError, match="of another version"):
        read_forecaster(path.with_suffix(".npz"))


def test_without_the_library_a_profile_is_kept(
    planted: Callable[..., Floats],
    history_of: Callable[..., History],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(boosting, "available", lambda: False)
    kept = fit(history_of(planted(70)), hours=24)
    write_forecaster(kept, tmp_path / "model")
    read = read_forecaster(tmp_path / "model")[0]
    same(read.forecast(), kept.forecast())
    assert read.models.grown.model == kept.models.grown.model
