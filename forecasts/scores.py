"""How good a forecast was: errors and coverage by kind of hour.

MAE; WAPE = sum of absolute errors / sum of counts; MASE = MAE / mean absolute change from week to week
before the origin (Hyndman & Koehler 2006, season 168); pinball loss = mean over the quantile levels, as a
share of the mean count; coverage = share of counts between the lowest and the highest quantile.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from forecasts.clock import DAY_HOURS, WEEK_HOURS, Bools, Floats, Ints

if TYPE_CHECKING:
    from forecasts.day_types import DayTypes

Slice: TypeAlias = Literal["first week", "all", "normal", "holiday", "next to holiday", "year end", "event"]
SLICES: tuple[Slice, ...] = ("first week", "all", "normal", "holiday", "next to holiday", "year end", "event")


@dataclass(frozen=True, slots=True)
class Score:
    """Figures of one method on one kind of hour; NaN where there is nothing to judge, or no quantiles."""

    hours: int
    mae: float
    wape: float
    mase: float
    pinball: float
    coverage: float
    bias: float


@dataclass(frozen=True, slots=True)
class Judged:
    """A method's forecasts beside what came; arrays of shape (series, hours), `quantiles` with a third axis of levels.

    `scale` is the mean absolute change from week to week of each series, shape (series,).
    """

    actual: Floats
    mean: Floats
    quantiles: Floats
    scale: Floats


def slices_of(at: Ints, days: DayTypes, in_events: Bools) -> dict[Slice, Bools]:
    """Hours of each kind, shape (series, hours), of the positions `at`; the first week counts from the first."""
    day = at // DAY_HOURS
    shape = in_events.shape
    holiday, near, year_end = (flags[day] for flags in (days.holiday, days.near, days.year_end))
    by_time: dict[Slice, Bools] = {
        "first week": at - at[0] < WEEK_HOURS,
        "all": np.ones(len(at), np.bool_),
        "normal": ~(holiday | near | year_end),
        "holiday": holiday,
        "next to holiday": near,
        "year end": year_end,
    }
    found: dict[Slice, Bools] = {}
    for name, flags in by_time.items():
        found[name] = np.broadcast_to(flags, shape)
    found["normal"] = found["normal"] & ~in_events
    found["event"] = in_events
    return found


def week_to_week_change(counts: Floats, origin: int, weeks: int = 104) -> Floats:
    """Mean absolute change of each hour from one week to the next before `origin`, shape (series,)."""
    recent = counts[:, max(origin - weeks * WEEK_HOURS, 0) : origin]
    change = np.abs(recent[:, WEEK_HOURS:] - recent[:, :-WEEK_HOURS])
    known = np.isfinite(change)
    total, number = np.where(known, change, 0.0).sum(axis=1), known.sum(axis=1)
    return np.where(number > 0, total / np.maximum(number, 1), np.nan)


def score(judged: list[tuple[Judged, Bools]], levels: tuple[float, ...]) -> Score:
    """Score the chosen hours of several origins together (MASE: the mean of each series' and origin's)."""
    error = actual = signed = pinball = 0.0
    hours = covered = spread_hours = 0
    scaled = list[float]()
    for part, chosen in judged:
        known = chosen & np.isfinite(part.actual) & np.isfinite(part.mean)
        miss = np.abs(part.actual - part.mean)
        error += float(miss[known].sum())
        signed += float((part.mean - part.actual)[known].sum())
        actual += float(part.actual[known].sum())
        hours += int(known.sum())
        for i in np.flatnonzero(known.any(axis=1) & (part.scale > 0)):
            scaled.append(float(miss[i, known[i]].mean() / part.scale[i]))
        if part.quantiles.shape[-1] == len(levels) and len(levels) > 0:
            y, spread = part.actual[known], part.quantiles[known]
            loss = [np.maximum(q * (y - spread[:, k]), (q - 1) * (y - spread[:, k])) for k, q in enumerate(levels)]
            pinball += float(np.mean(loss, axis=0).sum())
            covered += int(((y >= spread[:, 0]) & (y <= spread[:, -1])).sum())
            spread_hours += len(y)
    return Score(
        hours=hours,
        mae=_ratio(error, hours),
        wape=_ratio(error, actual),
        mase=_ratio(sum(scaled), len(scaled)),
        pinball=_ratio(pinball, actual) if spread_hours else np.nan,
        coverage=_ratio(covered, spread_hours),
        bias=_ratio(signed, actual),
    )


def _ratio(numerator: float, denominator: float) -> float:
    return numerator / denominator if denominator > 0 else np.nan
