"""Halls counted for a short time only, beside halls that have a past: they borrow from these.

The model learns from rows in which older halls are seen as if they were as young, so that what it says of a young hall
rests on how halls of that age turned out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import DAY_HOURS, Ints
from forecasts.features import Evidence, Rows, build_rows
from forecasts.training import YOUNG_AGES_DAYS

if TYPE_CHECKING:
    from forecasts.clock import Bools

YOUNG_DAYS = 70


def known_days(evidence: Evidence) -> Ints:
    """Days on which each series has any count, shape (series,)."""
    series = len(evidence.counts)
    by_day: Bools = np.isfinite(evidence.counts).reshape(series, -1, DAY_HOURS)
    return by_day.any(axis=2).sum(axis=1)


def rows_by_age(evidence: Evidence, origin: int, leads: Ints, ages_days: Ints) -> Rows:
    """Features of each series, seen by its age.

    Parameters
    ----------
    ages_days
        Age of a young series, -1 of one to be seen in full; shape (series,).
    """
    rows = build_rows(evidence, origin, leads)
    values, base = rows.values.copy(), rows.base.copy()
    for age in YOUNG_AGES_DAYS:
        alike = (ages_days >= 0) & (_nearest_age(ages_days) == age)
        if alike.any():
            seen = build_rows(evidence, origin, leads, age)
            values[alike], base[alike] = seen.values[alike], seen.base[alike]
    return Rows(rows.names, values, base)


def _nearest_age(ages_days: Ints) -> Ints:
    """Age of the training rows nearest to each age."""
    ages = np.array(YOUNG_AGES_DAYS)
    return ages[np.abs(ages_days[:, None] - ages[None, :]).argmin(axis=1)]
