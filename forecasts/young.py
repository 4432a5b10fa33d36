"""Halls counted for a short time only, beside halls that have a past: they borrow from these.

The model learns from rows in which older halls are seen as if they were as young, so that what it says of a young hall
rests on how halls of that age turned out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import DAY_HOURS, Ints
from forecasts.features import Evidence, Rows, build_rows

if TYPE_CHECKING:
    from forecasts.clock import Bools

YOUNG_DAYS = 70
# ages at which training rows may pretend to see a young hall
_AGES_DAYS = (7, 14, 28, 56)


def known_days(evidence: Evidence) -> Ints:
    """Days on which each series has any count, shape (series,)."""
    series = len(evidence.counts)
    by_day: Bools = np.isfinite(evidence.counts).reshape(series, -1, DAY_HOURS)
    return by_day.any(axis=2).sum(axis=1)


def ages_to_learn(ages_days: Ints) -> tuple[int, ...]:
    """Ages, in days, at which older halls are to be seen so that halls of these ages can be forecast."""
    return tuple(np.unique(_nearest(ages_days, _AGES_DAYS)).tolist())


def rows_by_age(evidence: Evidence, origin: int, leads: Ints, ages_days: Ints, ages_learnt: tuple[int, ...]) -> Rows:
    """Features of each series, seen as training rows of the age nearest to its own were.

    Parameters
    ----------
    ages_days
        Age of each series, shape (series,).
    ages_learnt
        Ages training rows were of.
    """
    nearest = _nearest(ages_days, ages_learnt).tolist()
    views = {age: build_rows(evidence, origin, leads, age) for age in ages_learnt}
    values = np.stack([views[age].values[i] for i, age in enumerate(nearest)])
    base = np.stack([views[age].base[i] for i, age in enumerate(nearest)])
    return Rows(views[ages_learnt[0]].names, values, base)


def _nearest(ages_days: Ints, to: tuple[int, ...]) -> Ints:
    """The nearest of `to` to each age."""
    known = np.array(to, np.int64)
    return known[np.abs(ages_days[:, None] - known[None, :]).argmin(axis=1)]
