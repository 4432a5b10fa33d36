"""A roster problem as arrays, and what a roster costs.

A roster is an array of shift numbers, shape (people, days); -1 is a day off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from shiftbid.solver.rosters.problem import DAYS_A_WEEK, SATURDAY, SUNDAY, RosterProblem

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
FloatArray = npt.NDArray[np.float64]
Roster = npt.NDArray[np.int16]

OFF = -1
LONG = 10_000
"""Days of a rest that is long enough for every rule."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The people's limits; each array has shape (people,), `most_shifts` (people, shifts)."""

    least_minutes: IntArray
    most_minutes: IntArray
    least_run_days: IntArray
    most_run_days: IntArray
    least_rest_days: IntArray
    most_weekends: IntArray
    most_shifts: IntArray


@dataclass(frozen=True, slots=True)
class Edge:
    """What lies beside the first or the last day, person by person; each array has shape (people,).

    Attributes
    ----------
    run_days, rest_days
        Days in a row at work, or off, directly beside the period; one of the two is 0.
    shift
        Shift of the day beside the period; -1 is a day off.
    open_run
        Whether a run that touches this edge may be shorter than its least length.
    """

    run_days: IntArray
    rest_days: IntArray
    shift: IntArray
    open_run: BoolArray


@dataclass(frozen=True, slots=True)
class RosterTables:
    """A roster problem as arrays.

    Attributes
    ----------
    cost
        Of working a shift, shape (people, days, shifts): wishes to work count negative, with their sum in `constant`.
    allowed
        Whether a shift may be worked at all; same shape.
    heads, missing_cost, surplus_cost
        Cover; shape (days, shifts). Heads may be negative where others than these people already work.
    minutes
        Length of each shift; shape (shifts,).
    clashes
        Whether the second shift may not follow the first on the next day; shape (shifts, shifts).
    opens_weekend
        Days that are the first day of a weekend; `ends_weekend`: days after that one. Shape (days,).
    weekend_cost
        Of each weekend with work, shape (people,): nothing in a problem as it is stated, the price of the limit on
        weekends in a part of it.
    """

    cost: IntArray
    constant: int
    allowed: BoolArray
    heads: IntArray
    missing_cost: IntArray
    surplus_cost: IntArray
    minutes: IntArray
    clashes: BoolArray
    limits: Limits
    before: Edge
    after: Edge
    opens_weekend: BoolArray
    ends_weekend: BoolArray
    weekend_cost: IntArray

    @property
    def people(self) -> int:
        """Number of people."""
        return self.cost.shape[0]

    @property
    def days(self) -> int:
        """Number of days."""
        return self.cost.shape[1]

    @property
    def shifts(self) -> int:
        """Number of shifts."""
        return self.cost.shape[2]

    def coverage(self, roster: Roster) -> IntArray:
        """Heads present; shape (days, shifts)."""
        return (roster[:, :, None] == np.arange(self.shifts)).sum(axis=0, dtype=np.int64)

    def wish_costs(self, roster: Roster) -> IntArray:
        """Each person's cost, without the constant; shape (people,)."""
        return self.personal_costs(np.arange(self.people), roster)

    def personal_costs(self, person: IntArray, rosters: Roster) -> IntArray:
        """Cost of rosters of these people, shape (rosters, days); shape (rosters,)."""
        each = self.cost[person[:, None], np.arange(self.days), np.maximum(rosters, 0)]
        wishes = np.where(rosters != OFF, each, 0).sum(axis=1)
        return wishes + self.weekend_cost[person] * self.weekends_worked(rosters != OFF)

    def weekends_worked(self, at_work: BoolArray, first: int = 0) -> IntArray:
        """Weekends with work on days from `first` on; shapes (rosters, days), (rosters,)."""
        days = slice(first, first + at_work.shape[1])
        # Its last day counts where its first is off.
        alone = at_work[:, 1:] & ~at_work[:, :-1] & self.ends_weekend[days][1:]
        return (at_work & self.opens_weekend[days]).sum(axis=1) + alone.sum(axis=1)

    def cover_costs(self, coverage: IntArray) -> IntArray:
        """Cost of heads missing and too many; shape (days, shifts)."""
        missing = np.maximum(self.heads - coverage, 0)
        return self.missing_cost * missing + self.surplus_cost * np.maximum(coverage - self.heads, 0)

    def value(self, roster: Roster) -> int:
        """Cost of a roster."""
        cover = self.cover_costs(self.coverage(roster)).sum()
        return self.constant + int(self.wish_costs(roster).sum()) + int(cover)

    def head_costs(self, coverage: IntArray) -> IntArray:
        """Cost of one more head in each shift; shape (days, shifts)."""
        return np.where(coverage < self.heads, -self.missing_cost, self.surplus_cost)

    def of_people(self, people: IntArray, others: Roster) -> RosterTables:
        """Keep these people only; the others' roster is given and stays."""
        rest = np.ones(self.people, dtype=np.bool_)
        rest[people] = False
        spent = int(self.wish_costs(others)[rest].sum())
        return replace(
            self,
            cost=self.cost[people],
            constant=self.constant + spent,
            allowed=self.allowed[people],
            heads=self.heads - self.coverage(others[rest]),
            limits=_limits_of(self.limits, people),
            before=_edge_of(self.before, people),
            after=_edge_of(self.after, people),
            weekend_cost=self.weekend_cost[people],
        )


