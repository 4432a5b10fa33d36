"""Drift alarms: halls at which what comes has left what was forecast, told apart from bad luck.

Each check works on whole days, since hours of one day err together. Level: a cumulative-sum chart (Page 1954) of the
logarithm of actual over forecast, with slack half and limit five standard deviations, estimated from day to day
changes. A chart of pure chance alarms about once in 465 days.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from forecasts.clock import DAY_HOURS, Bools, Floats

if TYPE_CHECKING:
    from datetime import date

Alarm: TypeAlias = Literal["level", "band", "silence"]

_SLACK, _LIMIT = 0.5, 5.0
_LEAST_SHIFT = 0.05
_LEAST_DAYS = 7
_LEAST_HOURS_A_DAY = 8
_CHANGE_PER_DEVIATION = 1.128  # mean absolute change of independent normal values
_LEAST_DEVIATION = 0.03
_LEAST_DAILY_TOTAL = 5.0
_CHANCE_OF_FALSE_ALARM = 0.001


@dataclass(frozen=True, slots=True)
class Drift:
    """One alarm: since which day, and what to do about it."""

    kind: Alarm
    since: date
    sentence: str


@dataclass(frozen=True, slots=True, eq=False)
class DayRecord:
    """Days of one series: actual, forecast, shape (days,), over the hours known; `covered` and `hours` count them."""

    days: tuple[date, ...]
    actual: Floats
    forecast: Floats
    covered: Floats
    hours: Floats


def find_drifts(record: DayRecord, nominal: float) -> tuple[Drift, ...]:
    """Alarms of one series.

    Parameters
    ----------
    nominal
        Share of hours the band promises to cover.
    """
    usable: Bools = np.asarray((record.hours >= _LEAST_HOURS_A_DAY) & (record.forecast >= _LEAST_DAILY_TOTAL))
    at = np.flatnonzero(usable)
    silent = at[record.actual[at] == 0]
    found = list[Drift]()
    if len(silent):
        sentence = (
            f"no customer on {len(silent)} days on which some were forecast: check the counter, or whether it opened"
        )
        found.append(Drift("silence", record.days[int(silent[0])], sentence))
    busy = at[record.actual[at] > 0]
    if len(busy) < _LEAST_DAYS:
        return tuple(found)
    level = _level_drift(np.log(record.actual[busy] / record.forecast[busy]), record.forecast[busy])
    if level is not None:
        start, shift = level
        direction = "above" if shift > 0 else "below"
        sentence = f"customers {abs(np.expm1(shift)):.0%} {direction} the forecast: forecast anew, or plan an event"
        found.append(Drift("level", record.days[int(busy[start])], sentence))
    share, limit = _band(record, busy, nominal)
    if share < limit:
        sentence = f"the band covered {share:.0%} of hours, not {nominal:.0%}: forecast anew, and allow more until then"
        found.append(Drift("band", record.days[int(busy[0])], sentence))
    return tuple(found)


def _level_drift(log_ratio: Floats, forecast: Floats) -> tuple[int, float] | None:
    """Day from which on the level has left the forecast at the end, and by how much; None where it has not."""
    noise = float(np.mean(np.abs(np.diff(log_ratio)))) / _CHANGE_PER_DEVIATION
    deviation = max(noise, _LEAST_DEVIATION, float(1 / np.sqrt(np.median(forecast))))
    for sign in (1.0, -1.0):
        total, start = 0.0, 0
        for i, step in enumerate((sign * log_ratio / deviation).tolist()):
            if total == 0.0:
                start = i
            total = max(0.0, total + step - _SLACK)
        shift = float(np.mean(log_ratio[start:]))
        if total > _LIMIT and abs(shift) >= _LEAST_SHIFT:
            return start, shift
    return None


def _band(record: DayRecord, busy: np.typing.NDArray[np.int64], nominal: float) -> tuple[float, float]:
    """Share of hours covered, and the share below which chance no longer explains it (days being independent)."""
    hours, covered = record.hours[busy], record.covered[busy]
    share = float(covered.sum() / hours.sum())
    by_day = covered / hours
    spread = max(float(by_day.std(ddof=1)), float(np.sqrt(nominal * (1 - nominal) / DAY_HOURS)))
    deviations = np.sqrt(2 * np.log(1 / _CHANCE_OF_FALSE_ALARM))  # Gaussian tail bound
    return share, nominal - float(deviations) * spread / float(np.sqrt(len(busy)))
