"""The answer: customers expected in each hour to come, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from forecasts.clock import HOUR_SECONDS, Clock, Floats, Ints

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from forecasts.history import FileForm, SeriesKey

Method = Literal["boosted trees", "profile"]


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """One hour of one hall and class; `quantiles` in the order of the forecast's levels."""

    hall: str
    time: datetime
    customer_class: str
    mean: float
    quantiles: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Forecast:
    """Expected customers by hall, class and hour.

    Parameters
    ----------
    clock
        The halls' wall clock; row times are aware unless it knows no zone.
    start_utc_seconds
        Instant at which the first hour starts.
    series
        Hall and class of each row of `means`.
    levels
        Quantile levels, increasing.
    means
        Expected customers an hour, shape (series, hours); never negative, zero in closed hours.
    quantiles
        Shape (series, hours, levels), never negative, increasing along the levels.
    method
        The model used: boosted trees, or the profile of short histories.
    form
        How the history's file wrote its rows.
    step_seconds
        Length of each hour: 3600, or 1800 where half hours were asked for.
    notes
        What a reader should know: readings left out, halls without counts, values held back.
    """

    clock: Clock
    start_utc_seconds: int
    series: tuple[SeriesKey, ...]
    levels: tuple[float, ...]
    means: Floats
    quantiles: Floats
    method: Method
    form: FileForm
    notes: tuple[str, ...] = ()
    step_seconds: int = HOUR_SECONDS

    @property
    def hours(self) -> int:
        """Number of hours (or half hours) forecast."""
        return self.means.shape[1]

    def utc_seconds(self) -> Ints:
        """Instant at which each hour starts, shape (hours,)."""
        return self.start_utc_seconds + self.step_seconds * np.arange(self.hours, dtype=np.int64)

    def times(self) -> tuple[datetime, ...]:
        """Local start of each hour."""
        return tuple(self.clock.local(int(instant)) for instant in self.utc_seconds())

    def rows(self) -> Iterator[ForecastRow]:
        """All rows: series by series, hour by hour."""
        times = self.times()
        for i, key in enumerate(self.series):
            for time, mean, spread in zip(times, self.means[i].tolist(), self.quantiles[i].tolist(), strict=True):
                yield ForecastRow(key.hall, time, key.customer_class, mean, tuple(spread))
