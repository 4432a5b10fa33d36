"""A fitted forecaster: what was learnt from a history, kept so that it can be asked again without learning again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import HOUR_SECONDS, Bools, Clock, Floats, Ints
from forecasts.errors import SettingsError
from forecasts.forecast import Forecast
from forecasts.planned_events import event_hours
from forecasts.spreading import spread_counts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from forecasts.calibration import Conditions
    from forecasts.half_hours import HalfHours
    from forecasts.history import FileForm, SeriesKey
    from forecasts.modelling import Models
    from forecasts.settings import Event
    from forecasts.trials import DayTrials


@dataclass(frozen=True, slots=True, eq=False)
class Forecaster:
    """What is expected of the hours it was fitted for, before events, and the trials that show how sure that is.

    Parameters
    ----------
    clock, series, form, notes
        As in the history.
    start_utc_seconds
        Instant at which the first hour starts.
    first_day, at
        Day number of position 0, and the position (local hour counted from its midnight) of each hour, shape (hours,).
    models
        The models and their trials.
    middling
        Count of a middling day for each hour, shape (series, hours).
    coming
        Conditions of the hours, shape (series * hours,).
    shut
        Shape (series, hours): the hall is expected to be closed.
    learnt_uplifts
        Uplift learnt from the past events of each name.
    trials
        Whole past days forecast as if not known, from which the spread of totals is had; None: none were made.
    halves
        How hours divide into half hours, learnt from the history; None: it was counted by the hour.
    """

    clock: Clock
    start_utc_seconds: int
    first_day: int
    at: Ints
    series: tuple[SeriesKey, ...]
    form: FileForm
    notes: tuple[str, ...]
    models: Models
    middling: Floats
    coming: Conditions
    shut: Bools
    learnt_uplifts: Mapping[str, float]
    trials: DayTrials | None = None
    halves: HalfHours | None = None

    @property
    def hours(self) -> int:
        """Number of hours it was fitted for."""
        return len(self.at)

    def forecast(self, quantiles: tuple[float, ...] = (0.1, 0.5, 0.9), events: Sequence[Event] = ()) -> Forecast:
        """Forecast all hours it was fitted for, at any quantile levels and with any events to come.

        Nothing is learnt again: an event whose uplift is to be learnt takes what earlier events of its name taught when
        the forecaster was fitted, 1 where there were none.

        Raises
        ------
        SettingsError
            The levels do not increase strictly between 0 and 1.
        """
        if list(quantiles) != sorted(set(quantiles)) or not all(0 < level < 1 for level in quantiles):
            raise SettingsError(f"quantiles must increase strictly between 0 and 1, not {quantiles}")
        means, spread = spread_counts(self.models.grown, self.middling, self.coming, quantiles)
        young = self.models.young
        if young is not None:
            chosen = self.models.is_young
            young_means, young_spread = spread_counts(young, self.middling, self.coming, quantiles)
            means[chosen], spread[chosen] = young_means[chosen], young_spread[chosen]
        factors = np.where(self.shut, 0.0, self._uplifts(events))
        return Forecast(
            clock=self.clock,
            start_utc_seconds=self.start_utc_seconds,
            series=self.series,
            levels=quantiles,
            means=means * factors,
            quantiles=spread * factors[:, :, None],
            method=self.models.method,
            form=self.form,
            notes=self.notes,
        )

    def utc_seconds(self) -> Ints:
        """Instant at which each hour starts, shape (hours,)."""
        return self.start_utc_seconds + HOUR_SECONDS * np.arange(self.hours, dtype=np.int64)

    def _uplifts(self, events: Sequence[Event]) -> Floats:
        """Factor of the events on each hour, shape (series, hours)."""
        positions = int(self.at[-1]) + 1
        factors = np.ones((len(self.series), positions))
        for event in events:
            concerned, hours = event_hours(event, self.series, self.clock, self.first_day, positions)
            factor = self.learnt_uplifts.get(event.name, 1.0) if event.uplift is None else event.uplift
            factors[concerned, hours] *= factor
        return factors[:, self.at]
