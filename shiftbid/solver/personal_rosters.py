"""Personal rosters: one person's legal choices, and the cheapest of them at given prices."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from shiftbid.solver.award_costs import points_of
from shiftbid.solver.award_model import AwardPerson, write_award
from shiftbid.solver.convex_cost import CostTable, write_cost
from shiftbid.solver.cp_sat import CpSatWork, solve_rows
from shiftbid.solver.rows import CpSatRows
from shiftbid.solver.satisfaction import PointScale

_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class PersonalRoster:
    """One person's legal shifts, the minutes they leave short of the contract, and the welfare they lose."""

    shifts: frozenset[str]
    shortfall_minutes: int
    lost_welfare: int


@dataclass(frozen=True, slots=True)
class Tariff:
    """What a personal roster costs, in whole numbers.

    Attributes
    ----------
    worth
        Taken off for each shift; absent: 0.
    shortfall, welfare
        Added for each minute short, and for each unit of welfare lost.
    """

    worth: Mapping[str, int]
    shortfall: int
    welfare: int


@dataclass(frozen=True, slots=True)
class PricedShifts:
    """The cheapest shifts found, and a proven limit below the cost of every legal roster."""

    shifts: frozenset[str]
    limit: int


class RosterChoice:
    """One person's clauses as a model, kept to be asked at many prices."""

    def __init__(self, person: AwardPerson) -> None:
        self._rows = CpSatRows()
        self._columns = write_award(self._rows, [person], ())
        self._welfare: CostTable | None = None
        self._lost: int | None = None
        self.person = person

    def scale(self, work: CpSatWork) -> PointScale | None:
        """Find the ends of the person's satisfaction; None for who did not bid, or whose bids change nothing.

        The least points are a proven limit; the best are the most found in the work.
        """
        (points,) = self._columns.points
        if not points.terms:
            return None
        self._rows.minimise(points.terms)
        least = solve_rows(self._rows.model, work)
        # No minute of the contract is worth any points.
        minute = 1 + sum(abs(weight) for _, weight in points.terms)
        self._rows.minimise(
            [
                *((column, minute * weight) for column, weight in self._columns.shortfall.terms),
                *((column, -weight) for column, weight in points.terms),
            ]
        )
        best = solve_rows(self._rows.model, work)
        if not best.values:
            return None
        least_points = points.constant + math.ceil(least.bound - _ROUNDING)
        best_points = points.constant + sum(weight * best.values[column] for column, weight in points.terms)
        return PointScale(least_points, best_points) if least_points < best_points else None

    def weigh(self, welfare: CostTable | None) -> None:
        """Let the person's points cost welfare from now on; to be called once."""
        self._welfare = welfare
        if welfare is not None:
            self._lost = write_cost(self._rows, self._columns.points[0], welfare)

    def roster(self, shifts: frozenset[str]) -> PersonalRoster:
        """Count the person's shifts by plain arithmetic."""
        mine = [shift for shift in self.person.candidates if shift.id in shifts]
        short = max(0, self.person.contract_minutes - sum(shift.paid_minutes for shift in mine))
        return PersonalRoster(shifts, short, self._welfare.at(points_of(self.person, mine)) if self._welfare else 0)

    def cheapest(self, tariff: Tariff, work: CpSatWork) -> PricedShifts | None:
        """Find the cheapest legal roster; None where there is none, or none was found within the work."""
        taken = self._columns.taken[0]
        terms = [
            *((column, -tariff.worth.get(shift, 0)) for shift, column in taken.items()),
            *((column, tariff.shortfall * weight) for column, weight in self._columns.shortfall.terms),
        ]
        if self._lost is not None:
            terms.append((self._lost, tariff.welfare))
        self._rows.minimise(terms)
        answer = solve_rows(self._rows.model, work)
        if not answer.values:
            return None
        shifts = frozenset(shift for shift, column in taken.items() if answer.values[column])
        return PricedShifts(
            shifts, math.ceil(answer.bound - _ROUNDING) + tariff.shortfall * self._columns.shortfall.constant
        )
