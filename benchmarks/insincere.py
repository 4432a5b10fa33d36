"""Twenty ways of bidding other than one wishes, and what they bring the people who do so.

A tenth of the staff bids by the same strategy, everybody else as they wish; points won are counted by the liars' true
wishes. The same people lie in every trial, so that gains compare with what they win when they bid as they wish.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from shiftbid.solver.nash_award.seats import BoolArray, IntArray, SeatAward, most_points, points_won

_LIARS_SHARE = 10
"""One person in so many lies."""
_FEW, _HALF = 4, 2


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a person knows before bidding.

    Attributes
    ----------
    points
        Their true wishes; shape (days, templates).
    rivals
        How many others bid on each seat; same shape.
    heads
        Heads needed on each seat; same shape.
    saturday
        Shape (days,).
    """

    points: IntArray
    rivals: IntArray
    heads: IntArray
    saturday: BoolArray

    @property
    def wished(self) -> BoolArray:
        """Seats truly wished for."""
        return self.points > 0

    @property
    def contested(self) -> BoolArray:
        """Seats on which others bid for every head there is."""
        return self.rivals >= self.heads

    @property
    def top(self) -> int:
        """Most points of any wish."""
        return int(self.points.max(initial=0))


Strategy = Callable[[Outlook], IntArray]
"""What is bid instead of the true wishes."""


def liars_of(award: SeatAward, seed: int) -> tuple[int, ...]:
    """Draw who lies: a tenth of those who bid, one at least."""
    bidders = [number for number, person in enumerate(award.people) if person.best_points]
    chance = np.random.default_rng(seed)
    count = max(1, len(bidders) // _LIARS_SHARE)
    return tuple(sorted(map(int, chance.choice(bidders, size=count, replace=False))))


def with_lies(award: SeatAward, liars: Sequence[int], strategy: Strategy) -> SeatAward:
    """The award as it is bid: liars by the strategy, their best points counted anew; a lie of no bids is not told."""
    bids = sum(((person.points > 0).astype(np.int64) for person in award.people), np.zeros_like(award.seats))
    people = list(award.people)
    for number in liars:
        person = award.people[number]
        told = strategy(Outlook(person.points, bids - (person.points > 0), award.seats, award.saturday))
        lied = replace(person, points=told)
        best = most_points(award, lied)
        if best:
            people[number] = replace(lied, best_points=best)
    return replace(award, people=tuple(people))


def gains_of(
    award: SeatAward, liars: Sequence[int], honest: Sequence[IntArray], lied: Sequence[IntArray]
) -> Sequence[float]:
    """Each liar's true satisfaction with the lies less that without."""
    return [
        (points_won(award.people[number], lied[number]) - points_won(award.people[number], honest[number]))
        / award.people[number].best_points
        for number in liars
    ]


def _kept(outlook: Outlook, keep: BoolArray) -> IntArray:
    return np.where(keep, outlook.points, 0)


def _best(outlook: Outlook, count: int) -> BoolArray:
    """Mark the best wishes, so many of them; the earlier ones among equals."""
    order = np.argsort(-outlook.points, axis=None, kind="stable")[:count]
    marked = np.zeros(outlook.points.size, dtype=np.bool_)
    marked[order] = True
    return marked.reshape(outlook.points.shape) & outlook.wished


def _share(outlook: Outlook, parts: int) -> BoolArray:
    return _best(outlook, -(-int(outlook.wished.sum()) // parts))


def _raised(outlook: Outlook, where: BoolArray) -> IntArray:
    """Wishes among these seats count as much as the best wish; the rest one point each."""
    return np.where(outlook.wished, np.where(where, outlook.top, 1), 0)


def _first_of_day(outlook: Outlook) -> BoolArray:
    best = outlook.points.argmax(axis=1)
    return outlook.wished & (np.arange(outlook.points.shape[1])[None, :] == best[:, None])


def _favourite(outlook: Outlook) -> BoolArray:
    best = int(outlook.points.sum(axis=0).argmax())
    return outlook.wished & (np.arange(outlook.points.shape[1])[None, :] == best)


def _early_days(outlook: Outlook) -> BoolArray:
    days = outlook.points.shape[0]
    return outlook.wished & (np.arange(days)[:, None] < days // _HALF)


STRATEGIES: Mapping[str, Strategy] = {
    "one wish alone": lambda seen: _kept(seen, _best(seen, 1)),
    "truncate to the best quarter": lambda seen: _kept(seen, _share(seen, _FEW)),
    "truncate to the best half": lambda seen: _kept(seen, _share(seen, _HALF)),
    "likes left out": lambda seen: _kept(seen, seen.points == seen.top),
    "exaggerate one": lambda seen: np.where(_best(seen, 1), _FEW * seen.top, seen.points),
    "exaggerate the best quarter": lambda seen: _raised(seen, _share(seen, _FEW)),
    "exaggerate all": lambda seen: _raised(seen, seen.wished),
    "flatten": lambda seen: np.where(seen.wished, 1, 0),
    "square": lambda seen: seen.points**2,
    "turn upside down": lambda seen: np.where(seen.wished, seen.top + 1 - seen.points, 0),
    "hide second choices of a day": lambda seen: _kept(seen, _first_of_day(seen)),
    "one template alone": lambda seen: _kept(seen, _favourite(seen)),
    "claim competition": lambda seen: _raised(seen, seen.contested),
    "leave competition out": lambda seen: _kept(seen, ~seen.contested),
    "leave out what nobody else wants": lambda seen: _kept(seen, seen.rivals > 0),
    "raise what nobody else wants": lambda seen: _raised(seen, ~seen.contested),
    "a point on everything": lambda seen: np.where(seen.heads > 0, np.maximum(seen.points, 1), 0),
    "decoys that cannot be won": lambda seen: np.where(
        seen.contested & ~seen.wished & (seen.rivals > _HALF * seen.heads), seen.top, seen.points
    ),
    "no Saturdays": lambda seen: np.where(seen.saturday[:, None], 0, seen.points),
    "the first half of the period": lambda seen: _kept(seen, _early_days(seen)),
}
"""Strategies by name."""
