"""Files whose days begin at another hour than midnight: a "day" from 06:00 to 05:59, say, under the date it began on.

The hours before six then carry the date of the evening before, and must move to the next day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import DAY_HOURS, HOUR_SECONDS, Floats, Ints

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST_SEAM_DAYS = 28
_SEAM_MARGIN = 0.15
_LEAST_TURNS = 2
_DAY_SECONDS = DAY_HOURS * HOUR_SECONDS


def find_turn(series_of: Ints, wall_seconds: Ints) -> int | None:
    """Hour at which the days of a file begin, where its rows show it: in their order dates fall back at midnight.

    Parameters
    ----------
    series_of, wall_seconds
        Series and time on the clock as written of each row, in the order of the file, shape (rows,).
    """
    order = np.argsort(series_of, kind="stable")
    at, own = wall_seconds[order], series_of[order]
    step = np.where(own[1:] == own[:-1], at[1:] - at[:-1], 0)
    back = np.flatnonzero(step < 0)
    ahead = np.flatnonzero(step > _DAY_SECONDS)
    if len(back) < _LEAST_TURNS or len(ahead) < _LEAST_TURNS - 1:
        return None
    # back by all but one reading of a day, to a midnight; ahead by a day and a reading, to the hour days begin at
    falls: list[int] = np.unique(at[back + 1] % _DAY_SECONDS).tolist()
    starts: list[int] = np.unique(at[ahead + 1] % _DAY_SECONDS).tolist()
    whole_days = bool((step[back] >= HOUR_SECONDS - _DAY_SECONDS).all() and (step[back] > -_DAY_SECONDS).all())
    regular = falls == [0] and len(starts) == 1 and starts[0] % HOUR_SECONDS == 0
    return starts[0] // HOUR_SECONDS if regular and whole_days else None


def find_common_seam(counts: Floats) -> int | None:
    """Hour at which days begin in most of the series that show any, and in half of all; counts (series, positions)."""
    seams = [hour for hour in map(find_seam, counts) if hour is not None]
    if len(seams) < 0.5 * len(counts):
        return None
    hour = _commonest(seams)
    return hour if hour is not None and seams.count(hour) > 0.5 * len(seams) else None


def _commonest(hours: Sequence[int]) -> int | None:
    return max(sorted(set(hours)), key=hours.count, default=None)


def find_seam(counts: Floats) -> int | None:
    """Hour at which the file's days seem to begin, where that is not midnight; counts of shape (positions,).

    Neighbouring hours rise and fall together from day to day. Where a "day" runs, say, from 06:00 to 05:59,
    the hours before six go with the evening of their own date rather than with the evening before.
    """
    days = len(counts) // DAY_HOURS
    table = counts[: days * DAY_HOURS].reshape(days, DAY_HOURS)
    table = table[np.isfinite(table).all(axis=1)]
    if len(table) < _LEAST_SEAM_DAYS or (table.sum(axis=0) == 0).any():
        return None
    noise = np.log(table + 1.0)
    noise = noise - noise.mean(axis=0)
    if _together(noise[:, 23], noise[:, 0]) < _together(noise[:-1, 23], noise[1:, 0]) + _SEAM_MARGIN:
        return None
    gain = [
        _together(noise[:-1, hour - 1], noise[1:, hour]) - _together(noise[:, hour - 1], noise[:, hour])
        for hour in range(1, DAY_HOURS)
    ]
    best = int(np.argmax(gain))
    return best + 1 if gain[best] > _SEAM_MARGIN else None


def _together(one: Floats, other: Floats) -> float:
    spread = float(one.std() * other.std())
    return float(((one - one.mean()) * (other - other.mean())).mean()) / spread if spread > 0 else 0.0
