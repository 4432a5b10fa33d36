"""Damaged histories: a forecast or a clear refusal, never anything else."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.forecast_damaged import damage_counts, fault_of, main, outcome_of, written
from forecasts import Forecast, History, HistoryError, HistoryLayout, SettingsError, predict, read_history


@pytest.mark.parametrize("first", range(0, 60, 10))
def test_damaged_histories_are_forecast_or_refused(first: int) -> None:
    """Sixty of the histories of which ``python -m benchmarks.forecast_damaged`` tries a thousand."""
    outcomes = [outcome_of(np.random.default_rng([1, first + i]), long=False) for i in range(10)]
    assert [outcome for outcome in outcomes if outcome.startswith("fault")] == []
    assert "forecast" in outcomes


def test_a_fault_is_told_with_the_damage_that_brought_it_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> Forecast:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("benchmarks.forecast_damaged.predict", broken)
    assert main(["--histories", "3", "--seed", "1"]) == 1
    out = capsys.readouterr().out
    assert "ZeroDivisionError (planted)" in out
    assert "fault" in out.splitlines()[-1]


def test_what_is_not_legal_is_found(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    counts = rng.poisson(5.0, (2, 480)).astype(float)
    damage_counts(counts, "zeros", rng)
    path = tmp_path / "counts.csv"
    path.write_text("\n".join(written(counts)), encoding="utf-8")
    history: History = read_history(path)
    forecast = predict(history, hours=24)
    assert fault_of(history, forecast) == ""
    forecast.means[0, 0] = -1.0
    assert fault_of(history, forecast) == "negative"
    forecast.means[0, 0] = np.nan
    assert fault_of(history, forecast) == "not finite"


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
