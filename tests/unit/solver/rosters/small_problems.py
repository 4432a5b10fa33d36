"""Small roster problems, and their answers by trying everything."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product

from benchmarks.curtois_checks import OFF, person_faults, roster_cost
from shiftbid.solver.rosters.problem import CoverNeed, PersonRules, RosterProblem, ShiftKind, Wish

Rows = Mapping[str, Sequence[tuple[str, ...]]]


def random_problem(seed: int, people: int = 3, days: int = 6, shifts: int = 2) -> RosterProblem:
    chance = random.Random(seed)
    names = "EDLN"[:shifts]
    kinds = [
        ShiftKind(name, chance.choice((480, 480, 600)), frozenset(chance.sample(names, chance.randint(0, shifts - 1))))
        for name in names
    ]
    staff = [_person(f"P{number}", names, days, chance) for number in range(people)]
    wishes = [
        Wish(chance.choice(staff).id, chance.randrange(days), chance.choice(names), chance.randint(1, 9), on)
        for on in (True, False)
        for _ in range(2 * people)
    ]
    needs = [
        CoverNeed(day, name, chance.randint(0, 2), chance.choice((10, 100)), chance.randint(0, 3))
        for day, name in product(range(days), names)
    ]
    return RosterProblem(days, kinds, staff, wishes, needs, first_weekday=chance.randrange(7))


def long_problem() -> RosterProblem:
    """Twelve weeks of four people with the limits of usual contracts, to be made in parts."""
    problem = random_problem(2, people=4, days=84, shifts=3)
    people = [
        PersonRules(f"P{number}", {"E": 84, "D": 12, "L": 84}, 22000, 26000, 2, 5, 2, 6, frozenset({5 + number}))
        for number in range(4)
    ]
    return replace(problem, people=people)


def _person(name: str, shifts: str, days: int, chance: random.Random) -> PersonRules:
    least_run = chance.randint(1, 3)
    return PersonRules(
        id=name,
        most_shifts={shift: chance.choice((0, 1, 2, days)) for shift in shifts[1:]} | {shifts[0]: days},
        least_minutes=chance.choice((0, 960)),
        most_minutes=chance.choice((1440, 1920, 2400)),
        least_run_days=least_run,
        most_run_days=least_run + chance.randint(0, 2),
        least_rest_days=chance.randint(1, 3),
        most_weekends=chance.randint(0, 2),
        days_off=frozenset(chance.sample(range(days), chance.randint(0, 1))),
    )


def legal_rows(problem: RosterProblem) -> Rows:
    """Every legal row of each person."""
    choices = (OFF, *(shift.id for shift in problem.shifts))
    return {
        person.id: [row for row in product(choices, repeat=problem.days) if not person_faults(problem, person, row)]
        for person in problem.people
    }


def least_cost(problem: RosterProblem, rows: Rows) -> int | None:
    """Cost of the best of all legal rosters, None where there is none."""
    rosters = product(*(rows[person.id] for person in problem.people))
    names = [person.id for person in problem.people]
    return min((roster_cost(problem, dict(zip(names, roster, strict=True))) for roster in rosters), default=None)
