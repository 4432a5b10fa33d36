"""Personal rosters: one person's legal choices, and the cheapest of them at given prices."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from shiftbid.solver.award_model import AwardPerson, write_award
from shiftbid.solver.cp_sat import CpSatWork, solve_rows
from shiftbid.solver.rows import CpSatRows


@dataclass(frozen=True, slots=True)
class PersonalRoster:
    """One person's legal shifts, the minutes they leave short of the contract, and their points, negated."""

    shifts: frozenset[str]
    shortfall_minutes: int
    negated_points: int


@dataclass(frozen=True, slots=True)
class Tariff:
    """What a personal roster costs, in whole numbers.

    Attributes
    ----------
    worth
        Taken off for each shift; absent: 0.
    shortfall, wishes
        Added for each minute short, and for each negated point.
    """

    worth: Mapping[str, int]
    shortfall: int
    wishes: int


@dataclass(frozen=True, slots=True)
class PricedShifts:
    """The cheapest shifts found, and a proven limit below the cost of every legal roster."""

    shifts: frozenset[str]
    limit: int


def personal_roster(person: AwardPerson, shifts: frozenset[str]) -> PersonalRoster:
    """Count a person's shifts by plain arithmetic."""
    mine = [shift for shift in person.candidates if shift.id in shifts]
    worked = {shift.day for shift in mine}
    points = sum(person.points.get(shift.id, 0) for shift in mine)
    points += sum(worth for day, worth in person.day_off_points.items() if day not in worked)
    return PersonalRoster(shifts, max(0, person.contract_minutes - sum(shift.paid_minutes for shift in mine)), -points)


class RosterChoice:
    """One person's clauses as a model, kept to be asked at many prices."""

    def __init__(self, person: AwardPerson) -> None:
        self._rows = CpSatRows()
        self._columns = write_award(self._rows, [person], ())
        self.person = person

    def cheapest(self, tariff: Tariff, work: CpSatWork) -> PricedShifts | None:
        """Find the cheapest legal roster; None where there is none, or none was found within the work."""
        taken = self._columns.taken[0]
        self._rows.minimise(
            [
                *((column, -tariff.worth.get(shift, 0)) for shift, column in taken.items()),
                *((column, tariff.shortfall * weight) for column, weight in self._columns.shortfall.terms),
                *((column, tariff.wishes * weight) for column, weight in self._columns.wishes.terms),
            ]
        )
        answer = solve_rows(self._rows.model, work)
        if not answer.values:
            return None
        constant = tariff.shortfall * self._columns.shortfall.constant + tariff.wishes * self._columns.wishes.constant
        shifts = frozenset(shift for shift, column in taken.items() if answer.values[column])
        return PricedShifts(shifts, math.ceil(answer.bound - 1e-6) + constant)
