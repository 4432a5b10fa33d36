"""Two ways to an award: through the relaxation, and by exchanges from any award. Both report as they go."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from shiftbid.solver.nash_award.clock import Deadline
from shiftbid.solver.nash_award.group_model import GroupModel, Room, room_left
from shiftbid.solver.nash_award.linear_answer import solve_linear
from shiftbid.solver.nash_award.plain_awards import greatest_sum
from shiftbid.solver.nash_award.price_limit import PriceLimit
from shiftbid.solver.nash_award.relaxation import NoAward, Relaxed, relax_unmet, relax_welfare, unmet_penalty
from shiftbid.solver.nash_award.roster_pricing import RosterPricing
from shiftbid.solver.nash_award.seats import FloatArray, IntArray, SeatAward, points_won, total_welfare, unmet, welfare

_GROUP_GAP = 2e-4
# Share of the time left that the people whom the relaxation divides may take, all at once.
_DIVIDED_SHARE = 0.7
_ROUNDING = 1e-6
_FIRST_GROUP, _SMALLEST_GROUP = 16, 4
_EXCHANGE_SECONDS = 6.0


@dataclass(frozen=True, slots=True)
class Found:
    """Rosters of everybody."""

    rosters: tuple[IntArray, ...]


@dataclass(frozen=True, slots=True)
class UnmetLimit:
    """No award leaves fewer heads missing."""

    heads: int


Report = Found | UnmetLimit | PriceLimit | NoAward


def by_relaxation(award: SeatAward, seed: int, deadline: Deadline) -> Iterator[Report]:
    """Relax, keep whoever ends up undivided, solve the others in whole shifts; then improve by exchanges."""
    pricing = RosterPricing(award)
    relaxed = relax_welfare(award, pricing, 0, deadline)
    if not isinstance(relaxed, Relaxed):
        if relaxed is not None:
            yield relaxed
        return
    yield relaxed.limit
    least = 0
    if relaxed.passed_unmet > _ROUNDING:
        least = relax_unmet(award, pricing, deadline) or 0
        yield UnmetLimit(least)
        if abs(relaxed.passed_unmet - least) > _ROUNDING:
            relaxed = _again(award, pricing, least, relaxed, deadline)
            yield relaxed.limit
    rosters = _solve_divided(award, relaxed, least, deadline)
    if rosters is None or unmet(award, rosters) > least:
        proven, rosters = _least_unmet(award, rosters, deadline)
        yield UnmetLimit(proven)
        if proven > least:
            least = proven
            relaxed = _again(award, pricing, least, relaxed, deadline)
            yield relaxed.limit
    if rosters is None:
        return
    yield Found(tuple(rosters))
    yield from _exchanges(award, rosters, least, relaxed, seed, deadline)


def _solve_divided(award: SeatAward, relaxed: Relaxed, least: int, deadline: Deadline) -> list[IntArray] | None:
    """Solve those whom the relaxation divides in whole shifts, the others as it has them."""
    if not relaxed.divided:
        return list(relaxed.rosters)
    seconds = _DIVIDED_SHARE * deadline.seconds_left
    return _solve_group(award, relaxed.rosters, relaxed.divided, relaxed.points, least, seconds).rosters


def _again(award: SeatAward, pricing: RosterPricing, least: int, before: Relaxed, deadline: Deadline) -> Relaxed:
    """Relax at another cap on the heads missing; what was known before, where the time does not suffice."""
    relaxed = relax_welfare(award, pricing, least, deadline)
    return relaxed if isinstance(relaxed, Relaxed) else before


def by_exchanges(award: SeatAward, seed: int, deadline: Deadline) -> Iterator[Report]:
    """Find the award with the greatest sum of satisfactions, and improve its welfare by exchanges."""
    rosters = greatest_sum(award, deadline.seconds_left / 2)
    if rosters is not None:
        yield Found(tuple(rosters))
        yield from _exchanges(award, rosters, 0, None, seed, deadline)


def _least_unmet(
    award: SeatAward, start: Sequence[IntArray] | None, deadline: Deadline
) -> tuple[int, list[IntArray] | None]:
    """Find the fewest heads missing in whole shifts; gives the proven limit below, and rosters."""
    everybody = range(len(award.people))
    built = GroupModel(award, everybody, Room(award.seats, award.skill_seats), relaxed=False)
    built.strive_for_cover()
    answer = solve_linear(built.model, deadline.seconds_left / 2, start=None if start is None else built.start(start))
    proven = max(0, math.ceil(-answer.bound - _ROUNDING)) if math.isfinite(answer.bound) else 0
    if answer.values is None:
        return proven, None if start is None else list(start)
    found = built.rosters(answer.values)
    return proven, [found[number] for number in everybody]


def _exchanges(
    award: SeatAward,
    rosters: Sequence[IntArray],
    least: int,
    relaxed: Relaxed | None,
    seed: int,
    deadline: Deadline,
) -> Iterator[Report]:
    """Free some people, solve their rosters in whole shifts, keep what is better; again with others.

    Groups grow while they are solved quickly. Once everybody is in the group and it is solved, nothing is left to find.
    """
    random = np.random.default_rng(seed)
    current = list(rosters)
    size = min(_FIRST_GROUP, len(award.people))
    while deadline.seconds_left > 0:
        weights = _regrets(award, current, relaxed)
        group = sorted(map(int, random.choice(len(current), size=size, replace=False, p=weights / weights.sum())))
        seconds = min(deadline.seconds_left, _EXCHANGE_SECONDS)
        before = deadline.seconds_left
        points = [float(points_won(person, roster)) for person, roster in zip(award.people, current, strict=True)]
        solved = _solve_group(award, current, group, points, least, seconds)
        better = solved.rosters is not None and _worth(award, solved.rosters) > _worth(award, current)
        if solved.rosters is not None and better:
            current = solved.rosters
            yield Found(tuple(current))
        if size == len(current):
            yield solved.limit
            # Better rosters may have moved points to where the chords were not exact: then once more.
            if solved.proven and not better:
                return
        used = before - deadline.seconds_left
        size = min(len(current), size + 2) if used < seconds / 3 else max(_SMALLEST_GROUP, size - size // 4)


def _regrets(award: SeatAward, rosters: Sequence[IntArray], relaxed: Relaxed | None) -> FloatArray:
    """How much better each person could do at the prices, or else than now; never 0, so that everybody's turn comes."""
    regrets: list[float] = []
    for number, (person, roster) in enumerate(zip(award.people, rosters, strict=True)):
        now = welfare(award, person, points_won(person, roster))
        if relaxed is None:
            regrets.append(-now)
            continue
        worked = np.flatnonzero(roster >= 0)
        paid = relaxed.prices.seats[worked, roster[worked]].sum()
        paid -= sum(relaxed.prices.skill_seats[skill, worked, roster[worked]].sum() for skill in person.skills)
        regrets.append(relaxed.best_values[number] - now + paid)
    values = np.maximum(np.array(regrets), 0.0)
    return values + 0.2 * values.mean() + 1e-6


