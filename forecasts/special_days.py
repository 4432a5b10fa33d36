"""What special days did to each hall before: the memory behind holiday forecasts.

A holiday that empties an office street fills a promenade, so each hall remembers its own ratio (count over
what that hour usually has) of each special day, and what it knows from few such days is drawn towards the
mean of all halls.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import DAY_HOURS, Bools, Floats
from forecasts.profiles import known_mean

if TYPE_CHECKING:
    from forecasts.day_types import DayTypes, SpecialKey

_LEAST_KNOWN_HOURS = 18
_LARGEST_LOG_RATIO = 3.0
_REMEMBERED = 4


@dataclass(frozen=True, slots=True)
class Effect:
    """Log ratios of a kind of day, over the last four such days.

    `own` (each series' mean day ratio) and `count` have shape (series,), `pooled` is the mean of all
    series, `shrunk` lies between them, `hours` (series, 24) is the ratio hour by hour. NaN: never seen.
    """

    own: Floats
    count: Floats
    pooled: float
    shrunk: Floats
    hours: Floats


class SpecialDayMemory:
    """Ratios of past special days, looked up as they were known at an origin.

    Parameters
    ----------
    counts, usual
        Counts and what they usually are, shape (series, positions).
    days
        Kinds of the days, beginning with the day of position 0.
    """

    def __init__(self, counts: Floats, usual: Floats, days: DayTypes) -> None:
        series, positions = counts.shape
        past = positions // DAY_HOURS
        by_day = (series, past, DAY_HOURS)
        self._holidays = np.flatnonzero((days.holiday & (days.weekday < 5))[:past])
        self._days_by_key: dict[SpecialKey, list[int]] = {}
        for day, key in enumerate(days.keys[:past]):
            if key is not None:
                self._days_by_key.setdefault(key, []).append(day)
        remembered = sorted({*self._holidays.tolist(), *chain.from_iterable(self._days_by_key.values())})
        self._place = {day: place for place, day in enumerate(remembered)}
        came, usually = (table.reshape(by_day)[:, remembered] for table in (counts, usual))
        known = np.isfinite(came) & np.isfinite(usually)
        actual = np.where(known, came, 0.0)
        expected = np.where(known, usually, 0.0)
        enough = known.sum(axis=2) >= _LEAST_KNOWN_HOURS
        ratio = np.log((actual.sum(axis=2) + 1.0) / (expected.sum(axis=2) + 1.0))
        enough &= expected.sum(axis=2) > 0
        self._day_ratios = np.where(enough, np.clip(ratio, -_LARGEST_LOG_RATIO, _LARGEST_LOG_RATIO), np.nan)
        hourly = np.log((smooth_hours(actual) + 0.5) / (smooth_hours(expected) + 0.5))
        hourly = np.clip(hourly, -_LARGEST_LOG_RATIO, _LARGEST_LOG_RATIO)
        self._hour_ratios = np.where(enough[:, :, None], hourly, np.nan).astype(np.float32)
        self._seen: dict[tuple[int, ...], Effect] = {}
        self._series = series

    def effect(self, key: SpecialKey, before_day: int) -> Effect:
        """What days of this kind did before day `before_day` (weekend days stand in for weekdays if need be)."""
        days = self._earlier(key, before_day)
        if not days:
            days = self._earlier((key[0], key[1], not key[2]), before_day)
        return self._summarise(tuple(days[-_REMEMBERED:]))

    def holiday_effect(self, before_day: int) -> Effect:
        """What public holidays on weekdays did before day `before_day`, whatever their name."""
        days = self._holidays[self._holidays < before_day]
        return self._summarise(tuple(int(day) for day in days[-30:]))

    def _earlier(self, key: SpecialKey, before_day: int) -> list[int]:
        return [day for day in self._days_by_key.get(key, []) if day < before_day]

    def _summarise(self, days: tuple[int, ...]) -> Effect:
        known = self._seen.get(days)
        if known is None:
            known = self._seen[days] = self._effect_of(list(days))
        return known

    def _effect_of(self, days: list[int]) -> Effect:
        if not days:
            nothing = np.full(self._series, np.nan)
            return Effect(nothing, np.zeros(self._series), np.nan, nothing, np.full((self._series, DAY_HOURS), np.nan))
        places = [self._place[day] for day in days]
        ratios = self._day_ratios[:, places]
        own = known_mean(ratios, axis=1)
        count = np.isfinite(ratios).sum(axis=1).astype(np.float64)
        pooled = float(known_mean(own[None, :], axis=1)[0])
        shrunk = (np.where(count > 0, own, 0.0) * count + (pooled if np.isfinite(pooled) else 0.0)) / (count + 1)
        shrunk = np.where(np.isfinite(pooled), shrunk, np.nan)
        return Effect(own, count, pooled, shrunk, known_mean(self._hour_ratios[:, places].astype(np.float64), 1))


def smooth_hours(by_day: Floats) -> Floats:
    """Weighted sums 1-2-1 over neighbouring hours of the same day, along the last axis."""
    around = 2.0 * by_day
    around[..., 1:] += by_day[..., :-1]
    around[..., :-1] += by_day[..., 1:]
    around[..., 0] += by_day[..., 0]
    around[..., -1] += by_day[..., -1]
    return around / 4.0


def special_positions(days: DayTypes, positions: int) -> Bools:
    """Positions on special days, shape (positions,)."""
    return np.repeat(days.special, DAY_HOURS)[:positions]
