"""The award with people divisible: a linear model that proves limits and prices the half-hours."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from shiftbid.solver.award_costs import PersonCosts
from shiftbid.solver.award_master import Prices
from shiftbid.solver.award_model import AwardProblem, CoverGroup, write_award
from shiftbid.solver.convex_cost import write_cost
from shiftbid.solver.emitter import Sum
from shiftbid.solver.exchange_rates import ExchangeRates
from shiftbid.solver.linear import Relaxation, Relaxed
from shiftbid.solver.rows import LinearRows


class AwardRelaxation:
    """The award's rows with shares of shifts allowed; caps are tightened as stages are settled."""

    def __init__(self, problem: AwardProblem, groups: Sequence[CoverGroup], costs: Sequence[PersonCosts]) -> None:
        self._rows = LinearRows(relaxed=True)
        self._columns = write_award(self._rows, problem.people, groups)
        lost = [
            write_cost(self._rows, points, cost.welfare)
            for points, cost in zip(self._columns.points, costs, strict=True)
            if cost.welfare
        ]
        self._welfare = Sum(tuple((column, 1) for column in lost), 0)
        self._missing_cap = self._rows.row(self._columns.missing.terms, None, None)
        self._shortfall_cap = self._rows.row(self._columns.shortfall.terms, None, None)
        self._relaxation = Relaxation(self._rows)

    def head_prices(self, rates: ExchangeRates) -> Sequence[float]:
        """Price a head in each cover group when all stages are weighed at exchange rates.

        All prices are 0 where somebody has no legal roster, not even a divided one, or rounding hides the answer.
        """
        columns = self._columns
        stages = (
            (columns.missing, rates.missing),
            (columns.shortfall, rates.shortfall),
            (self._welfare, rates.welfare),
        )
        weighed = Sum(tuple((column, rate * weight) for stage, rate in stages for column, weight in stage.terms), 0)
        relaxed = self._relaxation.least(weighed)
        if relaxed is None:
            return [0.0] * len(columns.cover)
        return self._heads(relaxed)

    def least_missing(self) -> tuple[int, Prices]:
        """Prove a limit below the missing head half-hours of every award; with the prices behind it."""
        relaxed = self._relaxation.least(self._columns.missing)
        if relaxed is None:
            return self._nothing_proven()
        return relaxed.limit, Prices(np.array(self._heads(relaxed)), 0.0, 0.0)

    def least_welfare_lost(self, missing_half_hours: int, shortfall_minutes: int) -> tuple[int, Prices]:
        """Prove a limit below the welfare lost in every award with no more missing and short than this.

        Gives the prices behind the limit with it.
        """
        columns, rows = self._columns, self._rows.rows
        rows[self._missing_cap].upper_bound = missing_half_hours - columns.missing.constant
        rows[self._shortfall_cap].upper_bound = shortfall_minutes - columns.shortfall.constant
        relaxed = self._relaxation.least(self._welfare)
        if relaxed is None:
            return self._nothing_proven()
        missing, shortfall = (max(0.0, -relaxed.prices[row]) for row in (self._missing_cap, self._shortfall_cap))
        return relaxed.limit, Prices(np.array(self._heads(relaxed)), missing, shortfall)

    def _heads(self, relaxed: Relaxed) -> list[float]:
        return [0.0 if row is None else max(0.0, relaxed.prices[row]) for row in self._columns.cover]

    def _nothing_proven(self) -> tuple[int, Prices]:
        """An award is known, so it was rounding that kept the simplex from an answer: the award goes on without it."""
        return 0, Prices(np.zeros(len(self._columns.cover)), 0.0, 0.0)
