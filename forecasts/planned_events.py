"""Planned events: which hours they cover, and what they multiply the count by."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import DAY_HOURS, HOUR_SECONDS, Bools, Clock, Floats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forecasts.grid import Grid
    from forecasts.history import SeriesKey
    from forecasts.settings import Event

_LARGEST_LOG_UPLIFT = 2.5
_FLOOR = 0.5


def event_hours(
    event: Event, series: Sequence[SeriesKey], clock: Clock, first_day: int, positions: int
) -> tuple[Bools, slice]:
    """Which series an event concerns, shape (series,), and the positions from day number `first_day` on it covers."""
    concerned = np.array([event.hall in ("", key.hall) for key in series], np.bool_)
    start, end = (_position(moment, clock, first_day) for moment in (event.start, event.end))
    return concerned, slice(min(max(start, 0), positions), min(max(end, start + 1, 0), positions))


def _position(moment: datetime, clock: Clock, first_day: int) -> int:
    utc = np.array([clock.utc_seconds(moment) // HOUR_SECONDS * HOUR_SECONDS], np.int64)
    return int(clock.local_hours(utc)[0]) - first_day * DAY_HOURS


def mark_events(events: Sequence[Event], series: Sequence[SeriesKey], clock: Clock, grid: Grid) -> Bools:
    """Hours of the history in which an event was on, shape (series, positions)."""
    marked = np.zeros(grid.counts.shape, np.bool_)
    for event in events:
        concerned, hours = event_hours(event, series, clock, grid.first_day, grid.positions)
        marked[concerned, hours] = True
    return marked


def learn_uplifts(
    events: Sequence[Event], series: Sequence[SeriesKey], clock: Clock, grid: Grid, usual: Floats
) -> dict[str, float]:
    """Uplift of each name of events, learnt from those in the history; 1 where there are none.

    The ratio of counts to usual counts over past events of the name, its logarithm halved after one event, two thirds
    after two, and so on (n / (n + 1)).
    """
    names = dict.fromkeys(event.name for event in events)
    return {name: _learnt_uplift(name, events, series, clock, grid, usual) for name in names}


def _learnt_uplift(
    name: str, events: Sequence[Event], series: Sequence[SeriesKey], clock: Clock, grid: Grid, usual: Floats
) -> float:
    ratios = list[float]()
    for event in events:
        if event.name != name:
            continue
        concerned, hours = event_hours(event, series, clock, grid.first_day, grid.end)
        actual, expected = grid.counts[concerned, hours], usual[concerned, hours]
        known = np.isfinite(actual) & np.isfinite(expected)
        if known.any():
            ratios.append(float(np.log((actual[known].sum() + _FLOOR) / (expected[known].sum() + _FLOOR))))
    if not ratios:
        return 1.0
    shrunk = float(np.mean(ratios)) * len(ratios) / (len(ratios) + 1)
    return float(np.exp(np.clip(shrunk, -_LARGEST_LOG_UPLIFT, _LARGEST_LOG_UPLIFT)))
