"""The stages of an award, one after the other: search, proven limit, and what each leaves to the next."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from shiftbid.solver.award_bounds import AwardBounds
from shiftbid.solver.award_costs import PersonCosts
from shiftbid.solver.award_master import Caps, Prices
from shiftbid.solver.award_model import AwardProblem, CoverGroup, Total
from shiftbid.solver.award_relaxation import AwardRelaxation
from shiftbid.solver.award_search import Aim, AwardSearch, Improvement
from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.exchange_rates import ExchangeRates
from shiftbid.solver.personal_rosters import RosterChoice
from shiftbid.solver.progress import ProgressReport, part
from shiftbid.solver.satisfaction import WELFARE_UNIT, Measure
from shiftbid.solver.work_limit import WorkLimit

STAGES: Mapping[Total, tuple[str, str]] = {
    Total.MISSING: ("missing demand", "head half-hours"),
    Total.TIME_OFF: ("time off due", "days, double where it expires soon"),
    Total.SHORTFALL: ("contract shortfall", "minutes"),
    Total.FLOOR: ("below the floor", "thousandths of satisfaction"),
    Total.WELFARE: ("welfare", "weighted geometric mean of satisfaction, negated"),
    Total.BURDEN: ("spread of burden", "hundredths of squared burden"),
    Total.TIES: ("tie order", "sum of tie numbers"),
}
"""Name and unit of each stage, the most important first."""
WELFARE_UNITS: Mapping[Measure, str] = {
    Measure.NASH: STAGES[Total.WELFARE][1],
    Measure.SUM: "weighted mean of satisfaction, negated",
}

WELFARE_TOLERANCE = 0.005
"""Share of the mean satisfaction that may be lost again for a more even burden."""

_ROUGH_SHARE = 0.55
"""Share of the search's work for all stages at once, at exchange rates."""
_STRICT_SHARE = 0.15
"""Share for the first three stages in strict order; what the other stages leave over goes to the welfare."""
_FIRST = (Total.MISSING, Total.TIME_OFF, Total.SHORTFALL)
"""Stages that are searched together."""
_SHARES = {Total.FLOOR: 0.12, Total.BURDEN: 0.06, Total.TIES: 0.04}


@dataclass(frozen=True, slots=True)
class StageLimit:
    """A limit below a stage, proven given what the stages before it reached (None: not sought), and the seconds."""

    limit: int | None
    seconds: float


