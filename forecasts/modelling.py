"""Chooses, fits and asks the models: one for halls with a past, one for young halls beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from forecasts import boosting
from forecasts.clock import WEEK_HOURS, Bools, Floats, Ints
from forecasts.features import Rows, build_rows
from forecasts.models import Fitted, fit_boosted, fit_profile
from forecasts.spreading import middling_counts, spread_counts
from forecasts.training import gather_rows
from forecasts.young import YOUNG_AGES_DAYS, YOUNG_DAYS, known_days, rows_by_age

if TYPE_CHECKING:
    from collections.abc import Callable

    from forecasts.features import Evidence
    from forecasts.forecast import Method
    from forecasts.history import SeriesKey
    from forecasts.settings import ForecastSettings, Progress
    from forecasts.training import TrainingSet

_LEAST_WEEKS_TO_BOOST = 10
_LEAST_ROWS_TO_BOOST = 3_000
_LEAST_LEADS = 2 * WEEK_HOURS
_TREES = 250
_ROWS_BASE, _ROWS_A_SERIES, _ROWS_AT_MOST = 50_000, 6_000, 250_000
_ROWS_FOR_YOUNG = 60_000


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the models say of open hours without events: means (series, hours), quantiles (series, hours, levels)."""

    method: Method
    means: Floats
    quantiles: Floats
    notes: tuple[str, ...]


def model_counts(
    evidence: Evidence,
    origin: int,
    at: Ints,
    series: tuple[SeriesKey, ...],
    settings: ForecastSettings,
    tell: Progress,
) -> Outlook:
    """Expected counts at the positions `at` as known at `origin`.

    Series counted for less than ten weeks beside older ones are young: none learns from them, and they are answered by
    a model of their own, which has seen the others as if they were as young.
    """
    ages = known_days(evidence)
    young: Bools = np.asarray((ages < YOUNG_DAYS) & (ages.max() >= YOUNG_DAYS))
    leads = at - origin
    wanted = min(_ROWS_BASE + _ROWS_A_SERIES * len(series), _ROWS_AT_MOST)

    def watch(start: float, end: float, doing: str) -> Callable[[float], None]:
        return lambda share: tell(start + (end - start) * share, doing)

    def learn(
        rows: int, seen_days: tuple[int | None, ...], start: float, end: float
    ) -> tuple[TrainingSet | None, Method, Fitted | None]:
        rng = np.random.default_rng(settings.seed)
        middle = start + 0.2 * (end - start)
        collecting = watch(start, middle, "collecting past hours")
        training = gather_rows(evidence, origin, _leads_to_learn(leads), rows, rng, collecting, young, seen_days)
        return training, *_fit(training, origin, settings, watch(middle, end, "learning"))

    training, method, fitted = learn(wanted, (None,), 0.05, 0.7)
    base, notes = _complete_base(rows := build_rows(evidence, origin, leads), series, settings)
    middling = middling_counts(evidence, fitted, rows, base)
    means, quantiles = spread_counts(evidence, training, fitted, middling, at, settings.quantiles)
    started = young & (ages > 0)
    if started.any():
        training, _, fitted = learn(min(wanted, _ROWS_FOR_YOUNG), YOUNG_AGES_DAYS, 0.7, 0.9)
        rows = rows_by_age(evidence, origin, leads, ages)
        base, _ = _complete_base(rows, series, settings)
        middling = middling_counts(evidence, fitted, rows, base)
        young_means, young_quantiles = spread_counts(evidence, training, fitted, middling, at, settings.quantiles)
        means[started], quantiles[started] = young_means[started], young_quantiles[started]
    tell(0.95, "forecasting")
    return Outlook(method, means, quantiles, notes)


def _leads_to_learn(leads: Ints) -> Ints:
    """Leads of the horizon, drawn out to a fortnight: a short one alone would have little to learn from."""
    first = int(leads.min())
    return np.arange(first, max(int(leads.max()) + 1, first + _LEAST_LEADS))


def _fit(
    training: TrainingSet | None, origin: int, settings: ForecastSettings, tick: Callable[[float], None]
) -> tuple[Method, Fitted | None]:
    if training is None:
        return "profile", None
    long_enough = origin >= _LEAST_WEEKS_TO_BOOST * WEEK_HOURS and len(training.base) >= _LEAST_ROWS_TO_BOOST
    if long_enough and training.count.sum() > 0 and boosting.available():
        return "boosted trees", fit_boosted(training, _TREES, settings.seed, settings.threads, tick)
    return "profile", fit_profile(training)


def _complete_base(
    rows: Rows, series: tuple[SeriesKey, ...], settings: ForecastSettings
) -> tuple[Floats, tuple[str, ...]]:
    """Base of every series: those without any count take the median shape of the others, at a given or median level."""
    base = rows.base.copy()
    known: Bools = np.asarray(np.isfinite(base).all(axis=1))
    level = base.mean(axis=1)
    shape = np.median(base[known] / level[known, None], axis=0) if known.any() else np.ones(base.shape[1])
    usual_level = float(np.median(level[known])) if known.any() else 0.0
    notes = list[str]()
    for i in np.flatnonzero(~known):
        given = settings.daily_totals.get(series[i])
        base[i] = shape * (usual_level if given is None else given / 24.0)
        name = f"{series[i].hall} {series[i].customer_class}".strip()
        told = "the median of the other halls" if given is None else "the expected daily total given"
        notes.append(f"{name} has no counts yet: its level is {told}, its shape that of the others")
    return base, tuple(notes)
