"""Chooses, fits and asks the models: one for halls with a past, one for young halls beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from forecasts import boosting
from forecasts.clock import WEEK_HOURS, Bools, Floats, Ints
from forecasts.features import Rows, build_rows
from forecasts.folds import by_blocks, by_blocks_and_halls
from forecasts.models import Fitted, fit_boosted, fit_nothing, fit_profile
from forecasts.spreading import bounded_counts
from forecasts.training import gather_rows
from forecasts.young import YOUNG_DAYS, ages_to_learn, known_days, rows_by_age

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from forecasts.features import Evidence
    from forecasts.folds import Folds
    from forecasts.forecast import Method
    from forecasts.history import SeriesKey
    from forecasts.settings import ForecastSettings, Progress
    from forecasts.training import TrainingSet

Folding: TypeAlias = "Callable[[TrainingSet], Folds]"

_LEAST_WEEKS_TO_BOOST = 10
_LEAST_ROWS_TO_BOOST = 3_000
_LEAST_LEADS = 2 * WEEK_HOURS
_TREES = 250
_ROWS_BASE, _ROWS_A_SERIES, _ROWS_AT_MOST = 50_000, 6_000, 250_000
_ROWS_FOR_YOUNG = 60_000


@dataclass(frozen=True, slots=True, eq=False)
class Models:
    """What was learnt, and of what.

    Parameters
    ----------
    grown, young, is_young
        `grown` answers all series but those of `is_young`, shape (series,), which `young` answers.
    ages_learnt
        Ages in days `young` has seen halls at.
    series
        The series learnt from.
    holiday_names
        Holidays in the order of their codes, the first of which is 1.
    hours_ahead
        How far ahead it learnt to look.
    """

    method: Method
    grown: Fitted
    young: Fitted | None
    is_young: Bools
    ages_learnt: tuple[int, ...]
    series: tuple[SeriesKey, ...]
    holiday_names: tuple[str, ...]
    hours_ahead: int


def fit_models(
    evidence: Evidence,
    origin: int,
    leads: Ints,
    series: tuple[SeriesKey, ...],
    settings: ForecastSettings,
    tell: Progress,
) -> Models:
    """Learn to forecast `leads` hours ahead from all origins before `origin`.

    Series counted for less than ten weeks beside older ones are young: none learns from them, and they are answered by
    a model of their own, which has seen the others as if they were as young.
    """
    ages = known_days(evidence)
    young: Bools = np.asarray((ages < YOUNG_DAYS) & (ages.max() >= YOUNG_DAYS))
    started: Bools = young & (ages > 0)
    wanted = min(_ROWS_BASE + _ROWS_A_SERIES * len(ages), _ROWS_AT_MOST)

    def watch(start: float, end: float, doing: str) -> Callable[[float], None]:
        return lambda share: tell(start + (end - start) * share, doing)

    def learn(
        rows: int, seen_days: tuple[int | None, ...], folded: Folding, start: float, end: float
    ) -> tuple[Method, Fitted]:
        rng = np.random.default_rng(settings.seed)
        middle = start + 0.2 * (end - start)
        collecting = watch(start, middle, "collecting past hours")
        training = gather_rows(evidence, origin, _leads_to_learn(leads), rows, rng, collecting, young, seen_days)
        return _fit(evidence, training, folded, origin, settings, watch(middle, end, "learning"))

    method, grown = learn(wanted, (None,), by_blocks, 0.05, 0.7)
    young_ages = ages_to_learn(ages[started])
    rows_for_young = min(wanted, _ROWS_FOR_YOUNG)
    fitted_young = learn(rows_for_young, young_ages, by_blocks_and_halls, 0.7, 0.9)[1] if young_ages else None
    hours_ahead = int(_leads_to_learn(leads).max()) + 1
    return Models(method, grown, fitted_young, started, young_ages, series, evidence.days.names, hours_ahead)


def middling_counts(
    models: Models,
    evidence: Evidence,
    origin: int,
    at: Ints,
    open_hours: Bools,
    series: tuple[SeriesKey, ...],
    settings: ForecastSettings,
) -> tuple[Floats, tuple[str, ...]]:
    """Counts of a middling day at the positions `at` as known at `origin`, shape (series, hours), and notes.

    Parameters
    ----------
    open_hours
        Hours the models are asked about, shape (series, hours); the others have 0.
    """
    daily_totals, threads = settings.daily_totals, settings.threads
    leads = at - origin
    rows = build_rows(evidence, origin, leads)
    base, notes = _complete_base(rows, series, daily_totals)
    middling = bounded_counts(evidence, models.grown.model, rows, base, open_hours, threads)
    if models.young is not None:
        rows = rows_by_age(evidence, origin, leads, known_days(evidence), models.ages_learnt)
        base, _ = _complete_base(rows, series, daily_totals)
        answers = bounded_counts(evidence, models.young.model, rows, base, open_hours, threads)
        middling[models.is_young] = answers[models.is_young]
    return middling, notes


def _leads_to_learn(leads: Ints) -> Ints:
    """Leads of the horizon, drawn out to a fortnight: a short one alone would have little to learn from."""
    first = int(leads.min())
    return np.arange(first, max(int(leads.max()) + 1, first + _LEAST_LEADS))


def _fit(
    evidence: Evidence,
    training: TrainingSet | None,
    folded: Folding,
    origin: int,
    settings: ForecastSettings,
    tick: Callable[[float], None],
) -> tuple[Method, Fitted]:
    if training is None:
        return "profile", fit_nothing(evidence.days)
    long_enough = origin >= _LEAST_WEEKS_TO_BOOST * WEEK_HOURS and len(training.base) >= _LEAST_ROWS_TO_BOOST
    if long_enough and training.count.sum() > 0 and boosting.available():
        series, seed, threads = len(evidence.counts), settings.seed, settings.threads
        folds = folded(training)
        return "boosted trees", fit_boosted(training, folds, evidence.days, series, _TREES, seed, threads, tick)
    return "profile", fit_profile(training, evidence.days)


def _complete_base(
    rows: Rows, series: tuple[SeriesKey, ...], daily_totals: Mapping[SeriesKey, float]
) -> tuple[Floats, tuple[str, ...]]:
    """Base of every series: those without any count take the median shape of the others, at a given or median level."""
    base = rows.base.copy()
    known: Bools = np.asarray(np.isfinite(base).all(axis=1))
    level = base.mean(axis=1)
    shape = np.median(base[known] / level[known, None], axis=0) if known.any() else np.ones(base.shape[1])
    usual_level = float(np.median(level[known])) if known.any() else 0.0
    notes = list[str]()
    for i in np.flatnonzero(~known):
        given = daily_totals.get(series[i])
        base[i] = shape * (usual_level if given is None else given / 24.0)
        name = f"{series[i].hall} {series[i].customer_class}".strip()
        told = "the median of the other halls" if given is None else "the expected daily total given"
        notes.append(f"{name} has no counts yet: its level is {told}, its shape that of the others")
    return base, tuple(notes)
