"""Readings that are no counts: dead counters, doubled days, halls that never counted.

Judged from the counts alone: a run of zeros is an outage where the hall is usually busy in these very hours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import DAY_HOURS, WEEK_HOURS, Bools, Floats, Ints
from forecasts.gaps import runs
from forecasts.profiles import usual_counts

if TYPE_CHECKING:
    from forecasts.grid import Grid

_LEAST_ZEROS = 6
# chance of seeing no customer at all, below which a run of zeros is a dead counter (Poisson: exp of minus
# the usual total)
_UNLIKELY_TOTAL = 60.0
_DAY_SHARE = 0.9
_LEAST_SAME_DAY_TOTAL = 100.0


@dataclass(frozen=True, slots=True)
class Outage:
    """A stretch of readings that is left out: `series` row, positions from `start` to before `end`, and why."""

    series: int
    start: int
    end: int
    reason: str


def find_outages(grid: Grid) -> tuple[Outage, ...]:
    """Stretches of readings that are no counts, in the order of series and time."""
    found = list[Outage]()
    for i, counts in enumerate(grid.counts):
        if not (np.nan_to_num(counts) > 0).any():
            continue
        found.extend(_dead_runs(i, counts, grid.closed[i]))
        found.extend(_doubled_days(i, counts))
    return tuple(sorted(found, key=lambda outage: (outage.series, outage.start)))


def without(counts: Floats, outages: tuple[Outage, ...]) -> Floats:
    """Counts with the outages unknown."""
    cleaned = counts.copy()
    for outage in outages:
        cleaned[outage.series, outage.start : outage.end] = np.nan
    return cleaned


def _dead_runs(series: int, counts: Floats, closed: Bools) -> list[Outage]:
    opened = np.where(closed, np.nan, counts)
    stretches = runs(opened == 0)
    lengths = stretches[:, 1] - stretches[:, 0]
    long = (lengths >= _LEAST_ZEROS) & (
        (_totals(_most_ever(opened), stretches) >= _UNLIKELY_TOTAL) | (lengths >= WEEK_HOURS)
    )
    if not long.any():
        return []
    stretches, lengths = stretches[long], lengths[long]
    usual = usual_counts(opened[None])[0]
    # what is usual when the counter works: a run of a week or more drags the median of its own weeks to zero
    alive = counts.copy()
    for start, end in stretches[lengths >= WEEK_HOURS]:
        alive[start:end] = np.nan
    level = float(np.nanmean(alive)) if np.isfinite(alive).any() else 0.0
    opening = _open_hours(alive)
    found = list[Outage]()
    missed = _totals(usual, stretches)
    suspect = (missed >= _UNLIKELY_TOTAL) | (lengths >= WEEK_HOURS)
    for (start, end), expected in zip(stretches[suspect], missed[suspect], strict=True):
        if end - start >= WEEK_HOURS:
            hours = np.arange(start, end) % DAY_HOURS
            expected = max(expected, 0.5 * level * np.count_nonzero(opening[hours]) * (end - start) / len(hours))
        if expected >= _UNLIKELY_TOTAL:
            found.append(Outage(series, int(start), int(end), "zeros where customers are usual"))
    return found


def _most_ever(counts: Floats) -> Floats:
    """Largest count of each hour of the week ever, which no usual count exceeds, shape (positions,)."""
    padded = np.full(-(-len(counts) // WEEK_HOURS) * WEEK_HOURS, np.nan)
    padded[: len(counts)] = counts
    largest = np.fmax.reduce(padded.reshape(-1, WEEK_HOURS))
    return np.tile(largest, len(padded) // WEEK_HOURS)[: len(counts)]


def _totals(counts: Floats, stretches: Ints) -> Floats:
    """Total of the known counts of each stretch, shape (stretches,)."""
    upto = np.concatenate([[0.0], np.cumsum(np.nan_to_num(counts))])
    return upto[stretches[:, 1]] - upto[stretches[:, 0]]


def _open_hours(counts: Floats) -> Bools:
    """Hours of the day in which the hall is ever busy, shape (24,)."""
    by_day = counts.reshape(-1, DAY_HOURS)
    return (np.nan_to_num(by_day) > 0).mean(axis=0) > 0.05


def _doubled_days(series: int, counts: Floats) -> list[Outage]:
    """Days whose 24 counts repeat those of the day before, hour for hour."""
    by_day = counts.reshape(-1, DAY_HOURS)
    same = (by_day[1:] == by_day[:-1]).mean(axis=1) >= _DAY_SHARE
    busy = np.nan_to_num(by_day[1:]).sum(axis=1) >= _LEAST_SAME_DAY_TOTAL
    return [
        Outage(series, int(day + 1) * DAY_HOURS, int(day + 2) * DAY_HOURS, "the same counts as the day before")
        for day in np.flatnonzero(same & busy)
    ]
