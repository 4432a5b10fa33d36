"""The stages of an award, one after the other: search, proven limit, and what each leaves to the next."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from shiftbid.solver.award_bounds import AwardBounds
from shiftbid.solver.award_master import Caps, Prices
from shiftbid.solver.award_model import AwardProblem, CoverGroup
from shiftbid.solver.award_relaxation import AwardRelaxation
from shiftbid.solver.award_search import Aim, AwardSearch, Improvement, Total
from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.exchange_rates import exchange_rates
from shiftbid.solver.personal_rosters import RosterChoice
from shiftbid.solver.progress import ProgressReport, part
from shiftbid.solver.work_limit import WorkLimit

STAGES = (("missing demand", "head half-hours"), ("contract shortfall", "minutes"), ("wishes", "points, negated"))
"""Name and unit of each stage, the most important first."""

_WHOLE_SHARE = 0.15
"""Share of the search's work for opening the whole of a small award in strict order."""
_ROUGH_SHARE = 0.55
"""Share for all stages at once, at exchange rates."""
_STRICT_SHARE = 0.15
"""Share for the first two stages in strict order; what is left over goes to the wishes."""
_TIE_SHARE = 0.08
"""Share kept for ties, where tie numbers are given."""


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
        relaxation: AwardRelaxation,
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
        self._relaxation = relaxation
        self._spent = 0.0

    @property
    def chosen(self) -> tuple[frozenset[str], ...]:
        """Each person's shifts in the best award so far."""
        return self._search.chosen

    def run(self) -> tuple[StageLimit, ...]:
        """Take the award through all stages; gives the limit proven for each.

        An award that one step can open is solved in strict order at once. Where that is not proven, or the award is
        larger, it is searched at exchange rates first, in strict order afterwards.
        """
        started = time.perf_counter()
        shortfall_limit = self._bounds.least_shortfall()
        if self._search.small and self._improve(self._strict(), _WHOLE_SHARE, 0.05, 0.1).proven:
            limits = self._search.values
        else:
            self._improve(self._rough(), _ROUGH_SHARE, 0.1, 0.4)
            missing_limit = self._least_missing()
            goals = {Total.MISSING: missing_limit, Total.SHORTFALL: shortfall_limit}
            self._improve(replace(self._strict(), goals=goals), _STRICT_SHARE, 0.5, 0.6)
            limits = (missing_limit, shortfall_limit, self._settle_wishes())
        self._settle_ties()
        # The stages are searched together, so they share the time.
        seconds = (time.perf_counter() - started) / len(STAGES)
        return tuple(StageLimit(limit, seconds) for limit in limits)

    def _rough(self) -> Aim:
        rates = exchange_rates(self._problem)
        weights = {
            Total.MISSING: rates.missing,
            Total.SHORTFALL: rates.shortfall,
            Total.WISHES: rates.wishes,
        }
        return Aim(weights, kept=(), goals={})

    def _strict(self) -> Aim:
        """Weigh each stage so that no gain in those after it makes up for a unit of it."""
        shortfall = 1 + self._search.widest(Total.WISHES)
        missing = 1 + shortfall * (1 + self._search.widest(Total.SHORTFALL))
        return Aim({Total.MISSING: missing, Total.SHORTFALL: shortfall, Total.WISHES: 1}, kept=(), goals={})

    def _least_missing(self) -> int:
        missing = self._search.total(Total.MISSING)
        if missing == 0:
            return 0
        limit, prices = self._relaxation.least_missing()
        return max(limit, self._proven(Caps(), missing, prices, 0.4, 0.5)) if limit < missing else limit

    def _proven(self, caps: Caps, value: int, prices: Prices, first: float, last: float) -> int:
        for visited in self._search.visited:
            self._bounds.learn(visited)
        report = part(self._progress, first, last, "proving how good the award is")
        return self._bounds.limit_below(caps, value, prices, self._limit.rounds, report)

    def _settle_wishes(self) -> int:
        missing, shortfall, wishes = self._search.values
        limit, prices = self._relaxation.least_wishes(missing, shortfall)
        limit = max(limit, self._proven(Caps(missing, shortfall), wishes, prices, 0.6, 0.75))
        aim = Aim({Total.WISHES: 1}, (Total.MISSING, Total.SHORTFALL), {Total.WISHES: limit})
        share = 1 - (_TIE_SHARE if self._problem.tie_numbers else 0) - self._spent / self._limit.search_work
        proven = self._improve(aim, share, 0.75, 0.95).proven
        return self._search.total(Total.WISHES) if proven else limit

    def _settle_ties(self) -> None:
        if self._problem.tie_numbers:
            aim = Aim({Total.TIES: 1}, (Total.MISSING, Total.SHORTFALL, Total.WISHES), {})
            self._improve(aim, _TIE_SHARE, 0.95, 1.0)

    def _improve(self, aim: Aim, share: float, first: float, last: float) -> Improvement:
        text = f"missing demand {self._search.total(Total.MISSING)}, points {-self._search.total(Total.WISHES)}"
        report = part(self._progress, first, last, text)
        improvement = self._search.improve(aim, share * self._limit.search_work, self._limit.steps, report)
        self._spent += improvement.work
        return improvement