class StagedAward:
    """A legal award on its way through the stages.

    Parameters
    ----------
    chosen
        Each person's shifts in a first legal award.

    Attributes
    ----------
    kept
        What each stage came to, which those after it may not pass.
    """

    def __init__(
        self,
        problem: AwardProblem,
        groups: Sequence[CoverGroup],
        costs: Sequence[PersonCosts],
        choices: Sequence[RosterChoice],
        relaxation: AwardRelaxation,
        rates: ExchangeRates,
        chosen: Sequence[frozenset[str]],
        seed: int,
        limit: WorkLimit,
        progress: ProgressReport,
    ) -> None:
        self._limit = limit
        self._progress = progress
        self._bounds = AwardBounds(groups, choices, rates, CpSatWork(limit.step_work, seed), limit.workers)
        self._search = AwardSearch(problem, groups, costs, chosen, seed, limit.step_work)
        self._relaxation = relaxation
        self._rates = rates
        self._bidders_weight = sum(
            person.weight for person, cost in zip(problem.people, costs, strict=True) if cost.welfare
        )
        self._spent = 0.0
        self.kept: dict[Total, int] = {}

    @property
    def chosen(self) -> tuple[frozenset[str], ...]:
        """Each person's shifts in the best award so far."""
        return self._search.chosen

    def run(self) -> Mapping[Total, StageLimit]:
        """Take the award through all stages; gives the limit proven for each.

        An award that one step can open is solved stage by stage. A larger one is searched at exchange rates first, then
        in the strict order of the first three stages, then stage by stage.
        """
        started = time.perf_counter()
        limits: dict[Total, int | None] = {Total.TIME_OFF: 0, Total.SHORTFALL: self._bounds.least_shortfall()}
        if self._search.small:
            limits[Total.MISSING] = self._least_missing()
            proven = self._improve(self._strict(), _STRICT_SHARE, 0.05, 0.4).proven
        else:
            self._improve(self._rough(), _ROUGH_SHARE, 0.1, 0.4)
            limits[Total.MISSING] = self._least_missing()
            goals = {total: limits[total] or 0 for total in _FIRST}
            proven = self._improve(replace(self._strict(), goals=goals), _STRICT_SHARE, 0.5, 0.6).proven
        for total in _FIRST:
            self.kept[total] = self._search.total(total)
            limits[total] = self.kept[total] if proven else limits[total]
        # The first stages are searched together, so they share the time.
        joint_seconds = (time.perf_counter() - started) / len(_FIRST)
        found = {total: StageLimit(limits[total], joint_seconds) for total in _FIRST}
        settlements: tuple[tuple[Total, Callable[[], int | None]], ...] = (
            (Total.FLOOR, lambda: self._settle(Total.FLOOR, 0, 0.6, 0.65)),
            (Total.WELFARE, self._settle_welfare),
            (Total.BURDEN, lambda: self._settle(Total.BURDEN, None, 0.9, 0.95)),
            (Total.TIES, lambda: self._settle(Total.TIES, None, 0.95, 1.0)),
        )
        for total, settle in settlements:
            began = time.perf_counter()
            limit = settle()
            found[total] = StageLimit(limit, time.perf_counter() - began)
        return found

    def _rough(self) -> Aim:
        rates = self._rates
        weights = {
            Total.MISSING: rates.missing,
            Total.TIME_OFF: rates.time_off,
            Total.SHORTFALL: rates.shortfall,
            Total.DISSATISFACTION: rates.welfare,
        }
        return Aim(weights, kept={}, goals={})

    def _strict(self) -> Aim:
        """Weigh each stage so that no gain in those after it makes up for a unit of it."""
        shortfall = 1 + self._search.widest(Total.DISSATISFACTION)
        time_off = 1 + shortfall * (1 + self._search.widest(Total.SHORTFALL))
        weights = {
            Total.MISSING: time_off * (1 + self._search.widest(Total.TIME_OFF)),
            Total.TIME_OFF: time_off,
            Total.SHORTFALL: shortfall,
            Total.DISSATISFACTION: 1,
        }
        return Aim(weights, kept={}, goals={})

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

    def _settle_welfare(self) -> int:
        missing, shortfall = self.kept[Total.MISSING], self.kept[Total.SHORTFALL]
        limit, prices = self._relaxation.least_welfare_lost(missing, shortfall)
        lost = self._search.total(Total.WELFARE)
        limit = max(0, limit, self._proven(Caps(missing, shortfall), lost, prices, 0.65, 0.75))
        share = 1 - _SHARES[Total.BURDEN] - _SHARES[Total.TIES] - self._spent / self._limit.search_work
        # Whoever finds a missing half-hour on the way takes it: it weighs more than all welfare that is lost.
        aim = Aim({Total.MISSING: 1 + lost, Total.WELFARE: 1}, self.kept, {Total.WELFARE: limit})
        proven = self._improve(aim, share, 0.75, 0.9).proven
        lost = self._search.total(Total.WELFARE)
        self.kept[Total.MISSING] = self._search.total(Total.MISSING)
        self.kept[Total.WELFARE] = lost + int(WELFARE_TOLERANCE * WELFARE_UNIT * self._bidders_weight)
        return lost if proven else limit

    def _settle(self, total: Total, limit: int | None, first: float, last: float) -> int | None:
        """Bring a total as low as its share of the work gets it, and keep it there; gives the limit where proven."""
        goals = {} if limit is None else {total: limit}
        proven = self._improve(Aim({total: 1}, self.kept, goals), _SHARES[total], first, last).proven
        self.kept[total] = self._search.total(total)
        return self.kept[total] if proven else limit

    def _improve(self, aim: Aim, share: float, first: float, last: float) -> Improvement:
        missing, lost = self._search.total(Total.MISSING), self._search.total(Total.WELFARE)
        report = part(self._progress, first, last, f"missing demand {missing}, welfare lost {lost / 1000:.2f}")
        improvement = self._search.improve(aim, share * self._limit.search_work, self._limit.steps, report)
        self._spent += improvement.work
        return improvement
