"""Training rows: what would have been known at many past origins, and what then came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from forecasts.clock import DAY_HOURS, WEEK_HOURS, Bools, Floats, Ints
from forecasts.features import Evidence, build_rows

if TYPE_CHECKING:
    from collections.abc import Callable

_FIRST_ORIGIN_WEEKS = 4
_LEAST_SHARE = 0.02
_BLOCK_WEEKS = 4
SPECIAL_FACTOR = 3.0
# ages at which training rows pretend to see a young hall, and how many such rows there are to each full one
YOUNG_AGES_DAYS = (7, 14, 28, 56)
_YOUNG_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """Rows of many origins: features (rows, features), and of shape (rows,) the base, count, series and position."""

    names: tuple[str, ...]
    values: NDArray[np.float32]
    base: Floats
    count: Floats
    series: Ints
    position: Ints

    @property
    def block(self) -> Ints:
        """Four-week block each row's hour lies in: what is left out together when the model judges itself."""
        return self.position // (_BLOCK_WEEKS * WEEK_HOURS)


def training_origins(origin: int) -> list[int]:
    """Past origins a whole number of weeks before `origin`, newest first."""
    return list(range(origin - WEEK_HOURS, _FIRST_ORIGIN_WEEKS * WEEK_HOURS - 1, -WEEK_HOURS))


def gather_rows(
    evidence: Evidence,
    origin: int,
    leads: Ints,
    rows_wanted: int,
    rng: np.random.Generator,
    tick: Callable[[float], None],
    young: Bools,
) -> TrainingSet | None:
    """Sample about `rows_wanted` rows from past origins; None where there is nothing to learn from.

    Hours on and next to special days are sampled three times as often.

    Parameters
    ----------
    young
        Series counted for too short a time to be learnt from, shape (series,). If there are any, some rows of the
        others are seen as if they were as young.
    """
    origins = training_origins(origin)
    special = np.repeat(evidence.days.special | evidence.days.near, DAY_HOURS)
    available = sum(int((past + leads < origin).sum()) for past in origins) * len(evidence.counts)
    if available == 0:
        return None
    share = rows_wanted / (available * (1 + (SPECIAL_FACTOR - 1) * special.mean()))
    parts = list[tuple[NDArray[np.float32], Floats, Floats, Ints, Ints]]()
    names: tuple[str, ...] = ()
    views = _views(origins, young)
    for number, (past, known_days, share_of_view) in enumerate(views):
        tick(number / len(views))
        chance = np.where(special[past + leads], SPECIAL_FACTOR * share, share) * share_of_view
        chosen = leads[(past + leads < origin) & (rng.random(len(leads)) < chance)]
        if len(chosen) == 0:
            continue
        rows = build_rows(evidence, past, chosen, known_days)
        names = rows.names
        count = evidence.counts[:, past + chosen]
        usable = np.isfinite(count) & np.isfinite(rows.base) & ~young[:, None]
        series, hour = np.nonzero(usable)
        parts.append(
            (rows.values[usable], rows.base[usable], count[usable], series.astype(np.int64), past + chosen[hour])
        )
    if not parts:
        return None
    values, base, count, series, position = (np.concatenate(column) for column in zip(*parts, strict=True))
    return TrainingSet(names, values, base, count, series, position)


def _views(origins: list[int], young: Bools) -> list[tuple[int, int | None, float]]:
    """Origin, days of own past seen there, and share of the rows to take."""
    views: list[tuple[int, int | None, float]] = [(past, None, 1.0) for past in origins]
    if young.any() and not young.all():
        ages = YOUNG_AGES_DAYS
        views += [(past, ages[i % len(ages)], _YOUNG_SHARE) for i, past in enumerate(origins)]
    return views
