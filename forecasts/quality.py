"""What is wrong with a history, in sentences a manager can act on.

Nothing here stops a forecast: what can be mended is left out or allowed for, and said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from forecasts.clock import DAY_HOURS, WEEK_HOURS, Floats, day_of
from forecasts.grid import Grid, lay_out
from forecasts.outages import find_outages, without
from forecasts.profiles import known_mean
from forecasts.seams import find_seam

if TYPE_CHECKING:
    from forecasts.history import History, SeriesKey

Kind: TypeAlias = Literal[
    "outage", "repeated day", "missing readings", "level shift", "no customers", "few readings", "shifted day", "reader"
]

_LEVEL_WEEKS = 8
_LEVEL_FACTOR = 1.6
_LEAST_MISSING_HOURS = 24
_LEAST_KNOWN_SHARE = 0.5
_NEARLY_EMPTY_PER_DAY = 5.0


@dataclass(frozen=True, slots=True)
class QualityNote:
    """One observation: which series (None: the file), when (None: throughout), and what it means for the forecast."""

    kind: Kind
    series: SeriesKey | None
    start: datetime | None
    end: datetime | None
    sentence: str


def examine(history: History) -> tuple[QualityNote, ...]:
    """Everything worth knowing about the counts before they are trusted, series by series in time order."""
    grid = lay_out(history)
    notes = [QualityNote("reader", None, None, None, sentence) for sentence in history.notes]
    outages = find_outages(grid)
    cleaned = without(grid.counts, outages)
    for i, key in enumerate(history.series):
        for outage in outages:
            if outage.series == i:
                kind: Kind = "outage" if outage.reason.startswith("zeros") else "repeated day"
                hours = f"{outage.end - outage.start:,} hours"
                sentence = f"{hours}: {outage.reason}; left out"
                notes.append(_note(kind, key, grid, (outage.start, outage.end), sentence))
        notes.extend(_missing(key, grid, i))
        notes.extend(_level_shifts(key, grid, cleaned[i]))
        notes.extend(_hardly_any(key, grid.counts[i]))
    notes.extend(_seam(cleaned))
    return tuple(notes)


def _note(kind: Kind, key: SeriesKey, grid: Grid, span: tuple[int, int], sentence: str) -> QualityNote:
    start, end = (_moment(grid, position) for position in span)
    return QualityNote(kind, key, start, end, sentence)


def _moment(grid: Grid, position: int) -> datetime:
    """Wall-clock time of a position, without offset."""
    day, hour = divmod(position, DAY_HOURS)
    return datetime.combine(day_of(grid.first_day + day), time(hour))


def _missing(key: SeriesKey, grid: Grid, series: int) -> list[QualityNote]:
    """Stretches of a day or more without readings, between the first reading and the last."""
    known = np.flatnonzero(np.isfinite(grid.counts[series]))
    if len(known) == 0:
        return [QualityNote("no customers", key, None, None, "no reading at all; forecast from the other halls")]
    found = list[QualityNote]()
    if known[0] >= WEEK_HOURS:
        sentence = "readings start here, later than in other halls"
        found.append(_note("few readings", key, grid, (0, int(known[0])), sentence))
    for before, after in pairwise(known):
        if after - before > _LEAST_MISSING_HOURS:
            sentence = f"{after - before - 1:,} hours without a reading; treated as unknown"
            found.append(_note("missing readings", key, grid, (int(before) + 1, int(after)), sentence))
    silent = grid.end - 1 - int(known[-1])
    if silent > _LEAST_MISSING_HOURS:
        sentence = f"no reading in the last {silent:,} hours; the forecast rests on older ones"
        found.append(_note("missing readings", key, grid, (int(known[-1]) + 1, grid.end), sentence))
    return found


def _level_shifts(key: SeriesKey, grid: Grid, counts: Floats) -> list[QualityNote]:
    """Weeks from which on the hall is at another level for two months: a factor of 1.6 up or down."""
    weeks = len(counts) // WEEK_HOURS
    by_week = counts[: weeks * WEEK_HOURS].reshape(weeks, WEEK_HOURS)
    enough = np.isfinite(by_week).mean(axis=1) >= _LEAST_KNOWN_SHARE
    level = np.where(enough, known_mean(by_week, axis=1), np.nan)
    change = np.zeros(weeks)
    for week in range(_LEVEL_WEEKS, weeks - _LEVEL_WEEKS + 1):
        before, after = level[week - _LEVEL_WEEKS : week], level[week : week + _LEVEL_WEEKS]
        if np.isfinite(before).sum() >= _LEVEL_WEEKS // 2 and np.isfinite(after).sum() >= _LEVEL_WEEKS // 2:
            change[week] = np.log((np.nanmedian(after) + 0.01) / (np.nanmedian(before) + 0.01))
    found = list[QualityNote]()
    while np.abs(change).max(initial=0.0) > np.log(_LEVEL_FACTOR):
        week = int(np.argmax(np.abs(change)))
        factor = float(np.exp(change[week]))
        sentence = f"from here on about {factor:.1f} times the level before; recent weeks set the forecast"
        start = week * WEEK_HOURS
        found.append(_note("level shift", key, grid, (start, start + WEEK_HOURS), sentence))
        change[max(week - _LEVEL_WEEKS, 0) : week + _LEVEL_WEEKS + 1] = 0.0
    return sorted(found, key=lambda note: (note.start is None, note.start))


def _hardly_any(key: SeriesKey, counts: Floats) -> list[QualityNote]:
    known = counts[np.isfinite(counts)]
    if len(known) == 0:
        return []
    if not (known > 0).any():
        return [QualityNote("no customers", key, None, None, "every reading is zero; the forecast is zero")]
    a_day = known.mean() * DAY_HOURS
    if a_day < _NEARLY_EMPTY_PER_DAY:
        sentence = f"only {a_day:.1f} customers a day on average; single hours cannot be told apart"
        return [QualityNote("few readings", key, None, None, sentence)]
    return []


def _seam(counts: Floats) -> list[QualityNote]:
    seams = [hour for hour in map(find_seam, counts) if hour is not None]
    if not seams:
        return []
    hour = max(set(seams), key=seams.count)
    sentence = (
        f"in {seams.count(hour)} of {len(counts)} series the days seem to run from {hour:02d}:00 to"
        f" {hour - 1:02d}:59: the hours before {hour:02d}:00 go with the evening of the same date. Say with"
        f" `--day-starts {hour}` that this is so, and they are moved to the next day"
    )
    return [QualityNote("shifted day", None, None, None, sentence)]
