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
_BLOCK_WEEKS = 4
SPECIAL_FACTOR = 3.0
# added to a count before its logarithm is taken, so that an hour without customers has one
COUNT_OFFSET = 0.25


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
    def lead(self) -> Ints:
        """Hours each row's hour lies ahead of its origin, whole days."""
        return self.values[:, self.names.index("lead_day")].astype(np.int64) * DAY_HOURS

    @property
    def block(self) -> Ints:
        """Four-week block each row's hour lies in: what is left out together when the model judges itself."""
        return block_of(self.position)

    def only(self, chosen: Bools) -> TrainingSet:
        """The chosen rows alone; `chosen` has shape (rows,)."""
        return TrainingSet(
            self.names,
            self.values[chosen],
            self.base[chosen],
            self.count[chosen],
            self.series[chosen],
            self.position[chosen],
        )


def row_weights(training: TrainingSet) -> Floats:
    """What an error of each row counts, shape (rows,), 1 on average.

    Rows weigh as their base (so that ratios count as customers do), halls as the square root of their level
    (so that small halls are heard).
    """
    level = np.bincount(training.series, training.base) / np.maximum(np.bincount(training.series), 1)
    weight = training.base / np.sqrt(np.maximum(level, 1e-3))[training.series]
    return weight / weight.mean()


def block_of(position: Ints) -> Ints:
    """Four-week block of positions."""
    return position // (_BLOCK_WEEKS * WEEK_HOURS)


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
    left_out: Bools,
    seen_days: tuple[int | None, ...] = (None,),
) -> TrainingSet | None:
    """Sample about `rows_wanted` rows from past origins; None where there is nothing to learn from.

    Hours on and next to special days are sampled three times as often.

    Parameters
    ----------
    left_out
        Series not to learn from, shape (series,).
    seen_days
        Days of a series' own past seen at each origin, in turn; None: all.
    """
    origins = training_origins(origin)
    special = np.repeat(evidence.days.special | evidence.days.near, DAY_HOURS)
    hours = sum(int((past + leads < origin).sum()) for past in origins)
    available = hours * float(np.isfinite(evidence.counts[~left_out]).mean(axis=1).sum())
    if available <= 0:
        return None
    share = rows_wanted / (available * (1 + (SPECIAL_FACTOR - 1) * special.mean()))
    parts = list[tuple[NDArray[np.float32], Floats, Floats, Ints, Ints]]()
    names: tuple[str, ...] = ()
    for number, past in enumerate(origins):
        tick(number / len(origins))
        chance = np.where(special[past + leads], SPECIAL_FACTOR * share, share)
        chosen = leads[(past + leads < origin) & (rng.random(len(leads)) < chance)]
        if len(chosen) == 0:
            continue
        rows = build_rows(evidence, past, chosen, seen_days[number % len(seen_days)])
        names = rows.names
        count = evidence.counts[:, past + chosen]
        usable = np.isfinite(count) & np.isfinite(rows.base) & ~left_out[:, None]
        series, hour = np.nonzero(usable)
        parts.append(
            (rows.values[usable], rows.base[usable], count[usable], series.astype(np.int64), past + chosen[hour])
        )
    if not parts:
        return None
    values, base, count, series, position = (np.concatenate(column) for column in zip(*parts, strict=True))
    return TrainingSet(names, values, base, count, series, position)
