"""Small histories shared by the forecasting tests."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest

from forecasts import Clock, History, SeriesKey

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from forecasts.clock import Floats

DAY_SHAPE = np.array([0, 0, 0, 0, 0, 0, 2, 8, 20, 35, 45, 50, 55, 50, 45, 45, 50, 60, 45, 30, 15, 8, 3, 1], float)
WEEK_SHAPE = np.array([1.0, 0.9, 1.0, 1.1, 1.3, 1.6, 0.8])


@pytest.fixture(scope="session")
def planted() -> Callable[..., Floats]:
    """Poisson counts around a known week that starts on a Monday, shape (halls, hours)."""

    def _planted(days: int, halls: int = 1, seed: int = 0) -> Floats:
        rng = np.random.default_rng(seed)
        week = WEEK_SHAPE[np.arange(days) % 7]
        expected = (week[:, None] * DAY_SHAPE[None, :]).ravel()
        scale = 1.0 + np.arange(halls)
        return rng.poisson(scale[:, None] * expected[None, :]).astype(float)

    return _planted


@pytest.fixture(scope="session")
def history_of() -> Callable[..., History]:
    """History of counts from a local midnight on; halls are called h0, h1, …"""

    def _history(counts: Floats, start: str = "2024-01-01", zone: str | None = None) -> History:
        clock = Clock(zone)
        series = tuple(SeriesKey(f"h{i}") for i in range(len(counts)))
        first = clock.utc_seconds(datetime.fromisoformat(start))
        return History("planted", clock, first, series, counts.copy(), np.zeros(counts.shape, np.bool_))

    return _history


@pytest.fixture
def hours() -> Callable[..., str]:
    """Rows `time,value` of consecutive naive hours."""

    def _hours(start: str, number: int, value: object = 1, separator: str = "T") -> str:
        first = datetime.fromisoformat(start)
        times = (first + timedelta(hours=i) for i in range(number))
        return "".join(f"{time.isoformat(sep=separator, timespec='minutes')},{value}\n" for time in times)

    return _hours


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a file and give its path."""

    def _write(content: str | bytes, name: str = "counts.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return _write