@dataclass(frozen=True, slots=True)
class _Solved:
    """A group solved: everybody's rosters (None: none found), whether proven best, and the limit on the welfare."""

    rosters: list[IntArray] | None
    proven: bool
    limit: PriceLimit


def _solve_group(
    award: SeatAward,
    rosters: Sequence[IntArray],
    group: Sequence[int],
    near_points: Sequence[float],
    least: int,
    seconds: float,
) -> _Solved:
    """Solve a group's rosters in whole shifts, everybody else's held; exact near everybody's points as given."""
    built = GroupModel(award, group, room_left(award, rosters, group), relaxed=False)
    built.strive_for_welfare(near_points)
    penalty = unmet_penalty(award)
    built.keep_unmet(least, penalty)
    answer = solve_linear(built.model, seconds, _GROUP_GAP, built.start(rosters))
    # The model takes the penalty only for heads missing beyond the least.
    limit = PriceLimit(answer.bound - penalty * least, penalty)
    if answer.values is None:
        return _Solved(None, answer.proven, limit)
    solved = built.rosters(answer.values)
    return _Solved([solved.get(number, roster) for number, roster in enumerate(rosters)], answer.proven, limit)


def _worth(award: SeatAward, rosters: Sequence[IntArray]) -> tuple[int, float]:
    return -unmet(award, rosters), total_welfare(award, rosters)
