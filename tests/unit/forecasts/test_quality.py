"""Dirty counts: found, left out, and said in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from forecasts import History, examine
from forecasts.grid import lay_out
from forecasts.outages import find_outages
from forecasts.seams import find_seam

if TYPE_CHECKING:
    from collections.abc import Callable

    from forecasts.clock import Floats


def kinds(history: History) -> list[str]:
    return [note.kind for note in examine(history)]


def test_clean_counts_have_no_notes(planted: Callable[..., Floats], history_of: Callable[..., History]) -> None:
    assert kinds(history_of(planted(70, halls=2))) == []


@pytest.mark.parametrize(("start", "hours"), [(20 * 24, 24), (20 * 24 + 9, 9), (30 * 24, 20 * 24)])
def test_a_dead_counter_is_found_to_the_hour(
    planted: Callable[..., Floats], history_of: Callable[..., History], start: int, hours: int
) -> None:
    counts = planted(70)
    counts[0, start : start + hours] = 0
    (outage,) = find_outages(lay_out(history_of(counts)))
    # zeros of the closed night around it cannot be told from the outage
    assert outage.start <= start
    assert outage.end >= start + hours
    assert (counts[0, outage.start : outage.end] == 0).all()


def test_nights_and_closed_days_are_no_outage(
    planted: Callable[..., Floats], history_of: Callable[..., History]
) -> None:
    counts = planted(70)
    counts[0, np.arange(counts.shape[1]) // 24 % 7 == 6] = 0
    assert find_outages(lay_out(history_of(counts))) == ()


def test_a_repeated_day_is_left_out(planted: Callable[..., Floats], history_of: Callable[..., History]) -> None:
    counts = planted(70)
    counts[0, 21 * 24 : 22 * 24] = counts[0, 20 * 24 : 21 * 24]
    (outage,) = find_outages(lay_out(history_of(counts)))
    assert (outage.start, outage.end) == (21 * 24, 22 * 24)


def test_level_shifts_gaps_and_empty_halls_are_told(
    planted: Callable[..., Floats], history_of: Callable[..., History]
) -> None:
    counts = planted(210, halls=4)
    counts[0, 105 * 24 :] *= 3
    counts[1, 50 * 24 : 55 * 24] = np.nan
    counts[2] = 0
    counts[3, : 100 * 24] = np.nan
    notes = examine(history_of(counts))
    assert [(note.kind, note.series.hall if note.series else "") for note in notes] == [
        ("level shift", "h0"),
        ("missing readings", "h1"),
        ("no customers", "h2"),
        ("few readings", "h3"),
    ]
    shift = notes[0]
    assert shift.start is not None
    assert abs((shift.start.date() - type(shift.start.date())(2024, 1, 1)).days - 105) <= 7
    assert "3.0 times" in shift.sentence


def test_days_that_start_at_six_are_noticed() -> None:
    rng = np.random.default_rng(3)
    days = 120
    # an hour's surplus lives on into the next hours, across midnight, as nights out do
    noise = np.zeros(days * 24)
    for hour in range(1, days * 24):
        noise[hour] = 0.9 * noise[hour - 1] + rng.normal(0, 0.2)
    true: Floats = np.asarray(np.round(200 * np.exp(noise)), np.float64)
    assert find_seam(true) is None
    shifted = true.reshape(days, 24).copy()
    shifted[:-1, :6] = shifted[1:, :6]
    assert find_seam(shifted.ravel()) == 6
