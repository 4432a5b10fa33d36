"""Limits above what proportional approval voting can still score, by pricing satisfaction voter by voter.

Let voter i gain G(s + j) - G(s) points from j further approved winners. Price one approved winner at m_i for that
voter. Then no choice of r further winners scores more than

    sum over i of max over j of (G(s_i + j) - G(s_i) - m_i j)
    + the r largest among the candidates' sums of m_i over their supporters

because its points are the points less what it would pay, plus what it would pay. Every choice of prices gives a valid
limit (Lagrangian relaxation); the lowest one equals the bound of the linear relaxation. Prices are moved by subgradient
steps and held as whole numbers, so the limit is exact whatever the steps were.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import lcm
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from shiftbid.voting.contest import Contest

# Whole numbers of 64 bits, or Python's own where those could overflow.
Whole: TypeAlias = npt.NDArray[Any]
Indices: TypeAlias = npt.NDArray[np.int64]

_FINEST_UNIT = 1_000_000
_ROOT_STEPS = 200
_BRANCH_STEPS = 12
_SMALLEST_STEP = 0.02


@dataclass(frozen=True, slots=True)
class PavModel:
    """A contest as arrays.

    Attributes
    ----------
    unit
        Points are whole numbers of 1 / unit.
    coarse
        Every score is a multiple of this many units.
    approves
        Shape (candidates, groups), 1 where the group approves.
    voters
        Voters of each group.
    points
        Points of 0, 1, ... approved winners, up to the number of seats.
    """

    names: tuple[str, ...]
    seats: int
    unit: int
    coarse: int
    approves: Whole
    voters: Whole
    points: Whole

    def satisfaction(self, taken: Sequence[int]) -> Indices:
        """Approved winners of each group."""
        return self.approves[list(taken)].sum(axis=0).astype(np.int64)

    def score(self, taken: Sequence[int]) -> int:
        """Points of winners, in units."""
        return int((self.points[self.satisfaction(taken)] * self.voters).sum())

    def gains(self, taken: Sequence[int]) -> Whole:
        """Points that each candidate would add to winners that leave a seat open, in units."""
        satisfied = self.satisfaction(taken)
        return self.approves @ ((self.points[satisfied + 1] - self.points[satisfied]) * self.voters)


def pav_model(contest: Contest, seats: int) -> PavModel:
    """Bring a contest into arrays."""
    coarse = lcm(*range(1, seats + 1))
    finer = max(1, _FINEST_UNIT // coarse)
    unit = coarse * finer
    highest = 4 * unit * seats * contest.voters
    kind = np.int64 if highest < np.iinfo(np.int64).max else np.object_
    names = tuple(contest.prices)
    points = [0]
    for winner in range(1, seats + 1):
        points.append(points[-1] + unit // winner)
    approves = [[int(name in group.approved) for group in contest.groups] for name in names]
    return PavModel(
        names=names,
        seats=seats,
        unit=unit,
        coarse=finer,
        approves=np.array(approves, dtype=kind),
        voters=np.array([group.voters for group in contest.groups], dtype=kind),
        points=np.array(points, dtype=kind),
    )


@dataclass(frozen=True, slots=True)
class Branch:
    """Candidates taken, candidates undecided (all others are out), and the prices to start from."""

    taken: tuple[int, ...]
    undecided: Indices
    multipliers: Whole


def initial_multipliers(model: PavModel, winners: Sequence[int]) -> Whole:
    """Price for each group what its last approved winner gave it; the first one's points where it has none."""
    satisfied = np.maximum(model.satisfaction(winners), 1)
    return model.points[satisfied] - model.points[satisfied - 1]


class PavBound:
    """The limit of a branch, lowered step by step; ``multipliers`` are the prices that gave it."""

    def __init__(self, model: PavModel, branch: Branch) -> None:
        self.branch = branch
        self._model = model
        self._open_seats = model.seats - len(branch.taken)
        satisfied = model.satisfaction(branch.taken)
        self._score = int((model.points[satisfied] * model.voters).sum())
        self._approves: Whole = model.approves[branch.undecided]
        further = np.arange(self._open_seats + 1)
        reachable = further[None, :] <= self._approves.sum(axis=0)[:, None].astype(np.int64)
        reached = np.where(reachable, further[None, :], 0)
        # Unreachable counts stand as "none further", which never beats the true choices.
        self._further = reached.astype(model.points.dtype)
        self._gains: Whole = model.points[satisfied[:, None] + reached] - model.points[satisfied][:, None]
        self.multipliers = branch.multipliers
        self._exact, self._values, self._slope = self._evaluate(branch.multipliers)

    @property
    def limit(self) -> int:
        """No completion of the branch scores more, in units."""
        return self._exact // self._model.coarse * self._model.coarse

    @property
    def most_valued(self) -> int:
        """Undecided candidate that supporters pay most for."""
        return int(self.branch.undecided[np.argmax(self._values)])

    def tighten(self, best: int) -> int:
        """Lower the limit until it is below ``best`` or steps no longer help; the best score met on the way."""
        at_root = len(self._values) == len(self._model.names)
        multipliers, slope, length = self.multipliers, self._slope, 1.0
        best = max(best, self._completed_score())
        for _ in range(_ROOT_STEPS if at_root else _BRANCH_STEPS):
            squares = float((slope.astype(np.float64) ** 2 * self._model.voters.astype(np.float64)).sum())
            if self.limit < best or squares == 0.0 or length < _SMALLEST_STEP:
                break
            move = length * max(float(self._exact - best), float(self._model.coarse)) / squares
            moved = np.rint(multipliers.astype(np.float64) - move * slope.astype(np.float64))
            multipliers = np.array([max(int(each), 0) for each in moved], dtype=multipliers.dtype)
            exact, values, slope = self._evaluate(multipliers)
            if exact < self._exact:
                self._exact, self._values, self.multipliers = exact, values, multipliers
                best = max(best, self._completed_score())
            else:
                length *= 0.6
        return best

    def _completed_score(self) -> int:
        """Score of the branch completed by the most valued candidates, in units."""
        top = _largest(self._values, self._open_seats)
        return self._model.score((*self.branch.taken, *self.branch.undecided[top].tolist()))

    def _evaluate(self, multipliers: Whole) -> tuple[int, Whole, Whole]:
        """Limit, value of each undecided candidate, and by how much voters are offered more than they would buy."""
        worth = self._gains - multipliers[:, None] * self._further
        bought = np.argmax(worth, axis=1)
        rows = np.arange(len(bought))
        values = self._approves @ (multipliers * self._model.voters)
        top = _largest(values, self._open_seats)
        limit = self._score + int((worth[rows, bought] * self._model.voters).sum()) + int(values[top].sum())
        return limit, values, self._approves[top].sum(axis=0) - self._further[rows, bought]

    def decided(self, best: int) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
        """Undecided candidates in every set, and in no set, that reaches ``best``, as masks."""
        order = _largest(self._values, len(self._values))
        last_in, first_out = self._values[order[self._open_seats - 1]], self._values[order[self._open_seats]]
        inside = np.zeros(len(order), dtype=np.bool_)
        inside[order[: self._open_seats]] = True
        slack = self._exact - best
        needed = inside & (self._values - first_out > slack)
        hopeless = ~inside & (last_in - self._values > slack)
        return needed, hopeless


def _largest(values: Whole, count: int) -> Indices:
    return np.argsort(-values, kind="stable")[:count]
