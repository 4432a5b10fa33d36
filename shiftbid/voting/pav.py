"""Proportional approval voting: each voter counts 1 for a first approved winner, 1/2 for a second, 1/3 for a third.

Thiele 1895; the only rule of its family with extended justified representation (Aziz et al., "Justified representation
in approval-based committee voting", 2017).
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from shiftbid.domain.errors import InputError
from shiftbid.voting.contest import Contest, check_number_of_ties
from shiftbid.voting.pav_bound import Branch, PavBound, PavModel, initial_multipliers, pav_model


@dataclass(frozen=True, slots=True)
class PavOptimum:
    """The highest score and every set of candidates that has it."""

    score: Fraction
    sets: frozenset[frozenset[str]]


def harmonic_score(contest: Contest, elected: AbstractSet[str]) -> Fraction:
    """Points of a set of winners: 1 + 1/2 + ... + 1/j for each voter with j approved winners."""
    points = [Fraction(0)]
    for winner in range(1, len(elected) + 1):
        points.append(points[-1] + Fraction(1, winner))
    return sum((group.voters * points[len(group.approved & elected)] for group in contest.groups), Fraction(0))


def pav_optimum(contest: Contest) -> PavOptimum:
    """Elect by proportional approval voting: the best score over all sets that fill the seats, and all sets with it.

    Exact branch and bound in whole numbers (``PavBound``); a branch is closed only when its limit is below the best
    score known, so that every tied set is found.

    Raises InputError where winners are bought from a budget, or more than ``MOST_TIED_SETS`` sets are tied.
    """
    if contest.seats is None:
        raise InputError("election", ["proportional approval voting fills seats; say how many"])
    model = pav_model(contest, contest.seats)
    best, optima = _search(model)
    score = Fraction(best, model.unit)
    return PavOptimum(score, frozenset(frozenset(model.names[i] for i in found) for found in optima))


def _search(model: PavModel) -> tuple[int, list[tuple[int, ...]]]:
    """Highest score in the model's unit, and the sets of candidate indices that reach it."""
    greedy = _greedy(model)
    best = model.score(greedy)
    optima: list[tuple[int, ...]] = []
    everyone = np.arange(len(model.names))
    stack = [Branch((), everyone, initial_multipliers(model, greedy))]
    while stack:
        branch = stack.pop()
        open_seats = model.seats - len(branch.taken)
        if open_seats == 0 or len(branch.undecided) == open_seats:
            leaf = branch.taken if open_seats == 0 else (*branch.taken, *branch.undecided.tolist())
            score = model.score(leaf)
            if score > best:
                best, optima = score, []
            if score == best:
                optima.append(leaf)
                check_number_of_ties(len(optima))
            continue
        bound = PavBound(model, branch)
        best = max(best, bound.tighten(best))
        if bound.limit < best:
            continue
        stack.extend(_children(bound, best))
    return best, optima


def _children(bound: PavBound, best: int) -> list[Branch]:
    """Settle what the bound decides; else branch on its most valued candidate, searching first the sets with it."""
    branch = bound.branch
    forced_in, forced_out = bound.decided(best)
    if forced_in.any() or forced_out.any():
        taken = (*branch.taken, *branch.undecided[forced_in].tolist())
        return [Branch(taken, branch.undecided[~(forced_in | forced_out)], bound.multipliers)]
    chosen = bound.most_valued
    rest: npt.NDArray[np.int64] = branch.undecided[branch.undecided != chosen]
    return [
        Branch(branch.taken, rest, bound.multipliers),
        Branch((*branch.taken, chosen), rest, bound.multipliers),
    ]


def _greedy(model: PavModel) -> tuple[int, ...]:
    """One candidate after another, the one that adds most points."""
    taken: list[int] = []
    for _ in range(model.seats):
        gains = model.gains(taken)
        gains[taken] = -1
        taken.append(int(np.argmax(gains)))
    return tuple(taken)
