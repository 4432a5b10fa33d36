"""Seats awarded: law always, then the fewest heads missing, then the greatest credit-weighted Nash welfare.

The welfare is the sum over the people who bid of weight times the logarithm of satisfaction, the points won as a share
of the best points alone (Nash 1950; Caragiannis et al., "The unreasonable fairness of maximum Nash welfare", 2019).
Method and measured gaps: ``docs/seat-award.md``.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from shiftbid.domain.errors import BugError
from shiftbid.domain.outcome import SolveStatus
from shiftbid.solver.nash_award.clock import Deadline
from shiftbid.solver.nash_award.price_limit import PriceLimit
from shiftbid.solver.nash_award.processes import Searches
from shiftbid.solver.nash_award.relaxation import NoAward
from shiftbid.solver.nash_award.search import Found, UnmetLimit, by_exchanges, by_relaxation
from shiftbid.solver.nash_award.seats import IntArray, SeatAward, law_broken, total_welfare, unmet

_HEARING_SECONDS, _HEARING_SHARE = 0.4, 0.03

AwardProgress = Callable[[int | None, float, float], None]
"""Hears heads missing (None: no award yet), welfare and its limit as they change; may raise to cancel."""


@dataclass(frozen=True, slots=True)
class AwardEffort:
    """How an award is sought.

    Attributes
    ----------
    seconds
        On the clock; the search ends earlier where the gap is reached.
    workers
        Processor cores: with one, only the search through the relaxation runs.
    gap
        Relative gap of the welfare at which the search ends.
    seed
        Decides in which order people and groups are tried.
    """

    seconds: float
    workers: int = 1
    gap: float = 1e-3
    seed: int = 1


@dataclass(frozen=True, slots=True)
class SeatsAwarded:
    """Outcome of an award.

    Attributes
    ----------
    status
        Optimal: unmet demand is proven least, and the welfare is within the effort's gap. Feasible: an award was found.
        Infeasible: no award keeps the law. Unknown: the time did not suffice.
    rosters
        Each person's templates by day; empty where no award was found.
    unmet, unmet_bound
        Heads missing, and the proven limit below them.
    welfare, welfare_bound
        Welfare, and the proven limit above that of every award that leaves no more missing.
    """

    status: SolveStatus
    rosters: tuple[IntArray, ...]
    unmet: int
    unmet_bound: int
    welfare: float
    welfare_bound: float
    seconds: float

    @property
    def gap(self) -> float:
        """How far the welfare can be from the greatest, as a share of it."""
        return relative_gap(self.welfare, self.welfare_bound)


def relative_gap(welfare: float, bound: float) -> float:
    """Gap between a welfare and a limit above it, as a share of the welfare; 0 where there is none."""
    difference = max(0.0, bound - welfare)
    return 0.0 if difference == 0.0 else difference / max(abs(welfare), 1e-9)


def award_seats(award: SeatAward, effort: AwardEffort, progress: AwardProgress) -> SeatsAwarded:
    """Award the seats; whatever is found counts only after it was counted again by plain arithmetic."""
    began = time.monotonic()
    deadline = Deadline(time.time() + effort.seconds)
    standing = _Standing(award)
    # Searches end a little before, so that what they hold at their end is still heard.
    theirs = Deadline(deadline.ends_at - max(_HEARING_SECONDS, _HEARING_SHARE * effort.seconds))
    with Searches([by_relaxation, by_exchanges][: effort.workers], award, effort.seed, theirs) as searches:
        for report in searches.reports(deadline):
            standing.hear(report)
            progress(standing.unmet, standing.welfare, standing.welfare_bound)
            if standing.settled(effort.gap):
                break
    return standing.outcome(effort.gap, time.monotonic() - began)


class _Standing:
    """What is known so far: the best award and the limits."""

    def __init__(self, award: SeatAward) -> None:
        self._award = award
        self._rosters: tuple[IntArray, ...] = ()
        self._limits: list[PriceLimit] = []
        self._impossible = False
        self._unmet_bound = 0
        self.unmet: int | None = None
        self.welfare = -math.inf

    @property
    def welfare_bound(self) -> float:
        """Lowest limit for awards that leave no more missing than the best one; that of full satisfaction at most."""
        limits = [limit.at(self.unmet or 0) for limit in self._limits]
        return max(self.welfare, min(limits, default=math.inf))

    def hear(self, report: object) -> None:
        """Take a report in."""
        match report:
            case Found(rosters):
                broken = law_broken(self._award, rosters)
                if broken:
                    raise BugError(f"a search found an award against the law: {'; '.join(broken[:3])}")
                worth = unmet(self._award, rosters), -total_welfare(self._award, rosters)
                if self.unmet is None or worth < (self.unmet, -self.welfare):
                    self._rosters, self.unmet, self.welfare = rosters, worth[0], -worth[1]
            case UnmetLimit(heads):
                self._unmet_bound = max(self._unmet_bound, heads)
            case PriceLimit():
                self._limits.append(report)
            case NoAward():
                self._impossible = True
            case _:
                raise BugError(f"a search reported {report!r}")

    def settled(self, gap: float) -> bool:
        """Whether nothing is left to be sought."""
        if self._impossible:
            return True
        return self.unmet == self._unmet_bound and relative_gap(self.welfare, self.welfare_bound) <= gap

    def outcome(self, gap: float, seconds: float) -> SeatsAwarded:
        """Give what is known as the outcome."""
        if self.unmet is None:
            status = SolveStatus.INFEASIBLE if self._impossible else SolveStatus.UNKNOWN
            return SeatsAwarded(status, (), 0, self._unmet_bound, self.welfare, self.welfare_bound, seconds)
        status = SolveStatus.OPTIMAL if self.settled(gap) else SolveStatus.FEASIBLE
        return SeatsAwarded(
            status, self._rosters, self.unmet, self._unmet_bound, self.welfare, self.welfare_bound, seconds
        )
