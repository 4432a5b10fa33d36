"""Some people's rosters as one linear model, everybody else's held: the whole award where everybody is in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from ortools.math_opt.python import mathopt

from shiftbid.solver.nash_award.seats import (
    OFF,
    Bidder,
    BoolArray,
    IntArray,
    SeatAward,
    heads_present,
    most_points,
    welfare,
)

# Whole points on either side within which every chord is kept.
_NEAR_POINTS = 8

Place = tuple[int, int]
"""A seat: number of its day, number of its template."""


@dataclass(frozen=True, slots=True)
class Room:
    """Heads and skilled heads that the people held leave open; shapes as in the award."""

    seats: IntArray
    skill_seats: IntArray


def room_left(award: SeatAward, rosters: Sequence[IntArray], group: Sequence[int]) -> Room:
    """Count what everybody outside a group leaves open."""
    off = np.full(award.days, OFF, dtype=np.int64)
    inside = set(group)
    held = [off if number in inside else roster for number, roster in enumerate(rosters)]
    heads, skilled = heads_present(award, held)
    return Room(np.maximum(award.seats - heads, 0), np.maximum(award.skill_seats - skilled, 0))


@dataclass(frozen=True, slots=True)
class Chord:
    """A line through a point, not below the welfare at any whole number of points."""

    points: int
    value: float
    slope: float


def chords(award: SeatAward, person: Bidder, near_points: float) -> list[Chord]:
    """Least concave function above a person's welfare at whole points, as chords: all near some points, else a few.

    It is never below the welfare. Near the points it is exact, but for the few points below the floor of satisfaction,
    where the welfare is not concave; elsewhere it is above by some ten-thousandths.
    """
    values = [welfare(award, person, points) for points in range(most_points(award, person) + 2)]
    hull: list[int] = []
    for point in range(len(values)):
        while len(hull) >= 2 and _slope(values, hull[-2], hull[-1]) <= _slope(values, hull[-1], point):
            hull.pop()
        hull.append(point)
    lines = [Chord(first, values[first], _slope(values, first, second)) for first, second in pairwise(hull)]
    kept: list[Chord] = []
    for line in lines:
        far = 0.04 * person.best_points if 2 * line.points >= person.best_points else max(1.0, 0.25 * line.points)
        step = 1.0 if abs(line.points - near_points) <= _NEAR_POINTS else far
        if not kept or line.points >= kept[-1].points + step or line is lines[-1]:
            kept.append(line)
    return kept


class GroupModel:
    """A linear model of some people's rosters, in whole shifts or relaxed to shares of them.

    Attributes
    ----------
    group
        Numbers of the people in the model.
    choices
        For each of them the column of each seat the person may take.
    seat_rows, skill_rows, unmet_row
        Rows of seats, of skill seats, and of all missing heads together.
    """

    def __init__(self, award: SeatAward, group: Sequence[int], room: Room, *, relaxed: bool) -> None:
        self.group = tuple(group)
        self.model = mathopt.Model()
        self.model.objective.is_maximize = True
        self.unmet_row = self.model.add_linear_constraint(ub=float("inf"))
        self.choices: list[dict[Place, mathopt.Variable]] = []
        self._missing_heads: list[mathopt.Variable] = []
        self.seat_rows: dict[Place, mathopt.LinearConstraint] = {}
        self.skill_rows: dict[tuple[int, int, int], mathopt.LinearConstraint] = {}
        self._award = award
        self._relaxed = relaxed
        forbidden = _forbidden_pairs(award.follows)
        for number in group:
            choice = self._choice(award.may_work(award.people[number]) & (room.seats > 0))
            self._write_law(number, choice, forbidden)
            self.choices.append(choice)
        self._write_seats(room)

    def keep_unmet(self, most: int, penalty: float) -> mathopt.Variable:
        """Keep the heads missing to a number; a head beyond it costs a penalty. Gives the column of heads beyond it."""
        passed = self.model.add_variable(lb=0.0)
        self.unmet_row.upper_bound = most
        self.unmet_row.set_coefficient(passed, -1.0)
        self.model.objective.set_linear_coefficient(passed, -penalty)
        return passed

    def strive_for_cover(self) -> None:
        """Strive for the fewest heads missing."""
        for column in self._missing_heads:
            self.model.objective.set_linear_coefficient(column, -1.0)

    def strive_for_points(self) -> None:
        """Strive for the greatest weighted sum of satisfactions: solved in no time, and blind to who gets them."""
        for number, choice in zip(self.group, self.choices, strict=True):
            person = self._award.people[number]
            for place, column in choice.items():
                if person.best_points and person.points[place]:
                    share = person.weight * float(person.points[place]) / person.best_points
                    self.model.objective.set_linear_coefficient(column, share)

    def strive_for_welfare(self, near_points: Sequence[float]) -> None:
        """Strive for the greatest welfare, by chords that are exact near some points of each person of the award."""
        for number, choice in zip(self.group, self.choices, strict=True):
            person = self._award.people[number]
            if person.best_points == 0:
                continue
            worth = self.model.add_variable(lb=-float("inf"))
            self.model.objective.set_linear_coefficient(worth, 1.0)
            bids = [(column, float(person.points[place])) for place, column in choice.items() if person.points[place]]
            for line in chords(self._award, person, near_points[number]):
                row = self.model.add_linear_constraint(ub=line.value - line.slope * line.points)
                row.set_coefficient(worth, 1.0)
                for column, points in bids:
                    row.set_coefficient(column, -line.slope * points)

    def rosters(self, values: Mapping[mathopt.Variable, float]) -> dict[int, IntArray]:
        """Read each person's roster, of what is mostly taken, from the columns' values."""
        found: dict[int, IntArray] = {}
        for number, choice in zip(self.group, self.choices, strict=True):
            roster = np.full(self._award.days, OFF, dtype=np.int64)
            for (day, template), column in choice.items():
                if values[column] > 0.5:
                    roster[day] = template
            found[number] = roster
        return found

    def points(self, values: Mapping[mathopt.Variable, float]) -> dict[int, float]:
        """Points of each person, shares of shifts counted as shares."""
        return {
            number: sum(
                float(self._award.people[number].points[place]) * values[column] for place, column in choice.items()
            )
            for number, choice in zip(self.group, self.choices, strict=True)
        }

    def divided(self, values: Mapping[mathopt.Variable, float]) -> list[int]:
        """People whose rosters the values leave in shares."""
        return [
            number
            for number, choice in zip(self.group, self.choices, strict=True)
            if any(1e-4 < values[column] < 1 - 1e-4 for column in choice.values())
        ]

    def start(self, rosters: Sequence[IntArray]) -> mathopt.SolutionHint:
        """Give a solver the group's rosters to start from."""
        return mathopt.SolutionHint(
            variable_values={
                column: float(rosters[number][day] == template)
                for number, choice in zip(self.group, self.choices, strict=True)
                for (day, template), column in choice.items()
            }
        )

    def _choice(self, may: BoolArray) -> dict[Place, mathopt.Variable]:
        return {
            (int(day), int(template)): self.model.add_variable(lb=0.0, ub=1.0, is_integer=not self._relaxed)
            for day, template in np.argwhere(may)
        }

    def _write_law(
        self, number: int, choice: Mapping[Place, mathopt.Variable], forbidden: Sequence[tuple[list[int], list[int]]]
    ) -> None:
        award, person = self._award, self._award.people[number]
        by_day: list[list[mathopt.Variable]] = [[] for _ in range(award.days)]
        for (day, _), column in choice.items():
            by_day[day].append(column)
        for columns in by_day:
            if len(columns) > 1:
                self._row(columns, 0, 1)
        for week, (least, most) in enumerate(zip(person.week_least, person.week_most, strict=True)):
            self._row([column for day in np.flatnonzero(award.week_of == week) for column in by_day[day]], least, most)
        self._row([column for day in np.flatnonzero(award.saturday) for column in by_day[day]], 0, person.max_saturdays)
        for day in map(int, np.flatnonzero(award.after_yesterday)):
            for earlier, later in forbidden:
                first = [choice[day - 1, at] for at in earlier if (day - 1, at) in choice]
                second = [choice[day, at] for at in later if (day, at) in choice]
                if first and second:
                    self._row([*first, *second], 0, 1)

    def _row(self, columns: Sequence[mathopt.Variable], lower: float, upper: float) -> None:
        self.model.add_linear_constraint(lb=lower, ub=upper, expr=mathopt.fast_sum(columns))

    def _write_seats(self, room: Room) -> None:
        award = self._award
        for day, template in np.argwhere(room.seats > 0):
            place = int(day), int(template)
            need = int(room.seats[place])
            self.seat_rows[place] = row = self.model.add_linear_constraint(lb=need, ub=need)
            row.set_coefficient(self._missing(need), 1.0)
            for choice in self.choices:
                if place in choice:
                    row.set_coefficient(choice[place], 1.0)
        for skill, day, template in np.argwhere(room.skill_seats > 0):
            place = int(day), int(template)
            need = int(room.skill_seats[skill, day, template])
            self.skill_rows[int(skill), *place] = row = self.model.add_linear_constraint(lb=need)
            row.set_coefficient(self._missing(need), 1.0)
            for number, choice in zip(self.group, self.choices, strict=True):
                if place in choice and int(skill) in award.people[number].skills:
                    row.set_coefficient(choice[place], 1.0)

    def _missing(self, need: int) -> mathopt.Variable:
        column = self.model.add_variable(lb=0.0, ub=need)
        self.unmet_row.set_coefficient(column, 1.0)
        self._missing_heads.append(column)
        return column


def _forbidden_pairs(follows: BoolArray) -> list[tuple[list[int], list[int]]]:
    """Templates, and those that none of them may be followed by."""
    pairs: dict[tuple[int, ...], list[int]] = {}
    for earlier, row in enumerate(follows):
        pairs.setdefault(tuple(int(later) for later in np.flatnonzero(~row)), []).append(earlier)
    return [(earlier, list(later)) for later, earlier in pairs.items() if later]


def _slope(values: Sequence[float], first: int, second: int) -> float:
    return (values[second] - values[first]) / (second - first)
