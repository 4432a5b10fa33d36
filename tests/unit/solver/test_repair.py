"""Repairs of small rosters against every roster there is."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain, combinations, product

import pytest

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.outcome import SolveStatus
from shiftbid.domain.shift import Shift, ShiftTemplate
from shiftbid.rules.checker import breach_of
from shiftbid.rules.clauses import AtMost, Scope, Term
from shiftbid.solver.award_model import AwardPerson, AwardProblem, cover_groups, missing_half_hours
from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.repair import Change, RepairProblem, repair

Place = Callable[[ShiftTemplate, int], Shift]
Ask = Callable[[int, int, int, int], tuple[DemandSlot, ...]]
WORK = CpSatWork(2.0, 1)


def silent(share: float, text: str) -> None:
    assert 0.0 <= share <= 1.0
    assert text


def person(name: str, shifts: tuple[Shift, ...], most: int = 2) -> AwardPerson:
    pairs = [
        AtMost(Scope("ONE-A-DAY", one.span), (Term(one.id), Term(two.id)), 1)
        for one, two in combinations(shifts, 2)
        if one.day == two.day
    ]
    hours = AtMost(Scope("MOST", shifts[0].span), tuple(Term(shift.id) for shift in shifts), most)
    return AwardPerson(name, 2400, shifts, frozenset(), (*pairs, hours), {shifts[0].id: 3}, {}, frozenset())


def rosters(problem: RepairProblem) -> Iterator[tuple[frozenset[str], ...]]:
    def of(someone: AwardPerson) -> list[frozenset[str]]:
        ids = [shift.id for shift in someone.candidates]
        every = chain.from_iterable(combinations(ids, size) for size in range(len(ids) + 1))
        return [
            chosen
            for chosen in map(frozenset, every)
            if not any(breach_of(clause, chosen) for clause in someone.clauses) and allowed(problem, someone, chosen)
        ]

    return product(*(of(someone) for someone in problem.award.people))


def allowed(problem: RepairProblem, someone: AwardPerson, chosen: frozenset[str]) -> bool:
    before = problem.published.get(someone.employee, frozenset())
    for shift in someone.candidates:
        if (someone.employee, shift.id) in problem.lost:
            if shift.id in chosen:
                return False
        elif shift.day in problem.offer_days:
            if shift.id in before - chosen:
                return False
        elif shift.day not in problem.open_days and (shift.id in before) is not (shift.id in chosen):
            return False
    return True


def values(problem: RepairProblem, chosen: tuple[frozenset[str], ...]) -> tuple[int, int, int]:
    losers = {employee for employee, _ in problem.lost}
    missing = missing_half_hours(cover_groups(problem.award), chosen)
    different = [
        (
            someone.employee,
            len((problem.published.get(someone.employee, frozenset()) ^ after) - lost_of(problem, someone)),
        )
        for someone, after in zip(problem.award.people, chosen, strict=True)
    ]
    touched = sum(count > 0 for employee, count in different if employee not in losers)
    return missing, touched, sum(count for _, count in different)


def lost_of(problem: RepairProblem, someone: AwardPerson) -> frozenset[str]:
    return frozenset(shift for employee, shift in problem.lost if employee == someone.employee)


def random_problem(seed: int, place: Place, ask: Ask, templates: list[ShiftTemplate]) -> RepairProblem:
    chance = random.Random(seed)
    shifts = tuple(place(template, day) for day in range(2) for template in templates)
    people = tuple(person(f"E{number}", shifts, chance.choice([1, 2])) for number in range(3))
    published: dict[str, frozenset[str]] = {}
    for each in people:
        days = chance.sample([0, 1], chance.randint(0, 1))
        published[each.employee] = frozenset(place(chance.choice(templates), day).id for day in days)
    lost = frozenset(("E0", shift.id) for shift in shifts if shift.day == shifts[0].day)
    days = [shifts[0].day, shifts[-1].day]
    open_days, offer_days = chance.choice([(days, []), ([days[1]], [days[0]]), ([days[0]], [])])
    demand = tuple(
        slot for day in range(2) for slot in (*ask(day, 540, 780, chance.randint(0, 2)), *ask(day, 780, 1020, 1))
    )
    return RepairProblem(
        AwardProblem(demand, people, None), published, lost, frozenset(open_days), frozenset(offer_days)
    )


@pytest.mark.parametrize("seed", range(25))
def test_the_repair_is_the_least_of_all(
    seed: int, shift_on: Place, demand_on: Ask, early: ShiftTemplate, late: ShiftTemplate, whole: ShiftTemplate
) -> None:
    problem = random_problem(seed, shift_on, demand_on, [early, late, whole])
    found = repair(problem, WORK, silent)
    best = min(values(problem, chosen) for chosen in rosters(problem))
    assert found.status is SolveStatus.OPTIMAL
    assert tuple(stage.objective for stage in found.stages) == best
    assert tuple(stage.bound for stage in found.stages) == best
    after = {each.employee: problem.published.get(each.employee, frozenset()) for each in problem.award.people}
    for change in found.changes:
        after[change.employee] = (after[change.employee] - set(change.dropped)) | set(change.added)
    assert values(problem, tuple(after[each.employee] for each in problem.award.people)) == best


def test_one_person_steps_in_where_one_is_enough(shift_on: Place, demand_on: Ask, early: ShiftTemplate) -> None:
    shift = shift_on(early, 0)
    problem = RepairProblem(
        AwardProblem(demand_on(0, 540, 780, 1), tuple(person(name, (shift,)) for name in "ABC"), None),
        {"A": frozenset({shift.id})},
        frozenset({("A", shift.id)}),
        frozenset({shift.day}),
        frozenset(),
    )
    found = repair(problem, WORK, silent)
    assert [stage.objective for stage in found.stages] == [0, 1, 1]
    assert found.changes[0] == Change("A", (shift.id,), ())
    assert found.changes[1].added == (shift.id,)


def test_a_roster_that_breaks_a_rule_where_nothing_may_change_has_no_repair(
    shift_on: Place, demand_on: Ask, early: ShiftTemplate
) -> None:
    shifts = (shift_on(early, 0), shift_on(early, 1))
    problem = RepairProblem(
        AwardProblem(demand_on(0, 540, 780, 1), (person("A", shifts, 1), person("B", shifts)), None),
        {"A": frozenset(shift.id for shift in shifts)},
        frozenset({("B", shifts[0].id)}),
        frozenset(),
        frozenset[date](),
    )
    found = repair(problem, WORK, silent)
    assert found.status is SolveStatus.INFEASIBLE
    assert found.changes == ()
    assert repair(replace(problem, open_days=frozenset({shifts[1].day})), WORK, silent).status is SolveStatus.OPTIMAL