def make_tables(problem: RosterProblem) -> RosterTables:
    """Bring a problem into arrays, in the order of its people and shifts."""
    shift_number = {shift.id: number for number, shift in enumerate(problem.shifts)}
    person_number = {person.id: number for number, person in enumerate(problem.people)}
    people, days, shifts = len(person_number), problem.days, len(shift_number)
    cost = np.zeros((people, days, shifts), dtype=np.int64)
    constant = 0
    for wish in problem.wishes:
        place = person_number[wish.person], wish.day, shift_number[wish.shift]
        if wish.granted_by_work:
            constant += wish.weight
            cost[place] -= wish.weight
        else:
            cost[place] += wish.weight
    cover = np.zeros((3, days, shifts), dtype=np.int64)
    for need in problem.needs:
        cover[:, need.day, shift_number[need.shift]] = need.heads, need.missing_cost, need.surplus_cost
    clashes = np.zeros((shifts, shifts), dtype=np.bool_)
    for shift in problem.shifts:
        for other in shift.not_next_day:
            clashes[shift_number[shift.id], shift_number[other]] = True
    most_shifts = np.array(
        [[person.most_shifts.get(shift.id, 0) for shift in problem.shifts] for person in problem.people],
        dtype=np.int64,
    ).reshape(people, shifts)
    allowed = np.repeat((most_shifts > 0)[:, None, :], days, axis=1)
    for number, person in enumerate(problem.people):
        allowed[number, sorted(person.days_off)] = False
    weekday = (problem.first_weekday + np.arange(days)) % DAYS_A_WEEK
    opens = (weekday == SATURDAY) | ((weekday == SUNDAY) & (np.arange(days) == 0))
    return RosterTables(
        cost=cost,
        constant=constant,
        allowed=allowed,
        heads=cover[0],
        missing_cost=cover[1],
        surplus_cost=cover[2],
        minutes=_column([shift.minutes for shift in problem.shifts]),
        clashes=clashes,
        limits=Limits(
            least_minutes=_column([person.least_minutes for person in problem.people]),
            most_minutes=_column([person.most_minutes for person in problem.people]),
            least_run_days=_column([person.least_run_days for person in problem.people]),
            most_run_days=_column([person.most_run_days for person in problem.people]),
            least_rest_days=_column([person.least_rest_days for person in problem.people]),
            most_weekends=_column([person.most_weekends for person in problem.people]),
            most_shifts=most_shifts,
        ),
        before=free_edge(people),
        after=free_edge(people),
        opens_weekend=opens,
        ends_weekend=(weekday == SUNDAY) & ~opens,
        weekend_cost=np.zeros(people, dtype=np.int64),
    )


def free_edge(people: int) -> Edge:
    """Free days beside the period, and short runs at its edge allowed."""
    return Edge(
        run_days=np.zeros(people, dtype=np.int64),
        rest_days=np.full(people, LONG, dtype=np.int64),
        shift=np.full(people, OFF, dtype=np.int64),
        open_run=np.ones(people, dtype=np.bool_),
    )


def _column(numbers: Sequence[int]) -> IntArray:
    return np.array(numbers, dtype=np.int64)


def _limits_of(limits: Limits, people: IntArray) -> Limits:
    return Limits(
        least_minutes=limits.least_minutes[people],
        most_minutes=limits.most_minutes[people],
        least_run_days=limits.least_run_days[people],
        most_run_days=limits.most_run_days[people],
        least_rest_days=limits.least_rest_days[people],
        most_weekends=limits.most_weekends[people],
        most_shifts=limits.most_shifts[people],
    )


def _edge_of(edge: Edge, people: IntArray) -> Edge:
    return Edge(edge.run_days[people], edge.rest_days[people], edge.shift[people], edge.open_run[people])
