"""The award with shifts taken as divisible: prices of seats, what they prove, and who is divided."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from shiftbid.solver.nash_award.clock import Deadline
from shiftbid.solver.nash_award.group_model import GroupModel, Room
from shiftbid.solver.nash_award.linear_answer import LinearAnswer, solve_linear
from shiftbid.solver.nash_award.price_limit import PriceLimit, SeatPrices, price_limit
from shiftbid.solver.nash_award.roster_pricing import RosterPricing
from shiftbid.solver.nash_award.seats import IntArray, SeatAward


def unmet_penalty(award: SeatAward) -> float:
    """Price of a head missing beyond what must be: more than one person's welfare can change by."""
    heaviest = max((person.weight for person in award.people), default=1.0)
    return 2.0 * max(1.0, heaviest) * -math.log(min(0.5, award.least_satisfaction))


@dataclass(frozen=True, slots=True)
class Relaxed:
    """Answer of the relaxation.

    Attributes
    ----------
    limit
        Limit above the welfare, from the prices.
    prices
        What they are.
    best_values
        Each person's best roster at these prices is worth this.
    rosters
        Everybody's roster; legal only for people who are not divided.
    points
        Everybody's points, shares of shifts counted as shares.
    divided
        People whose shifts are taken in shares.
    passed_unmet
        Heads missing beyond the cap.
    """

    limit: PriceLimit
    prices: SeatPrices
    best_values: tuple[float, ...]
    rosters: tuple[IntArray, ...]
    points: tuple[float, ...]
    divided: tuple[int, ...]
    passed_unmet: float


@dataclass(frozen=True, slots=True)
class NoAward:
    """No award keeps the law, not even with shifts taken in shares."""


def relax_welfare(
    award: SeatAward, pricing: RosterPricing, unmet_cap: int, deadline: Deadline
) -> Relaxed | NoAward | None:
    """Find the greatest welfare of divisible shifts while at most so many heads are missing; None: not in time."""
    built = GroupModel(award, range(len(award.people)), _all_room(award), relaxed=True)
    built.strive_for_welfare([float(person.best_points) for person in award.people])
    passed = built.keep_unmet(unmet_cap, unmet_penalty(award))
    answer = solve_linear(built.model, deadline.seconds_left)
    if answer.infeasible:
        return NoAward()
    if answer.values is None or not answer.duals:
        return None
    prices = _prices(award, built, answer, answer.duals[built.unmet_row])
    best = pricing.best(prices.earnings(award), with_welfare=True, alternatives=0)
    found, points = built.rosters(answer.values), built.points(answer.values)
    everybody = range(len(award.people))
    return Relaxed(
        limit=price_limit(award, prices, best),
        prices=prices,
        best_values=tuple(float(value) for value in best.values),
        rosters=tuple(found[number] for number in everybody),
        points=tuple(points[number] for number in everybody),
        divided=tuple(built.divided(answer.values)),
        passed_unmet=answer.values[passed],
    )


def relax_unmet(award: SeatAward, pricing: RosterPricing, deadline: Deadline) -> int | None:
    """Prove a limit below the heads missing in every award; None: not in time."""
    built = GroupModel(award, range(len(award.people)), _all_room(award), relaxed=True)
    built.strive_for_cover()
    answer = solve_linear(built.model, deadline.seconds_left)
    if not answer.duals:
        return None
    prices = _prices(award, built, answer, 1.0)
    best = pricing.best(prices.earnings(award), with_welfare=False, alternatives=0)
    return max(0, math.ceil(-price_limit(award, prices, best).base - 1e-6))


def _all_room(award: SeatAward) -> Room:
    return Room(award.seats, award.skill_seats)


def _prices(award: SeatAward, built: GroupModel, answer: LinearAnswer, unmet: float) -> SeatPrices:
    seats = np.zeros(award.seats.shape)
    skilled = np.zeros(award.skill_seats.shape)
    for place, row in built.seat_rows.items():
        seats[place] = answer.duals[row]
    for place, row in built.skill_rows.items():
        skilled[place] = max(0.0, -answer.duals[row])
    return SeatPrices(seats, skilled, max(0.0, unmet))
