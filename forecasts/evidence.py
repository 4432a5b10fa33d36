"""Prepares a history for forecasting: leaves out outages, classifies days, remembers special days."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import DAY_HOURS, WEEK_HOURS, Bools
from forecasts.day_types import classify_days
from forecasts.features import Evidence
from forecasts.outages import Outage, find_outages, without
from forecasts.profiles import RunningMeans, RunningTotals, usual_counts
from forecasts.special_days import SpecialDayMemory, special_positions

if TYPE_CHECKING:
    from forecasts.grid import Grid
    from forecasts.settings import ForecastSettings


# the base of an origin is laid on the week after it, however short the horizon
_DAYS_BEYOND = 9


def gather_evidence(
    grid: Grid,
    settings: ForecastSettings,
    last_position: int,
    in_events: Bools,
    codes_of: tuple[str, ...] | None = None,
) -> tuple[Evidence, tuple[Outage, ...]]:
    """Everything a forecast up to `last_position` may use.

    Parameters
    ----------
    in_events
        Shape (series, positions): hours of planned events, which are not ordinary.
    codes_of
        Names of holidays whose codes a model has learnt; None: give out codes anew.
    """
    days = classify_days(
        grid.first_day,
        max(last_position, grid.positions) // DAY_HOURS + _DAYS_BEYOND,
        settings.country,
        settings.subdivision,
        settings.notices,
        codes_of,
    )
    outages = find_outages(grid)
    counts = np.where(grid.closed, np.nan, without(grid.counts, outages))
    special = special_positions(days, grid.positions)
    ordinary = np.where(special[None, :] | in_events, np.nan, counts)
    special_days = special | np.repeat([key is not None for key in days.keys], DAY_HOURS)[: grid.positions]
    asked = np.flatnonzero(special_days | in_events.any(axis=0))
    usual = usual_counts(ordinary, np.unique(asked // WEEK_HOURS))
    return (
        Evidence(
            counts=counts,
            ordinary=ordinary,
            usual=usual,
            days=days,
            means=RunningMeans(ordinary),
            totals=RunningTotals(np.nan_to_num(counts)),
            known=RunningTotals(np.isfinite(counts).astype(np.float64)),
            memory=SpecialDayMemory(counts, usual, days),
        ),
        outages,
    )
