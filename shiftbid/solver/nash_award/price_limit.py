"""Limits on what any award can reach, from prices of seats: valid whatever the prices are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from shiftbid.solver.nash_award.roster_pricing import PricedRosters
from shiftbid.solver.nash_award.seats import FloatArray, SeatAward


@dataclass(frozen=True, slots=True)
class SeatPrices:
    """Prices of seats.

    Attributes
    ----------
    seats
        Shape (days, templates): what a head on a seat pays; below 0 where it is paid.
    skill_seats
        Shape (skills, days, templates), at least 0: what a skilled head is paid.
    unmet
        Price of a head missing, at least 0.
    """

    seats: FloatArray
    skill_seats: FloatArray
    unmet: float

    def earnings(self, award: SeatAward) -> FloatArray:
        """What each person earns on each seat; shape (people, days, templates)."""
        earned = np.repeat(-self.seats[None], len(award.people), axis=0)
        for number, person in enumerate(award.people):
            for skill in person.skills:
                earned[number] += self.skill_seats[skill]
        return earned


@dataclass(frozen=True, slots=True)
class PriceLimit:
    """Limit above what every award that leaves so many heads missing can reach: ``base + unmet_price * unmet``."""

    base: float
    unmet_price: float

    def at(self, unmet: int) -> float:
        """Limit for awards that leave at most so many heads missing."""
        return self.base + self.unmet_price * unmet


def price_limit(award: SeatAward, prices: SeatPrices, best: PricedRosters) -> PriceLimit:
    """Limit at prices, from everybody's best rosters at these prices.

    Lagrangian relaxation of the seats: each person takes the best roster for themselves; what they pay is returned, and
    each seat is left as empty as pays most. Priced with welfare, the limit is on the welfare. Priced without welfare
    and at 1 a missing head, ``-base`` is a limit below the unmet demand of every award.
    """
    missing = np.maximum(0.0, -prices.seats - prices.unmet) * award.seats
    skilled = np.maximum(0.0, prices.skill_seats - prices.unmet) * award.skill_seats
    paid = (prices.seats * award.seats).sum() - (prices.skill_seats * award.skill_seats).sum()
    return PriceLimit(float(best.values.sum() + paid + missing.sum() + skilled.sum()), prices.unmet)
