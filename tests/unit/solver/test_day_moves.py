"""Moves of one day against the whole award counted anew."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.shift import Shift, ShiftTemplate
from shiftbid.solver.award_costs import values_of
from shiftbid.solver.award_model import AwardProblem, cover_groups
from shiftbid.solver.award_polish import polished
from shiftbid.solver.award_stages import STAGES
from shiftbid.solver.day_moves import DayMove, Effect, StandingAward
from tests.unit.solver.test_award import choices, costs_of, random_problem

Place = Callable[[ShiftTemplate, int], Shift]
Ask = Callable[[int, int, int, int], tuple[DemandSlot, ...]]


def moves(problem: AwardProblem, standing: StandingAward) -> list[DayMove]:
    found: list[DayMove] = []
    for number, person in enumerate(problem.people):
        for day in sorted({shift.day for shift in person.candidates}):
            wished = [None, *(shift.id for shift in person.candidates if shift.day == day)]
            found += [move for takes in wished for move in standing.ways(number, day, takes)]
            found += standing.ways_without(number, day)
    return found


@pytest.mark.parametrize("seed", range(8))
def test_effect_and_law_of_a_move_are_those_of_the_award_it_leads_to(
    seed: int, shift_on: Place, demand_on: Ask, early: ShiftTemplate, late: ShiftTemplate, whole: ShiftTemplate
) -> None:
    problem = random_problem(seed, shift_on, demand_on, [early, late, whole])
    groups, costs = cover_groups(problem), costs_of(problem)
    lawful = [set(choices(person)) for person in problem.people]
    chance = random.Random(seed)
    chosen = [chance.choice(sorted(each, key=sorted)) for each in lawful]
    days = {shift.id: shift.day for shift in problem.people[0].candidates}
    standing = StandingAward(problem, groups, costs, chosen)
    before = values_of(problem, groups, costs, chosen)
    for move in moves(problem, standing):
        after = list(chosen)
        for turn in move.turns:
            kept = frozenset(shift for shift in chosen[turn.person] if days[shift] != move.day)
            after[turn.person] = kept | ({turn.takes} if turn.takes else set())
        values = values_of(problem, groups, costs, after)
        assert standing.effect(move) == tuple(values[total] - before[total] for total in STAGES)
        assert standing.is_lawful(move) == all(after[turn.person] in lawful[turn.person] for turn in move.turns)


@pytest.mark.parametrize("seed", range(4))
def test_a_polished_award_is_lawful_and_better_and_leaves_no_wish_to_grant(
    seed: int, shift_on: Place, demand_on: Ask, early: ShiftTemplate, late: ShiftTemplate, whole: ShiftTemplate
) -> None:
    problem = random_problem(seed, shift_on, demand_on, [early, late, whole])
    groups, costs = cover_groups(problem), costs_of(problem)
    lawful = [set(choices(person)) for person in problem.people]
    chosen = [min(each, key=sorted) for each in lawful]
    final = polished(problem, groups, costs, chosen)
    assert all(mine in each for mine, each in zip(final, lawful, strict=True))
    worth = [tuple(values_of(problem, groups, costs, each)[total] for total in STAGES) for each in (final, chosen)]
    assert worth[0] <= worth[1]
    standing = StandingAward(problem, groups, costs, final)
    for number, person in enumerate(problem.people):
        for shift in person.candidates:
            if person.points.get(shift.id, 0) > 0 and standing.of_day(number, shift.day) != (shift.id,):
                best = standing.best(standing.ways(number, shift.day, shift.id))
                assert best is None or not best[1].improves


def test_what_improves() -> None:
    assert Effect(-1, 9, 9, 9, 9, 9, 9).improves
    assert Effect(0, -1, 9, 9, 9, 9, 9).improves
    assert Effect(0, 0, 0, 0, -1, 0, 5).improves
    assert not Effect(0, 0, 0, 0, -1, 1, -5).improves
    assert not Effect(0, 0, 0, 0, 1, -1, -5).improves
    assert Effect(0, 0, 0, 0, 0, 0, -1).improves
    assert not Effect(0, 0, 0, 0, 0, 0, 0).improves
    assert not Effect(0, 0, 1, -5, -5, -5, -5).improves
