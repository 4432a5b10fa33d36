"""Satisfaction: the points of an award between the least and the best that one person could have, from 0 to 1."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from shiftbid.solver.convex_cost import CostTable

FLOOR = 0.3
"""Satisfaction that everybody who bid is brought to before the welfare of all is looked at."""
LEAST_SATISFACTION = 0.02
"""Below it satisfaction counts no less, so that one lost cause does not outweigh everybody."""
WELFARE_UNIT = 1000
"""A thousandth of a natural logarithm is the unit of welfare."""
FLOOR_UNIT = 1000
"""A thousandth of satisfaction is the unit of what is lacking to the floor."""


class Measure(StrEnum):
    """How the satisfaction of all is put together."""

    NASH = "nash"
    """The weighted geometric mean: who has little gains most (Nash 1950)."""
    SUM = "sum"
    """The weighted arithmetic mean: blind to who has it."""


@dataclass(frozen=True, slots=True)
class Welfare:
    """What an award strives for once demand and contracts are served.

    Attributes
    ----------
    floor
        Satisfaction that everybody who bid is brought to before the welfare of all is looked at.
    """

    floor: float = FLOOR
    measure: Measure = Measure.NASH


USUAL_WELFARE = Welfare()


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


def lost_welfare(scale: PointScale, weight: float, measure: Measure = Measure.NASH) -> CostTable:
    """Cost of points (see `welfare_lost_at`), as a table from the least points to the best."""
    points = range(scale.least_points, scale.best_points + 1)
    return CostTable(scale.least_points, tuple(welfare_lost_at(scale, weight, each, measure) for each in points))


def welfare_lost_at(scale: PointScale, weight: float, points: int, measure: Measure) -> int:
    """Cost of points in thousandths: weight times the negated logarithm of satisfaction, or what it lacks to 1."""
    share = scale.satisfaction(points)
    lost = -math.log(max(LEAST_SATISFACTION, share)) if measure is Measure.NASH else 1.0 - share
    return round(WELFARE_UNIT * weight * lost)


def floor_points(scale: PointScale, floor: float = FLOOR) -> int:
    """Fewest whole points that bring a person to the floor."""
    return scale.least_points + math.ceil(floor * scale.width - 1e-9)


def below_floor(scale: PointScale, floor: float = FLOOR) -> CostTable:
    """Cost of points: what they lack to the floor, in thousandths of satisfaction."""
    each = max(1, round(FLOOR_UNIT / scale.width))
    lacking = floor_points(scale, floor) - scale.least_points
    return CostTable(scale.least_points, tuple(each * step for step in range(lacking, -1, -1)))


def negated_mean(lost: int, bidders_weight: float, measure: Measure = Measure.NASH) -> float:
    """Welfare lost by all bidders together, told as the weighted mean of their satisfaction by the measure, negated."""
    if not bidders_weight:
        return -1.0
    each = lost / (WELFARE_UNIT * bidders_weight)
    return -round(math.exp(-each) if measure is Measure.NASH else 1.0 - each, 6)
