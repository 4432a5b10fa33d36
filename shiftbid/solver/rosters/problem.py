"""The roster problem: who may work which shift on which day, in which sequences, and what each roster costs.

Hard: shifts that may not follow each other, days off, and each person's limits on minutes, runs of days, weekends and
kinds of shift. Costs: heads missing or too many in a shift, and wishes not granted. A run of days at work or off that
touches the first or the last day may be shorter than its least length; the days outside the period count as free.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shiftbid.domain.errors import InputError

DAYS_A_WEEK = 7
SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class ShiftKind:
    """A shift that can be worked on any day.

    Attributes
    ----------
    not_next_day
        Shifts that may not be worked on the day after this one.
    """

    id: str
    minutes: int
    not_next_day: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PersonRules:
    """One person's limits.

    Attributes
    ----------
    most_shifts
        How often each shift may be worked in the period; absent: never.
    least_run_days, most_run_days
        Days worked in a row.
    least_rest_days
        Days off in a row.
    most_weekends
        Weekends with a shift on Saturday or Sunday.
    days_off
        Days on which no shift may be given, numbered from 0.
    """

    id: str
    most_shifts: Mapping[str, int]
    least_minutes: int
    most_minutes: int
    least_run_days: int
    most_run_days: int
    least_rest_days: int
    most_weekends: int
    days_off: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish to work a shift on a day (`granted_by_work`) or not to; `weight` is the cost of not granting it."""

    person: str
    day: int
    shift: str
    weight: int
    granted_by_work: bool


@dataclass(frozen=True, slots=True)
class CoverNeed:
    """Heads wanted in a shift on a day, and the cost of each head missing and each head too many."""

    day: int
    shift: str
    heads: int
    missing_cost: int
    surplus_cost: int


@dataclass(frozen=True, slots=True)
class RosterProblem:
    """Everything a roster is judged by; days are numbered from 0.

    Attributes
    ----------
    first_weekday
        Weekday of day 0, Monday is 0.
    """

    days: int
    shifts: Sequence[ShiftKind]
    people: Sequence[PersonRules]
    wishes: Sequence[Wish]
    needs: Sequence[CoverNeed]
    first_weekday: int = 0

    def __post_init__(self) -> None:
        """Refuse a problem that names what it does not have.

        Raises
        ------
        InputError
            Every fault.
        """
        faults = _faults(self)
        if faults:
            raise InputError("roster problem", faults)


def _faults(problem: RosterProblem) -> list[str]:
    shifts = {shift.id for shift in problem.shifts}
    people = {person.id for person in problem.people}
    days = range(problem.days)
    faults: list[str] = []
    if problem.days < 1:
        faults.append("give at least one day")
    if len(shifts) != len(problem.shifts) or len(people) != len(problem.people):
        faults.append("every shift and every person needs an id of its own")
    for shift in problem.shifts:
        if shift.minutes <= 0:
            faults.append(f"shift {shift.id}: give more than 0 minutes")
        faults.extend(f"shift {shift.id}: no shift {other}" for other in sorted(shift.not_next_day - shifts))
    for person in problem.people:
        faults.extend(f"person {person.id}: no shift {other}" for other in sorted(set(person.most_shifts) - shifts))
        faults.extend(f"person {person.id}: no day {day}" for day in sorted(person.days_off) if day not in days)
        if person.most_run_days < 1 or min(person.least_run_days, person.least_rest_days) < 1:
            faults.append(f"person {person.id}: runs of days are at least 1 long")
        if min(person.most_weekends, person.least_minutes, *person.most_shifts.values(), 0) < 0:
            faults.append(f"person {person.id}: limits are at least 0")
    faults.extend(
        f"wish {wish}: unknown person, shift or day, or a weight below 0"
        for wish in problem.wishes
        if wish.person not in people or wish.shift not in shifts or wish.day not in days or wish.weight < 0
    )
    for need in problem.needs:
        if need.shift not in shifts or need.day not in days:
            faults.append(f"need {need}: unknown shift or day")
        if min(need.heads, need.missing_cost, need.surplus_cost) < 0:
            faults.append(f"need {need}: heads and costs are at least 0")
    cells = [(need.day, need.shift) for need in problem.needs]
    if len(set(cells)) != len(cells):
        faults.append("give one need for a shift and day")
    return faults
