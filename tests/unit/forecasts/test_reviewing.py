"""A forecast against what came: scores, and alarms for drift but not for luck."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest

from forecasts import HistoryError, SettingsError, boosting, predict, read_made_forecast, review, write_forecast
from forecasts.__main__ import main
from forecasts.drift import DayRecord, find_drifts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from forecasts import History, Review
    from forecasts.clock import Floats

WEEKS = 20


def record(ratio: Floats, covered: float = 0.8) -> DayRecord:
    days = tuple(date(2024, 1, 1) + timedelta(days=i) for i in range(len(ratio)))
    hours = np.full(len(ratio), 24.0)
    return DayRecord(days, 1000 * ratio, np.full(len(ratio), 1000.0), covered * hours, hours)


def test_luck_seldom_alarms_and_a_new_level_does() -> None:
    rng = np.random.default_rng(1)
    false = sum(bool(find_drifts(record(np.exp(rng.normal(0, 0.1, 28))), 0.8)) for _ in range(300))
    assert false <= 15
    ratio = np.exp(rng.normal(0, 0.1, 28))
    ratio[14:] *= 1.3
    (drift,) = find_drifts(record(ratio), 0.8)
    assert drift.kind == "level"
    assert abs((drift.since - date(2024, 1, 15)).days) <= 3
    assert "above the forecast" in drift.sentence


def test_narrow_bands_and_silent_counters_alarm() -> None:
    rng = np.random.default_rng(2)
    ratio = np.exp(rng.normal(0, 0.1, 28))
    assert [drift.kind for drift in find_drifts(record(ratio, 0.5), 0.8)] == ["band"]
    ratio[20] = 0.0
    (drift,) = find_drifts(record(ratio), 0.8)
    assert (drift.kind, drift.since) == ("silence", date(2024, 1, 21))


@pytest.fixture
def reviewed(
    planted: Callable[..., Floats],
    history_of: Callable[..., History],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Callable[[float], Review]:
    """Review of a forecast of four weeks in which the second of two halls came at a factor of its level."""
    monkeypatch.setattr(boosting, "available", lambda: False)

    def _reviewed(factor: float) -> Review:
        counts = 5 * planted((WEEKS + 4) * 7, halls=2)
        write_forecast(predict(history_of(counts[:, : WEEKS * 168]), hours=672), tmp_path / "f.csv")
        counts[1, WEEKS * 168 :] *= factor
        history = history_of(counts)
        return review(read_made_forecast(tmp_path / "f.csv", history), history)

    return _reviewed


def test_what_came_as_forecast_is_scored_without_alarm(reviewed: Callable[[float], Review]) -> None:
    held = reviewed(1.0)
    assert held.hours == 2 * 672
    assert held.together.wape < 0.2
    assert [alarms for _, _, alarms in held.by_series] == [(), ()]


def test_a_hall_that_lost_a_third_is_named(reviewed: Callable[[float], Review]) -> None:
    (_, _, first), (key, found, second) = reviewed(0.66).by_series
    assert first == ()
    assert key.hall == "h1"
    assert found.bias > 0.3
    assert "level" in {drift.kind for drift in second}


def test_nothing_to_compare_is_refused(
    planted: Callable[..., Floats], history_of: Callable[..., History], tmp_path: Path
) -> None:
    history = history_of(planted(49))
    write_forecast(predict(history, hours=24), tmp_path / "f.csv")
    made = read_made_forecast(tmp_path / "f.csv", history)
    with pytest.raises(SettingsError, match="holds no count of any hour"):
        review(made, history)
    with pytest.raises(SettingsError, match="holds no count of any hour"):
        review(replace(made, series=tuple(replace(key, hall="other") for key in made.series)), history)


def test_all_faults_of_a_forecast_file_are_listed(
    planted: Callable[..., Floats], history_of: Callable[..., History], write: Callable[..., Path]
) -> None:
    path = write("hall,time,mean,q10,q90\na,noon,1,1,1\na,2024-01-01T00:00,x,1,-2\n", "f.csv")
    with pytest.raises(HistoryError) as caught:
        read_made_forecast(path, history_of(planted(7)))
    assert caught.value.total == 3


def test_review_from_the_command_line(
    write: Callable[..., Path], hours: Callable[..., str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = hours("2024-01-01", 49 * 24, 10)
    forecast, out = tmp_path / "f.csv", tmp_path / "r.csv"
    early = write("ds,a\n" + "".join(lines.splitlines(keepends=True)[: 42 * 24]), "early.csv")
    assert main(["predict", str(early), "--hours", "168", "--out", str(forecast)]) == 0
    assert main(["review", str(forecast), str(write("ds,a\n" + lines)), "--out", str(out)]) == 0
    assert "168 hours: WAPE" in capsys.readouterr().out
    assert out.read_text(encoding="utf-8").splitlines()[0].startswith("hall,class,hours,mae,wape")
