"""Counts the faults and the cost of a finished roster, rule by rule, in plain arithmetic.

Shares nothing with the solver but the description of the problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from shiftbid.solver.rosters.problem import PersonRules, RosterProblem

OFF = ""
_WEEK_DAYS = 7
_SATURDAY = 5

Roster = Mapping[str, Sequence[str]]
"""One list a person, one entry a day; an empty text is a day off."""


def roster_cost(problem: RosterProblem, roster: Roster) -> int:
    """Sum the weights of wishes not granted, and of heads missing and too many."""
    cost = 0
    for wish in problem.wishes:
        if (roster[wish.person][wish.day] == wish.shift) != wish.granted_by_work:
            cost += wish.weight
    for need in problem.needs:
        heads = sum(row[need.day] == need.shift for row in roster.values())
        cost += need.missing_cost * max(0, need.heads - heads) + need.surplus_cost * max(0, heads - need.heads)
    return cost


def roster_faults(problem: RosterProblem, roster: Roster) -> list[str]:
    """Name every rule broken."""
    if set(roster) != {person.id for person in problem.people}:
        return ["the people of the roster are not those of the instance"]
    return [fault for person in problem.people for fault in person_faults(problem, person, roster[person.id])]


def person_faults(problem: RosterProblem, person: PersonRules, row: Sequence[str]) -> list[str]:
    """Name every rule that one person's days break."""
    minutes = {shift.id: shift.minutes for shift in problem.shifts}
    if len(row) != problem.days or any(shift not in minutes for shift in row if shift != OFF):
        return [f"{person.id}: expected {problem.days} days of known shifts"]
    return [f"{person.id}: {fault}" for fault in _faults(problem, person, row, minutes)]


def _faults(
    problem: RosterProblem, person: PersonRules, row: Sequence[str], minutes: Mapping[str, int]
) -> Iterator[str]:
    barred = {shift.id: shift.not_next_day for shift in problem.shifts}
    for day, shift in enumerate(row):
        if shift != OFF and day in person.days_off:
            yield f"works on day {day}, a day off"
        if shift != OFF and day + 1 < len(row) and row[day + 1] in barred[shift]:
            yield f"{row[day + 1]} on day {day + 1} follows {shift}"
    for shift in sorted(set(row) - {OFF}):
        if row.count(shift) > person.most_shifts.get(shift, 0):
            yield f"{row.count(shift)} times {shift}, at most {person.most_shifts.get(shift, 0)}"
    worked = sum(minutes[shift] for shift in row if shift != OFF)
    if not person.least_minutes <= worked <= person.most_minutes:
        yield f"{worked} minutes, {person.least_minutes} to {person.most_minutes} expected"
    yield from _run_faults(person, row)
    saturdays = range(_SATURDAY - problem.first_weekday, len(row), _WEEK_DAYS)
    weekends = sum(
        any(row[day] != OFF for day in (saturday, saturday + 1) if 0 <= day < len(row)) for saturday in saturdays
    )
    if weekends > person.most_weekends:
        yield f"{weekends} weekends worked, at most {person.most_weekends}"


def _run_faults(person: PersonRules, row: Sequence[str]) -> Iterator[str]:
    first = 0
    for at_work, days in groupby(row, key=lambda shift: shift != OFF):
        length = len(list(days))
        inside = first > 0 and first + length < len(row)
        if at_work and length > person.most_run_days:
            yield f"works {length} days in a row from day {first}, at most {person.most_run_days}"
        if at_work and inside and length < person.least_run_days:
            yield f"works only {length} days in a row from day {first}, at least {person.least_run_days}"
        if not at_work and inside and length < person.least_rest_days:
            yield f"only {length} days off in a row from day {first}, at least {person.least_rest_days}"
        first += length
