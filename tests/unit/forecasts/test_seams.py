"""Days that run from 06:00 to 05:59 are found and mended, by the order of rows or by what rises and falls together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from forecasts import HistoryError, HistoryLayout, SettingsError, read_history

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAYS = 60


@pytest.fixture
def counts() -> np.typing.NDArray[np.int64]:
    """Counts of two halls, shape (hours, 2), whose surplus lives on across midnight."""
    rng = np.random.default_rng(3)
    noise = np.zeros((DAYS * 24, 2))
    for hour in range(1, len(noise)):
        noise[hour] = 0.9 * noise[hour - 1] + rng.normal(0, 0.2, 2)
    return np.round(200 * np.exp(noise)).astype(np.int64)


def shifted_lines(counts: np.typing.NDArray[np.int64], *, in_order_of_dates: bool) -> str:
    """Rows in which the hours before six carry the date of the day before."""
    first = np.datetime64("2024-04-01T06")
    lines: list[str] = []
    for i in range(len(counts)):
        moment = first + np.timedelta64(i, "h")
        hour = (i + 6) % 24
        written = moment - np.timedelta64(24, "h") if hour < 6 else moment
        lines.append(f"{written}:00,{counts[i, 0]},{counts[i, 1]}")
    return "\n".join(sorted(lines) if in_order_of_dates else lines)


@pytest.mark.parametrize("in_order_of_dates", [True, False])
@pytest.mark.parametrize("zone", [None, "Pacific/Auckland"])
def test_a_file_whose_days_begin_at_six_is_mended(
    write: Callable[..., Path], counts: np.typing.NDArray[np.int64], in_order_of_dates: bool, zone: str | None
) -> None:
    path = write("ds,a,b\n" + shifted_lines(counts, in_order_of_dates=in_order_of_dates))
    history = read_history(path, HistoryLayout(timezone=zone, missing_rows="unknown"))
    assert history.span[0].isoformat().startswith("2024-04-01T06:00")
    assert any("run from 06:00 to 05:59" in note for note in history.notes)
    if zone is None:
        np.testing.assert_array_equal(history.counts, counts.T)
    else:  # the clock went back on 7 April: the file has one of the two hours from 02:00
        np.testing.assert_array_equal(history.counts[:, -24:], counts.T[:, -24:])
    forced = read_history(path, HistoryLayout(timezone=zone, missing_rows="unknown", day_starts=6))
    np.testing.assert_array_equal(forced.counts, history.counts)


def test_days_that_begin_at_midnight_are_left_alone(
    write: Callable[..., Path], counts: np.typing.NDArray[np.int64]
) -> None:
    lines = [f"{np.datetime64('2024-04-01T00') + np.timedelta64(i, 'h')}:00,{a},{b}" for i, (a, b) in enumerate(counts)]
    history = read_history(write("ds,a,b\n" + "\n".join(lines)))
    np.testing.assert_array_equal(history.counts, counts.T)
    assert history.notes == ()


def test_midnight_can_be_insisted_on(write: Callable[..., Path], counts: np.typing.NDArray[np.int64]) -> None:
    path = write("ds,a,b\n" + shifted_lines(counts, in_order_of_dates=False))
    with pytest.raises(HistoryError, match="dates in the wrong order"):
        read_history(path, HistoryLayout(day_starts=0))
    with pytest.raises(SettingsError, match="from 0 to 23"):
        read_history(path, HistoryLayout(day_starts=24))
