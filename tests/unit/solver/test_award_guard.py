"""Claims answered in halls of two or three people."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.shift import Shift, ShiftTemplate
from shiftbid.rules.clauses import AtMost, Scope, Term
from shiftbid.solver.award_costs import values_of
from shiftbid.solver.award_guard import AwardGuard
from shiftbid.solver.award_model import AwardProblem, Total, cover_groups
from shiftbid.solver.day_moves import StandingAward
from tests.unit.solver.test_award import choices, costs_of, person, random_problem

Place = Callable[[ShiftTemplate, int], Shift]
Ask = Callable[[int, int, int, int], tuple[DemandSlot, ...]]
STRICT = (Total.MISSING, Total.TIME_OFF, Total.SHORTFALL)


@pytest.fixture
def one_shift_each(shift_on: Place, demand_on: Ask, early: ShiftTemplate) -> AwardProblem:
    """An early head on each of two days, and two people who may work one of them."""
    shifts = (shift_on(early, 0), shift_on(early, 1))
    only_one = AtMost(Scope("ONE", shifts[0].span), tuple(Term(shift.id) for shift in shifts), 1)
    people = tuple(replace(person(name, shifts), clauses=(only_one,)) for name in "AB")
    return AwardProblem((*demand_on(0, 540, 780, 1), *demand_on(1, 540, 780, 1)), people, None)


def guard_of(problem: AwardProblem, *chosen: frozenset[str]) -> AwardGuard:
    return AwardGuard(StandingAward(problem, cover_groups(problem), costs_of(problem), chosen), len(problem.people))


def test_two_people_swap_whole_days_where_one_day_alone_is_against_the_law(one_shift_each: AwardProblem) -> None:
    first, second = one_shift_each.people[0].candidates
    guard = guard_of(one_shift_each, frozenset({first.id}), frozenset({second.id}))
    assert guard.claim(0, second.day, second.id)
    assert guard.standing.chosen == (frozenset({second.id}), frozenset({first.id}))


def test_what_was_claimed_is_never_moved(one_shift_each: AwardProblem) -> None:
    first, second = one_shift_each.people[0].candidates
    guard = guard_of(one_shift_each, frozenset({first.id}), frozenset({second.id}))
    assert guard.claim(1, second.day, second.id)
    assert not guard.claim(0, second.day, second.id)
    assert not guard.claim(1, second.day, None)
    assert guard.claim(0, second.day, None)


def test_a_head_that_is_needed_takes_no_day_off(one_shift_each: AwardProblem) -> None:
    first, second = one_shift_each.people[0].candidates
    alone = replace(one_shift_each, people=one_shift_each.people[:1])
    guard = guard_of(alone, frozenset({first.id}))
    assert not guard.claim(0, first.day, None)
    assert guard.claim(0, second.day, None)


@pytest.mark.parametrize("seed", range(6))
def test_claims_keep_the_law_and_worsen_nothing_that_comes_before_wishes(
    seed: int, shift_on: Place, demand_on: Ask, early: ShiftTemplate, late: ShiftTemplate
) -> None:
    problem = random_problem(seed, shift_on, demand_on, [early, late])
    groups, costs = cover_groups(problem), costs_of(problem)
    chance = random.Random(seed)
    lawful = [sorted(choices(each), key=sorted) for each in problem.people]
    chosen = [chance.choice(each) for each in lawful]
    guard = guard_of(problem, *chosen)
    before = [values_of(problem, groups, costs, chosen)[total] for total in STRICT]
    for number, someone in enumerate(problem.people):
        for shift in chance.sample(someone.candidates, len(someone.candidates)):
            takes = shift.id if chance.random() < 0.7 else None
            if guard.claim(number, shift.day, takes):
                assert guard.standing.of_day(number, shift.day) == (() if takes is None else (takes,))
            after = [values_of(problem, groups, costs, guard.standing.chosen)[total] for total in STRICT]
            assert after <= before
            before = after
    assert all(mine in each for mine, each in zip(guard.standing.chosen, lawful, strict=True))
