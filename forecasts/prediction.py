"""Makes a forecast from a history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forecasts import boosting
from forecasts.clock import HOUR_SECONDS, WEEK_HOURS, Bools, Floats, Ints
from forecasts.errors import SettingsError
from forecasts.evidence import gather_evidence
from forecasts.features import Evidence, Rows
from forecasts.forecast import Forecast, Method
from forecasts.grid import Grid, lay_out, positions_of
from forecasts.models import Fitted, fit_boosted, fit_profile
from forecasts.opening import closed_hours
from forecasts.planned_events import mark_events, uplifts
from forecasts.settings import ForecastSettings
from forecasts.spreading import middling_counts, spread_counts
from forecasts.training import gather_rows
from forecasts.young import YOUNG_DAYS, known_days, rows_by_age

if TYPE_CHECKING:
    from datetime import date, datetime

    from forecasts.history import History
    from forecasts.outages import Outage
    from forecasts.settings import Progress
    from forecasts.training import TrainingSet

LONGEST_HORIZON_HOURS = 53 * WEEK_HOURS
_LEAST_WEEKS_TO_BOOST = 10
_LEAST_ROWS_TO_BOOST = 3_000
_LEAST_LEADS = 2 * WEEK_HOURS
_TREES = 250
_ROWS_BASE, _ROWS_A_SERIES, _ROWS_AT_MOST = 50_000, 6_000, 250_000


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
    age_days = known_days(evidence)
    young = (age_days < YOUNG_DAYS) & (age_days.max() >= YOUNG_DAYS)
    training = _gather(evidence, grid, at, young, settings, tell)
    method, fitted = _fit(training, grid, settings, tell)
    tell(0.9, "forecasting")
    rows = rows_by_age(evidence, grid.end, at - grid.end, np.where(young, age_days, -1))
    base, fill_notes = _complete_base(rows, history, settings)
    middling = middling_counts(evidence, fitted, rows, base)
    means, quantiles = spread_counts(evidence, training, fitted, middling, at, settings.quantiles)
    factors = uplifts(settings.events, history.series, history.clock, grid, evidence.usual, int(at[-1]) + 1)[:, at]
    shut = closed_hours(grid, evidence.counts, evidence.days, settings, grid.end, at)
    factors = np.where(shut, 0.0, factors)
    tell(1.0, "done")
    return Forecast(
        clock=history.clock,
        start_utc_seconds=first,
        series=history.series,
        levels=settings.quantiles,
        means=means * factors,
        quantiles=quantiles * factors[:, :, None],
        method=method,
        form=history.form,
        notes=(*history.notes, *_outage_notes(history, outages), *fill_notes),
    )


def _say_nothing(share: float, doing: str) -> None:
    del share, doing


def _gather(
    evidence: Evidence, grid: Grid, at: Ints, young: Bools, settings: ForecastSettings, tell: Progress
) -> TrainingSet | None:
    wanted = min(_ROWS_BASE + _ROWS_A_SERIES * len(evidence.counts), _ROWS_AT_MOST)
    rng = np.random.default_rng(settings.seed)
    return gather_rows(
        evidence,
        grid.end,
        _leads_to_learn(at - grid.end),
        wanted,
        rng,
        lambda share: tell(0.05 + 0.15 * share, "collecting past hours"),
        young,
    )


def _leads_to_learn(leads: Ints) -> Ints:
    """Leads of the horizon, drawn out to a fortnight: a short one alone would have little to learn from."""
    first = int(leads.min())
    return np.arange(first, max(int(leads.max()) + 1, first + _LEAST_LEADS))


def _fit(
    training: TrainingSet | None, grid: Grid, settings: ForecastSettings, tell: Progress
) -> tuple[Method, Fitted | None]:
    if training is None:
        return "profile", None
    long_enough = grid.end >= _LEAST_WEEKS_TO_BOOST * WEEK_HOURS and len(training.base) >= _LEAST_ROWS_TO_BOOST
    if long_enough and training.count.sum() > 0 and boosting.available():
        return "boosted trees", fit_boosted(
            training,
            _TREES,
            settings.seed,
            settings.threads,
            lambda share: tell(0.2 + 0.7 * share, "learning"),
        )
    return "profile", fit_profile(training)


def _complete_base(rows: Rows, history: History, settings: ForecastSettings) -> tuple[Floats, tuple[str, ...]]:
    """Base of every series: those without any count take the median shape of the others, at a given or median level."""
    base = rows.base.copy()
    known = np.isfinite(base).all(axis=1)
    level = base.mean(axis=1)
    shape = np.median(base[known] / level[known, None], axis=0) if known.any() else np.ones(base.shape[1])
    usual_level = float(np.median(level[known])) if known.any() else 0.0
    notes = list[str]()
    for i in np.flatnonzero(~known):
        key = history.series[i]
        given = settings.daily_totals.get(key)
        base[i] = shape * (usual_level if given is None else given / 24.0)
        name = f"{key.hall} {key.customer_class}".strip()
        told = "the median of the other halls" if given is None else "the expected daily total given"
        notes.append(f"{name} has no counts yet: its level is {told}, its shape that of the others")
    return base, tuple(notes)


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
