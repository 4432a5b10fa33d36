"""Exchange rates: what the stages of an award weigh against each other while it is only roughly searched.

Weights that keep the stages strictly apart are so large that a search step hardly ever ends. At these rates a step
ends quickly, and a missing half-hour still outweighs any few wishes; the strict order is restored afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median_low

from shiftbid.solver.satisfaction import WELFARE_UNIT, PointScale

_POINTS_PER_HALF_HOUR = 50
_POINTS_PER_DAY_OFF = 40
_POINTS_PER_TEN_MINUTES = 1
_TYPICAL_SATISFACTION = 0.7


@dataclass(frozen=True, slots=True)
class ExchangeRates:
    """Weight of a missing head half-hour, a day off due, a minute short of contract, and a unit of welfare lost."""

    missing: int
    time_off: int
    shortfall: int
    welfare: int


def exchange_rates(scales: Iterable[PointScale | None]) -> ExchangeRates:
    """Give rates that follow what a point is worth to a person of typical satisfaction on the median scale."""
    width = median_low([scale.width for scale in scales if scale is not None] or [WELFARE_UNIT])
    point = max(10, round(WELFARE_UNIT / (_TYPICAL_SATISFACTION * width)))
    return ExchangeRates(
        missing=_POINTS_PER_HALF_HOUR * point,
        time_off=_POINTS_PER_DAY_OFF * point,
        shortfall=_POINTS_PER_TEN_MINUTES * point // 10,
        welfare=1,
    )
