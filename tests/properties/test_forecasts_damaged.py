"""Damaged histories: a forecast or a clear refusal, never anything else."""

from __future__ import annotations

import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forecasts import (
    ForecastSettings,
    History,
    HistoryError,
    HistoryLayout,
    SettingsError,
    boosting,
    examine,
    predict,
    read_history,
)

DAY = [0, 0, 0, 0, 0, 0, 1, 5, 12, 20, 25, 28, 30, 26, 25, 27, 31, 30, 20, 10, 5, 2, 1, 0]
DAMAGES = (
    "zeros",
    "blank",
    "double day",
    "jump",
    "empty hall",
    "unknown hall",
    "closed",
    "spike",
    "late",
    "ends early",
)


def damaged(seed: int) -> History:
    """A history of a few halls and weeks with up to four kinds of damage."""
    rng = np.random.default_rng(seed)
    days, halls = int(rng.integers(1, 64)), int(rng.integers(1, 4))
    counts = rng.poisson(np.tile(DAY, days) * rng.uniform(0.01, 20, (halls, 1))).astype(float)
    closed = np.zeros(counts.shape, np.bool_)
    for damage in rng.choice(DAMAGES, rng.integers(0, 5)):
        hall = int(rng.integers(halls))
        start = int(rng.integers(counts.shape[1]))
        span = slice(start, start + int(rng.integers(1, 400)))
        match damage:
            case "zeros":
                counts[hall, span] = 0
            case "blank":
                counts[:, span] = np.nan
            case "double day":
                counts[hall, 24 : 24 * days] = np.roll(counts[hall], 24)[24:]
            case "jump":
                counts[hall, start:] *= rng.uniform(0.05, 30)
            case "empty hall":
                counts[hall] = 0
            case "unknown hall":
                counts[hall] = np.nan
            case "closed":
                counts[hall, span], closed[hall, span] = 0, True
            case "spike":
                counts[hall, start] = 1e7
            case "late":
                counts[hall, :start] = np.nan
            case _:
                counts[hall, start:] = np.nan
    # Spikes on top of jumps would leave the range of what the reader takes for a count at all.
    counts = np.clip(counts, 0, 1e7)
    zone = rng.choice(["", "Pacific/Auckland", "Asia/Kolkata", "Asia/Shanghai"])
    lines = ["ds," + ",".join(f"h{i}" for i in range(halls))]
    first = datetime(2024, 3, 1)  # noqa: DTZ001 - written as the naive clock of a file
    for hour in range(counts.shape[1]):
        cells = ["" if np.isnan(value) else f"{value:.0f}" for value in counts[:, hour]]
        lines.append(f"{first + timedelta(hours=hour):%Y-%m-%dT%H:%M},{','.join(cells)}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "damaged.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        layout = HistoryLayout(timezone=str(zone) or None, missing_rows="infer")
        history = read_history(path, layout)
    if closed.shape == history.closed.shape:
        history = History(
            history.source, history.clock, history.start_utc_seconds, history.series, history.counts, closed
        )
    return history


def check_legal_forecast(history: History, hours: int, gap: int) -> None:
    """Forecast a history and check what must hold of any forecast."""
    start = history.span[1] + timedelta(hours=gap)
    # the trees are the same code on any counts and slow; the profile takes the same path through everything else
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(boosting, "available", lambda: False)
        forecast = predict(history, start=start, hours=hours, settings=ForecastSettings(country="NZ"))
    assert forecast.means.shape == (len(history.series), hours)
    assert np.isfinite(forecast.means).all()
    assert np.isfinite(forecast.quantiles).all()
    assert (forecast.means >= 0).all()
    assert (np.diff(forecast.quantiles, axis=2) >= 0).all()


@settings(max_examples=60, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10_000), hours=st.integers(1, 400), gap=st.integers(0, 200))
def test_every_damaged_history_gets_a_legal_forecast(seed: int, hours: int, gap: int) -> None:
    history = damaged(seed)
    check_legal_forecast(history, hours, gap)
    assert all(note.sentence for note in examine(history))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_thousand_damaged_histories_are_all_forecast() -> None:
    for seed in range(20_000, 21_000):
        rng = np.random.default_rng(seed)
        check_legal_forecast(damaged(seed), int(rng.integers(1, 72)), int(rng.integers(0, 200)))


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.lists(st.text('0123456789-:T ,+\nabhé"\0é;.', max_size=40), max_size=12),
    header=st.sampled_from(["hall,time,count", "hall,time,count,class", "ds,a", "ds,a,b", "time", "", "a,b,c"]),
    missing=st.sampled_from(["refuse", "closed", "unknown", "infer"]),
)
def test_any_text_is_read_or_refused_with_reasons(rows: list[str], header: str, missing: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.csv"
        path.write_bytes("\n".join([header, *rows]).encode())
        layout = HistoryLayout(missing_rows=missing)  # pyright: ignore[reportArgumentType] - one of the four
        outcome = read_or_refuse(path, layout)
    if isinstance(outcome, HistoryError):
        assert outcome.total >= 1
        assert str(path) in str(outcome)
    else:
        assert outcome.hours > 0


def read_or_refuse(path: Path, layout: HistoryLayout) -> History | HistoryError:
    try:
        return read_history(path, layout)
    except HistoryError as error:
        return error


@settings(max_examples=200, deadline=None, derandomize=True)
@given(data=st.binary(max_size=400), encoding=st.sampled_from(["utf-8", "gb18030", "utf-8-sig", "nonsense"]))
def test_any_bytes_are_refused_with_reasons(data: bytes, encoding: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("any.csv", "any.csv.gz"):
            path = Path(folder) / name
            path.write_bytes(data)
            with pytest.raises((HistoryError, SettingsError)):
                read_history(path, HistoryLayout(encoding=encoding))
