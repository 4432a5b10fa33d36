"""Exchange rates: what the stages of an award weigh against each other while it is only roughly searched.

Weights that keep the stages strictly apart are so large that a search step hardly ever ends. At these rates a step
ends quickly, and a missing half-hour still outweighs any few wishes; the strict order is restored afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.solver.award_model import AwardProblem

_MISSING_PER_LARGEST_WISH = 1000
_SHORTFALL_PER_LARGEST_WISH = 2
_PER_POINT = 60


@dataclass(frozen=True, slots=True)
class ExchangeRates:
    """Weight of a missing head half-hour, of a minute short of contract, and of a negated point."""

    missing: int
    shortfall: int
    wishes: int


def exchange_rates(problem: AwardProblem) -> ExchangeRates:
    """Give rates that follow the size of the largest wish: missing one half-hour is worth some 17 of those."""
    worths = (
        worth for person in problem.people for worth in (*person.points.values(), *person.day_off_points.values())
    )
    largest = max(map(abs, worths), default=0)
    scale = max(1, largest)
    return ExchangeRates(_MISSING_PER_LARGEST_WISH * scale, _SHORTFALL_PER_LARGEST_WISH * scale, _PER_POINT)
