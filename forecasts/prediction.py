"""Makes a forecast from a history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forecasts.calibration import conditions_of
from forecasts.clock import HOUR_SECONDS, WEEK_HOURS
from forecasts.errors import SettingsError
from forecasts.evidence import gather_evidence
from forecasts.forecaster import Forecaster
from forecasts.grid import lay_out, positions_of
from forecasts.half_hours import learn_halves
from forecasts.modelling import fit_models, middling_counts
from forecasts.opening import closed_hours
from forecasts.planned_events import learn_uplifts, mark_events
from forecasts.settings import ForecastSettings
from forecasts.trials import try_days

if TYPE_CHECKING:
    from datetime import date, datetime

    from forecasts.calibration import Conditions
    from forecasts.clock import Ints
    from forecasts.day_types import DayTypes
    from forecasts.forecast import Forecast
    from forecasts.history import History
    from forecasts.modelling import Models
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
    forecaster = fit(history, hours=hours, start=start, settings=settings, progress=progress)
    return forecaster.forecast(settings.quantiles, settings.events)


def fit(
    history: History,
    *,
    hours: int,
    start: datetime | date | None = None,
    settings: ForecastSettings | None = None,
    progress: Progress | None = None,
    models: Models | None = None,
) -> Forecaster:
    """Learn what a forecast needs, once, to be asked as often as wanted (`Forecaster.forecast`).

    Parameters and errors are those of `predict`; quantile levels and coming events are named when it is asked.

    Parameters
    ----------
    models
        Models learnt before, from older counts of the same series: these are asked about the newer counts, and nothing
        is learnt again. None: learn now.
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
    in_events = mark_events(settings.events, history.series, history.clock, grid)
    codes_of = None if models is None else models.holiday_names
    evidence, outages = gather_evidence(grid, settings, int(at[-1]) + 1, in_events, codes_of)
    if models is None:
        models = fit_models(evidence, grid.end, at - grid.end, history.series, settings, tell)
    else:
        _refuse_unlike(models, history, int(at[-1]) + 1 - grid.end)
    tell(0.9, "forecasting")
    shut = closed_hours(grid, evidence.counts, evidence.days, settings, grid.end, at)
    middling, notes = middling_counts(models, evidence, grid.end, at, ~shut, history.series, settings)
    rows = len(history.series)
    forecaster = Forecaster(
        clock=history.clock,
        start_utc_seconds=first,
        first_day=grid.first_day,
        at=at,
        series=history.series,
        form=history.form,
        notes=(*history.notes, *_outage_notes(history, outages), *notes),
        models=models,
        middling=middling,
        coming=_conditions(rows, at, at - grid.end, evidence.days),
        shut=shut,
        learnt_uplifts=learn_uplifts(settings.events, history.series, history.clock, grid, evidence.usual),
        trials=try_days(evidence, models.grown, grid.end, at - grid.end, settings.trial_days, settings.seed),
        halves=learn_halves(history, evidence.days, at),
    )
    tell(1.0, "done")
    return forecaster


def _conditions(series: int, at: Ints, leads: Ints, days: DayTypes) -> Conditions:
    """Conditions of the hours to come of all series, shape (series * hours,)."""
    return conditions_of(np.repeat(np.arange(series), len(at)), np.tile(at, series), np.tile(leads, series), days)


def _refuse_unlike(models: Models, history: History, hours_ahead: int) -> None:
    if models.series != history.series:
        named = {f"{key.hall} {key.customer_class}".strip() for key in {*models.series} ^ {*history.series}}
        differing = ", ".join(sorted(named)) or "their order"
        message = f"the model was learnt from other halls than the history holds ({differing}): learn it anew"
        raise SettingsError(message)
    if hours_ahead > models.hours_ahead:
        message = f"the model learnt to look {models.hours_ahead} hours ahead, not {hours_ahead}: learn it anew"
        raise SettingsError(message)


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
