"""The stages of an award, one after the other: search, proven limit, and what each leaves to the next."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from shiftbid.solver.award_bounds import AwardBounds
from shiftbid.solver.award_master import Caps
from shiftbid.solver.award_model import AwardProblem, CoverGroup
from shiftbid.solver.award_relaxation import AwardRelaxation
from shiftbid.solver.award_search import Aim, AwardSearch, Total
from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.personal_rosters import RosterChoice
from shiftbid.solver.progress import ProgressReport, part
from shiftbid.solver.work_limit import WorkLimit

STAGES = (("missing demand", "head half-hours"), ("contract shortfall", "minutes"), ("wishes", "points, negated"))
"""Name and unit of each stage, the most important first."""

_DEMAND_SHARE = 0.45
"""Share of the search's work that missing demand and contract hours may take; what they leave goes to the wishes."""
_TIE_SHARE = 0.1
"""Share of the search's work kept for ties, where tie numbers are given."""


@dataclass(frozen=True, slots=True)
class StageLimit:
    """A proven limit below a stage, given what the stages before it reached, and the seconds the stage took."""

    limit: int
    seconds: float


class StagedAward:
    """A legal award on its way through the stages.

    Parameters
    ----------
    chosen
        Each person's shifts in a first legal award.
    """

    def __init__(
        self,
        problem: AwardProblem,
        groups: Sequence[CoverGroup],
        choices: Sequence[RosterChoice],
        chosen: Sequence[frozenset[str]],
        seed: int,
        limit: WorkLimit,
        progress: ProgressReport,
    ) -> None:
        self._problem = problem
        self._groups = groups
        self._limit = limit
        self._progress = progress
        self._bounds = AwardBounds(groups, choices, CpSatWork(limit.step_work, seed))
        self._search = AwardSearch(problem, groups, chosen, seed, limit.step_work)
        self._relaxation = AwardRelaxation(problem, groups)
        self._spent = 0.0

    @property
    def chosen(self) -> tuple[frozenset[str], ...]:
        """Each person's shifts in the best award so far."""
        return self._search.chosen

    def run(self) -> tuple[StageLimit, ...]:
        """Take the award through all stages; gives the limit proven for each."""
        started = time.perf_counter()
        missing, shortfall = self._settle_demand()
        demand_seconds = time.perf_counter() - started
        started = time.perf_counter()
        wishes = self._settle_wishes()
        self._settle_ties()
        # Demand and contract hours are searched together, so they share the time.
        return (
            StageLimit(missing, demand_seconds / 2),
            StageLimit(shortfall, demand_seconds / 2),
            StageLimit(wishes, time.perf_counter() - started),
        )

    def _settle_demand(self) -> tuple[int, int]:
        shortfall_limit = self._bounds.least_shortfall()
        # One half-hour of demand weighs more than every contract together.
        weight = 1 + sum(max(0, person.contract_minutes) for person in self._problem.people)
        aim = Aim({Total.MISSING: weight, Total.SHORTFALL: 1}, (), shortfall_limit)
        report = part(self._progress, 0.05, 0.45, "missing demand and contract hours")
        work = _DEMAND_SHARE * self._limit.search_work
        improvement = self._search.improve(aim, work, self._limit.steps, report)
        self._spent += improvement.work
        missing, shortfall = self._search.total(Total.MISSING), self._search.total(Total.SHORTFALL)
        if improvement.proven:
            return missing, shortfall
        self._progress(0.45, "the least missing demand")
        return (self._relaxation.least_missing() if missing else 0), shortfall_limit

    def _settle_wishes(self) -> int:
        missing, shortfall = self._search.total(Total.MISSING), self._search.total(Total.SHORTFALL)
        wishes = self._search.total(Total.WISHES)
        self._progress(0.46, "the most points")
        limit, prices = self._relaxation.least_wishes(missing, shortfall)
        self._bounds.learn(self._search.chosen)
        report = part(self._progress, 0.46, 0.6, "the most points")
        caps = Caps(missing, shortfall)
        limit = max(limit, self._bounds.limit_below(caps, wishes, prices, self._limit.rounds, report))
        aim = Aim({Total.WISHES: 1}, (Total.MISSING, Total.SHORTFALL), limit)
        share = 1 - (_TIE_SHARE if self._problem.tie_numbers else 0)
        report = part(self._progress, 0.6, 0.95, "wishes")
        work = share * self._limit.search_work - self._spent
        improvement = self._search.improve(aim, work, self._limit.steps, report)
        return self._search.total(Total.WISHES) if improvement.proven else limit

    def _settle_ties(self) -> None:
        if self._problem.tie_numbers:
            aim = Aim({Total.TIES: 1}, (Total.MISSING, Total.SHORTFALL, Total.WISHES), None)
            report = part(self._progress, 0.95, 1.0, "ties")
            self._search.improve(aim, _TIE_SHARE * self._limit.search_work, self._limit.steps, report)
