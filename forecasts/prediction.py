"""Makes a forecast from a history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import HOUR_SECONDS, WEEK_HOURS
from forecasts.errors import SettingsError
from forecasts.evidence import gather_evidence
from forecasts.forecast import Forecast
from forecasts.grid import lay_out, positions_of
from forecasts.modelling import model_counts
from forecasts.opening import closed_hours
from forecasts.planned_events import mark_events, uplifts
from forecasts.settings import ForecastSettings

if TYPE_CHECKING:
    from datetime import date, datetime

    from forecasts.history import History
    from forecasts.outages import Outage
    from forecasts.settings import Progress

LONGEST_HORIZON_HOURS = 53 * WEEK_HOURS


def predict(
    history: History,
    *,
    hours: int,
    start: datetime | date | None = None,
    settings: ForecastSettings | None = None,
    progress: Progress | None = None,
) -> Forecast:
    """Forecast the customers of each hall and class, hour by hour.

    Parameters
    ----------
    history
        Counts so far; only what lies before `start` is used.
    hours
        How many hours to forecast, at most 53 weeks.
    start
        Local time of the first hour (a date means its midnight); None: the first hour after the history.
    settings
        Calendar, events, seed and quantile levels.
    progress
        Called with the share done (0 to 1) and what is being done. What it raises (say `Cancelled`) ends
        the work.

    Raises
    ------
    SettingsError
        The horizon, the country or a zone is not valid, or nothing was counted before `start`.
    """
    settings = settings or ForecastSettings()
    tell = progress or _say_nothing
    if not 0 < hours <= LONGEST_HORIZON_HOURS:
        raise SettingsError(f"a forecast spans 1 to {LONGEST_HORIZON_HOURS} hours, not {hours}")
    if start is not None:
        history = history.before(start)
    first = history.end_utc_seconds if start is None else history.clock.utc_seconds(start)
    first -= (first - history.start_utc_seconds) % HOUR_SECONDS
    if history.hours == 0:
        raise SettingsError("nothing was counted before the first hour to forecast")
    grid = lay_out(history)
    instants = first + HOUR_SECONDS * np.arange(hours, dtype=np.int64)
    at = positions_of(history.clock, grid, instants)
    if int(at[-1]) - grid.end > 2 * LONGEST_HORIZON_HOURS:
        raise SettingsError("the first hour to forecast is more than a year after the history ends")
    tell(0.0, "preparing the history")
    events = mark_events(settings.events, history.series, history.clock, grid)
    evidence, outages = gather_evidence(grid, settings, int(at[-1]) + 1, events)
    outlook = model_counts(evidence, grid.end, at, history.series, settings, tell)
    factors = uplifts(settings.events, history.series, history.clock, grid, evidence.usual, int(at[-1]) + 1)[:, at]
    shut = closed_hours(grid, evidence.counts, evidence.days, settings, grid.end, at)
    factors = np.where(shut, 0.0, factors)
    tell(1.0, "done")
    return Forecast(
        clock=history.clock,
        start_utc_seconds=first,
        series=history.series,
        levels=settings.quantiles,
        means=outlook.means * factors,
        quantiles=outlook.quantiles * factors[:, :, None],
        method=outlook.method,
        form=history.form,
        notes=(*history.notes, *_outage_notes(history, outages), *outlook.notes),
    )


def _say_nothing(share: float, doing: str) -> None:
    del share, doing


def _outage_notes(history: History, outages: tuple[Outage, ...]) -> list[str]:
    hours: dict[tuple[int, str], int] = {}
    for outage in outages:
        key = (outage.series, outage.reason)
        hours[key] = hours.get(key, 0) + outage.end - outage.start
    return [
        f"{history.series[i].hall} {history.series[i].customer_class}".strip()
        + f": {number:,} hours left out ({reason})"
        for (i, reason), number in hours.items()
    ]
