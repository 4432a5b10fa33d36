"""Satisfaction: the points of an award between the least and the best that one person could have, from 0 to 1."""

from __future__ import annotations

import math
from dataclasses import dataclass

from shiftbid.solver.convex_cost import CostTable

FLOOR = 0.3
"""Satisfaction that everybody who bid is brought to before the welfare of all is looked at."""
LEAST_SATISFACTION = 0.02
"""Below it satisfaction counts no less, so that one lost cause does not outweigh everybody."""
WELFARE_UNIT = 1000
"""A thousandth of a natural logarithm is the unit of welfare."""
FLOOR_UNIT = 1000
"""A thousandth of satisfaction is the unit of what is lacking to the floor."""


@dataclass(frozen=True, slots=True)
class PointScale:
    """The ends of one person's satisfaction.

    Attributes
    ----------
    least_points
        No legal roster of the person has fewer.
    best_points
        Most points of a legal roster that serves the contract as well as the person's can; more than the least.
    """

    least_points: int
    best_points: int

    @property
    def width(self) -> int:
        """Points between the ends."""
        return self.best_points - self.least_points

    def satisfaction(self, points: int) -> float:
        """Satisfaction by an award of so many points."""
        return min(1.0, max(0.0, (points - self.least_points) / self.width))


def lost_welfare(scale: PointScale, weight: float) -> CostTable:
    """Cost of points: weight times the negated logarithm of satisfaction, in thousandths (Nash 1950)."""
    return CostTable(
        scale.least_points,
        tuple(
            round(-WELFARE_UNIT * weight * math.log(max(LEAST_SATISFACTION, won / scale.width)))
            for won in range(scale.width + 1)
        ),
    )


def floor_points(scale: PointScale) -> int:
    """Fewest whole points that bring a person to the floor."""
    return scale.least_points + math.ceil(FLOOR * scale.width - 1e-9)


def below_floor(scale: PointScale) -> CostTable:
    """Cost of points: what they lack to the floor, in thousandths of satisfaction."""
    each = max(1, round(FLOOR_UNIT / scale.width))
    lacking = floor_points(scale) - scale.least_points
    return CostTable(scale.least_points, tuple(each * step for step in range(lacking, -1, -1)))


def negated_mean(lost: int, bidders_weight: float) -> float:
    """Welfare lost by all bidders together, told as the weighted geometric mean of their satisfaction, negated."""
    return -round(math.exp(-lost / (WELFARE_UNIT * bidders_weight)), 6) if bidders_weight else -1.0
