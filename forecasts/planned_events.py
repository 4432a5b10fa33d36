"""Planned events: which hours they cover, and what they multiply the count by."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import HOUR_SECONDS, Bools, Clock, Floats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forecasts.grid import Grid
    from forecasts.history import SeriesKey
    from forecasts.settings import Event

_LARGEST_LOG_UPLIFT = 2.5
_FLOOR = 0.5


def event_hours(
    event: Event, series: Sequence[SeriesKey], clock: Clock, grid: Grid, positions: int
) -> tuple[Bools, slice]:
    """Which series an event concerns, shape (series,), and the positions it covers."""
    concerned = np.array([event.hall in ("", key.hall) for key in series], np.bool_)
    start, end = (_position(moment, clock, grid) for moment in (event.start, event.end))
    return concerned, slice(min(max(start, 0), positions), min(max(end, start + 1, 0), positions))


def _position(moment: datetime, clock: Clock, grid: Grid) -> int:
    utc = np.array([clock.utc_seconds(moment) // HOUR_SECONDS * HOUR_SECONDS], np.int64)
    return int(clock.local_hours(utc)[0]) - grid.first_day * 24


def mark_events(events: Sequence[Event], series: Sequence[SeriesKey], clock: Clock, grid: Grid) -> Bools:
    """Hours of the history in which an event was on, shape (series, positions)."""
    marked = np.zeros(grid.counts.shape, np.bool_)
    for event in events:
        concerned, hours = event_hours(event, series, clock, grid, grid.positions)
        marked[concerned, hours] = True
    return marked


def uplifts(
    events: Sequence[Event],
    series: Sequence[SeriesKey],
    clock: Clock,
    grid: Grid,
    usual: Floats,
    positions: int,
) -> Floats:
    """Factor on the forecast of every position up to `positions`, shape (series, positions).

    A given uplift is taken as it is. An uplift to learn is the ratio of counts to usual counts over past
    events of the name, its logarithm halved after one event, two thirds after two, and so on (n / (n + 1)).
    """
    factors = np.ones((len(series), positions))
    for event in events:
        concerned, hours = event_hours(event, series, clock, grid, positions)
        if hours.start >= hours.stop:
            continue
        factor = event.uplift
        if factor is None:
            factor = _learnt_uplift(event.name, events, series, clock, grid, usual)
        factors[concerned, hours] *= factor
    return factors


def _learnt_uplift(
    name: str, events: Sequence[Event], series: Sequence[SeriesKey], clock: Clock, grid: Grid, usual: Floats
) -> float:
    ratios = list[float]()
    for event in events:
        if event.name != name:
            continue
        concerned, hours = event_hours(event, series, clock, grid, grid.end)
        actual, expected = grid.counts[concerned, hours], usual[concerned, hours]
        known = np.isfinite(actual) & np.isfinite(expected)
        if known.any():
            ratios.append(float(np.log((actual[known].sum() + _FLOOR) / (expected[known].sum() + _FLOOR))))
    if not ratios:
        return 1.0
    shrunk = float(np.mean(ratios)) * len(ratios) / (len(ratios) + 1)
    return float(np.exp(np.clip(shrunk, -_LARGEST_LOG_UPLIFT, _LARGEST_LOG_UPLIFT)))
