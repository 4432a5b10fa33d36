"""Whole past days, forecast as if not known: how far totals of a day, of a hall and of many halls stray.

Hours of one day err together, and so do halls of one city, so the spread of a total cannot be had from the spreads of
its hours. Here whole days of all series are forecast together, each by trees that have not learnt from its four weeks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from forecasts.calibration import kinds_of, mean_factors
from forecasts.clock import DAY_HOURS, WEEK_HOURS, Bools, Floats, Ints
from forecasts.features import build_rows
from forecasts.training import SPECIAL_FACTOR, block_of

if TYPE_CHECKING:
    from forecasts.features import Evidence
    from forecasts.models import Fitted

_FIRST_DAY = 8 * WEEK_HOURS // DAY_HOURS
# beyond this the days of large networks are fewer: every hall adds its own trials to the pool
_MOST_ROWS = 400_000
_LEAST_DAYS = 30


@dataclass(frozen=True, slots=True, eq=False)
class DayTrials:
    """What came and the mean that was forecast of it, shape (series, days, 24); NaN where either is not known.

    `kind` is the kind of each day as in `calibration.Conditions`, shape (days,).
    """

    counts: Floats
    means: Floats
    kind: Ints


def try_days(evidence: Evidence, fitted: Fitted, origin: int, leads: Ints, wanted: int, seed: int) -> DayTrials | None:
    """Forecast about `wanted` past days, drawn with special days three times as often; None without a model or a past.

    Parameters
    ----------
    origin, leads
        Each day is forecast from as far ahead as one of the `leads` from `origin`, drawn at random.
    """
    last = origin // DAY_HOURS
    lead_days = np.arange(int(leads.min()) // DAY_HOURS, int(leads.max()) // DAY_HOURS + 1)
    if fitted.model is None or wanted < 1 or last <= _FIRST_DAY:
        return None
    series = len(evidence.counts)
    rng = np.random.default_rng(seed)
    candidates = np.arange(_FIRST_DAY, last)
    special: Bools = evidence.days.special[candidates] | evidence.days.near[candidates]
    weight = np.where(special, SPECIAL_FACTOR, 1.0)
    number = min(wanted, len(candidates), max(_LEAST_DAYS, _MOST_ROWS // (DAY_HOURS * series)))
    days = np.sort(rng.choice(candidates, number, replace=False, p=weight / weight.sum()))
    ahead = rng.choice(lead_days, number)
    counts = np.full((series, number, DAY_HOURS), np.nan)
    means = np.full((series, number, DAY_HOURS), np.nan)
    factors = mean_factors(fitted.count, fitted.unseen, fitted.conditions.series, series)
    hours = np.arange(DAY_HOURS)
    for i, (day, lead) in enumerate(zip(days.tolist(), ahead.tolist(), strict=True)):
        start = min(lead, day - _FIRST_DAY) * DAY_HOURS
        at = day * DAY_HOURS + hours
        rows = build_rows(evidence, day * DAY_HOURS - start, start + hours)
        based: Bools = np.asarray(np.isfinite(rows.base).all(axis=1))
        values, base = rows.values[based].reshape(-1, rows.values.shape[2]), rows.base[based].ravel()
        unseen = fitted.model.predict_unseen(values, base, block_of(np.tile(at, int(based.sum()))))
        known = np.isfinite(evidence.counts[:, at])
        means[based, i] = unseen.reshape(-1, DAY_HOURS) * factors[based, None]
        counts[:, i] = evidence.counts[:, at]
        means[:, i] = np.where(known, means[:, i], np.nan)
        counts[:, i] = np.where(np.isfinite(means[:, i]), counts[:, i], np.nan)
    return DayTrials(counts, means, kinds_of(evidence.days)[days])
