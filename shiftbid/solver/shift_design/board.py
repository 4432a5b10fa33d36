"""What one worker knows: the best design so far, the proven limit, and how long is left."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from shiftbid.solver.shift_design.cover import CoverProblem, Heads, is_allowed, measured


@dataclass(frozen=True, slots=True)
class Finding:
    """News of a worker: a design, a proven limit, or both."""

    heads: Heads | None
    bound: int | None


@dataclass(frozen=True, slots=True)
class Design:
    """Heads on duties, with what they cost by plain arithmetic."""

    heads: Mapping[int, int]
    templates: frozenset[int]
    cost: int


class Board:
    """The best design and the proven limit, kept by plain arithmetic; starts with the design in which nobody comes.

    Parameters
    ----------
    seconds
        Time given, from now on.
    """

    def __init__(self, problem: CoverProblem, seconds: float) -> None:
        self.problem = problem
        self._until = time.monotonic() + seconds
        self.seconds = seconds
        self.best = Design({}, frozenset(), problem.cost_of_nobody)
        self.bound = 0

    @property
    def seconds_left(self) -> float:
        """Time left; never below 0."""
        return max(0.0, self._until - time.monotonic())

    @property
    def proven(self) -> bool:
        """Whether no design is better than the best."""
        return self.bound >= self.best.cost

    @property
    def settled(self) -> bool:
        """Whether to stop: proven, or out of time."""
        return self.proven or self.seconds_left <= 0

    def post(self, finding: Finding) -> bool:
        """Take news; gives whether it was better than what was known. A design that is not allowed is no news."""
        better = False
        if finding.heads is not None:
            measure = measured(self.problem, finding.heads)
            if is_allowed(self.problem, measure) and measure.cost < self.best.cost:
                heads = {number: count for number, count in sorted(finding.heads.items()) if count}
                used = frozenset(self.problem.duties[number].template for number in heads)
                self.best = Design(heads, used, measure.cost)
                better = True
        if finding.bound is not None and finding.bound > self.bound:
            self.bound = finding.bound
            better = True
        return better
