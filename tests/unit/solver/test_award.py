"""Awards of small halls against every possible award."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, combinations, product

import pytest

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.outcome import SolveStatus
from shiftbid.domain.shift import Shift, ShiftTemplate
from shiftbid.rules.checker import breach_of
from shiftbid.rules.clauses import AnyFree, AtLeast, AtMost, Clause, Scope, Term
from shiftbid.solver import award_search
from shiftbid.solver.award import AwardPerson, AwardProblem, award
from shiftbid.solver.award_costs import PersonCosts, award_costs, points_of, values_of
from shiftbid.solver.award_model import Total, cover_groups
from shiftbid.solver.award_stages import STAGES, WELFARE_TOLERANCE
from shiftbid.solver.satisfaction import USUAL_WELFARE, WELFARE_UNIT, Measure, PointScale, Welfare, negated_mean
from shiftbid.solver.work_limit import WorkLimit

Place = Callable[[ShiftTemplate, int], Shift]
Ask = Callable[[int, int, int, int], tuple[DemandSlot, ...]]


def silent(share: float, text: str) -> None:
    assert 0.0 <= share <= 1.0
    assert text


def one_a_day(shifts: tuple[Shift, ...]) -> list[Clause]:
    return [
        AtMost(Scope("ONE-A-DAY", first.span), (Term(first.id), Term(second.id)), 1)
        for first, second in combinations(shifts, 2)
        if first.day == second.day
    ]


WELFARES = (USUAL_WELFARE, Welfare(floor=0.0, measure=Measure.SUM), Welfare(floor=0.6))


def person(name: str, shifts: tuple[Shift, ...]) -> AwardPerson:
    return AwardPerson(
        employee=name,
        contract_minutes=0,
        candidates=shifts,
        fixed=frozenset(),
        clauses=tuple(one_a_day(shifts)),
        points={},
        day_off_points={},
        pinned=frozenset(),
    )


def choices(someone: AwardPerson) -> Iterator[frozenset[str]]:
    ids = [shift.id for shift in someone.candidates]
    every = chain.from_iterable(combinations(ids, size) for size in range(len(ids) + 1))
    for chosen in map(frozenset, every):
        if someone.pinned <= chosen and not any(
            breach_of(clause, chosen | someone.fixed) for clause in someone.clauses
        ):
            yield chosen


def costs_of(problem: AwardProblem) -> tuple[PersonCosts, ...]:
    """Tables over each person's own ends of satisfaction, found by trying all their rosters."""
    return award_costs(problem.people, [ends(someone) for someone in problem.people], problem.welfare)


def ends(someone: AwardPerson) -> PointScale | None:
    rosters = [[shift for shift in someone.candidates if shift.id in ids] for ids in choices(someone)]
    short = [max(0, someone.contract_minutes - sum(s.paid_minutes for s in each)) for each in rosters]
    points = [points_of(someone, each) for each in rosters]
    best = max(worth for worth, lacking in zip(points, short, strict=True) if lacking == min(short))
    return PointScale(min(points), best) if min(points) < best else None


def told(problem: AwardProblem, values: Mapping[Total, int]) -> list[float]:
    """Values of an award as its stages state them."""
    weight = sum(someone.weight for someone in problem.people if ends(someone))
    measure = problem.welfare.measure
    return [negated_mean(values[each], weight, measure) if each is Total.WELFARE else values[each] for each in STAGES]


def every_award(problem: AwardProblem) -> list[Mapping[Total, int]]:
    groups, costs = cover_groups(problem), costs_of(problem)
    awards = product(*(tuple(choices(someone)) for someone in problem.people))
    return [values_of(problem, groups, costs, chosen) for chosen in awards]


def best(problem: AwardProblem) -> list[float]:
    """The stages' values of the best award, stage by stage; the burden may cost a little welfare."""
    left = every_award(problem)
    slack = int(WELFARE_TOLERANCE * WELFARE_UNIT * sum(someone.weight for someone in problem.people if ends(someone)))
    for total in STAGES:
        least = min(values[total] for values in left) + (slack if total is Total.WELFARE else 0)
        left = [values for values in left if values[total] <= least]
    return told(problem, left[0])


def with_time_off(someone: AwardPerson, weight: int) -> AwardPerson:
    """The person with a day off of 240 minutes on offer on each day, one of them at most."""
    days = sorted({shift.day: shift for shift in someone.candidates}.items())
    offs = tuple(
        Shift(f"off/{day}", "", "off", day, replace(shift.span, end=shift.span.start + 240 * 60), skill="")
        for day, shift in days
    )
    return replace(
        someone,
        candidates=(*someone.candidates, *offs),
        clauses=(
            *someone.clauses,
            *one_a_day((*someone.candidates, *offs)),
            AtMost(Scope("ONE-OFF", offs[0].span), tuple(Term(each.id) for each in offs), 1),
        ),
        time_off={each.id: weight for each in offs},
    )


def random_problem(seed: int, place: Place, ask: Ask, templates: list[ShiftTemplate]) -> AwardProblem:
    chance = random.Random(seed)
    shifts = tuple(place(template, day) for day in range(2) for template in templates)
    people: list[AwardPerson] = []
    for number in range(3):
        clauses = one_a_day(shifts)
        clauses.append(AtMost(Scope("HOURS", shifts[0].span), tuple(Term(s.id, s.paid_minutes) for s in shifts), 700))
        if chance.random() < 0.3:
            blocks = tuple(tuple(s.id for s in shifts if s.day == day) for day in sorted({s.day for s in shifts}))
            clauses.append(AnyFree(Scope("DAY-OFF", shifts[0].span), blocks))
        if chance.random() < 0.3:
            clauses.append(AtLeast(Scope("SOME", shifts[0].span), tuple(Term(s.id) for s in shifts), 1))
        people.append(
            replace(
                person(f"E{number}", shifts),
                clauses=tuple(clauses),
                contract_minutes=chance.choice([0, 240, 480, 690]),
                points={s.id: chance.randint(-1, 3) for s in shifts if chance.random() < 0.6},
                day_off_points={s.day: chance.randint(-1, 3) for s in shifts if chance.random() < 0.3},
                pinned=frozenset([shifts[0].id]) if chance.random() < 0.2 else frozenset(),
                weight=chance.choice([0.5, 1.0, 1.5]),
                burdens={s.id: 1 for s in shifts if chance.random() < 0.4},
            )
        )
    demand = tuple(
        slot for day in range(2) for slot in (*ask(day, 540, 780, chance.randint(0, 2)), *ask(day, 780, 1020, 1))
    )
    if seed % 2:
        people[:2] = [with_time_off(someone, weight) for weight, someone in enumerate(people[:2], 1)]
    ties = {(someone.employee, shift.id): chance.randrange(1 << 16) for someone in people for shift in shifts}
    return AwardProblem(demand, tuple(people), ties, WELFARES[seed % len(WELFARES)])


@pytest.mark.parametrize("seed", range(12))
def test_a_small_award_is_the_best_of_all(
    seed: int,
    shift_on: Place,
    demand_on: Ask,
    early: ShiftTemplate,
    late: ShiftTemplate,
    whole: ShiftTemplate,
    quick: WorkLimit,
) -> None:
    problem = random_problem(seed, shift_on, demand_on, [early, late, whole])
    result = award(problem, 1, quick, silent)
    assert result.status is SolveStatus.OPTIMAL
    assert [stage.objective for stage in result.stages] == best(problem)
    assert [stage.bound for stage in result.stages] == best(problem)
    for someone in problem.people:
        mine = frozenset(shift for employee, shift in result.assignments if employee == someone.employee)
        assert mine in set(choices(someone))


@pytest.mark.parametrize("seed", range(8))
def test_limits_hold_where_the_award_is_too_large_for_one_step(
    seed: int,
    shift_on: Place,
    demand_on: Ask,
    early: ShiftTemplate,
    late: ShiftTemplate,
    whole: ShiftTemplate,
    quick: WorkLimit,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(award_search, "_FIRST_COLUMNS", 4)
    problem = random_problem(seed, shift_on, demand_on, [early, late, whole])
    result = award(problem, 1, replace(quick, steps=4), silent)
    left = every_award(problem)
    mine = [frozenset(ids for who, ids in result.assignments if who == each.employee) for each in problem.people]
    reached = values_of(problem, cover_groups(problem), costs_of(problem), mine)
    assert [stage.objective for stage in result.stages] == told(problem, reached)
    for total, stage in zip(STAGES, result.stages, strict=True):
        least = min(values[total] for values in left)
        assert least <= reached[total]
        assert stage.bound is None or stage.bound <= told(problem, {**reached, total: least})[total]
        left = [values for values in left if values[total] <= reached[total]]


def test_the_same_problem_gives_the_same_award_however_many_search_at_once(
    shift_on: Place, demand_on: Ask, early: ShiftTemplate, late: ShiftTemplate, whole: ShiftTemplate, quick: WorkLimit
) -> None:
    problem = random_problem(5, shift_on, demand_on, [early, late, whole])
    alone, together = (award(problem, 3, replace(quick, workers=workers), silent) for workers in (1, 3))
    assert alone.assignments == together.assignments
    assert [stage.bound for stage in alone.stages] == [stage.bound for stage in together.stages]


def test_breaks_leave_the_counter_empty(
    shift_on: Place, demand_on: Ask, whole: ShiftTemplate, quick: WorkLimit
) -> None:
    problem = AwardProblem(demand_on(0, 540, 1020, 1), (person("E1", (shift_on(whole, 0),)),), None)
    missing = award(problem, 1, quick, silent).stages[0]
    assert (missing.objective, missing.bound) == (1, 1)


def test_demand_of_another_hall_or_skill_stays_missing(
    shift_on: Place, demand_on: Ask, early: ShiftTemplate, quick: WorkLimit
) -> None:
    own = demand_on(0, 540, 780, 1)
    foreign = (
        DemandSlot("OTHER", own[0].slot, "counter", 2),
        DemandSlot("H", own[1].slot, "safe", 3),
    )
    problem = AwardProblem((*own, *foreign), (person("E1", (shift_on(early, 0),)),), None)
    assert award(problem, 1, quick, silent).stages[0].objective == 5


def test_demand_comes_before_hours_and_hours_before_wishes(
    shift_on: Place, demand_on: Ask, early: ShiftTemplate, late: ShiftTemplate, quick: WorkLimit
) -> None:
    shifts = (shift_on(early, 0), shift_on(late, 0), shift_on(early, 1))
    someone = replace(
        person("E1", shifts),
        contract_minutes=480,
        points={shifts[1].id: 3, shifts[2].id: -1},
        day_off_points={shifts[2].day: 3},
    )
    result = award(AwardProblem(demand_on(0, 540, 780, 1), (someone,), None), 1, quick, silent)
    assert result.assignments == (("E1", shifts[0].id), ("E1", shifts[2].id))
    assert [stage.objective for stage in result.stages][:2] == [0, 0]


def test_ties_go_to_the_lowest_numbers(shift_on: Place, demand_on: Ask, early: ShiftTemplate, quick: WorkLimit) -> None:
    shift = shift_on(early, 0)
    people = tuple(replace(person(name, (shift,)), day_off_points={shift.day: 1}) for name in ("E1", "E2", "E3"))
    for lucky in ("E1", "E2", "E3"):
        numbers = {(name, shift.id): 65_535 if name != lucky else 7 for name in ("E1", "E2", "E3")}
        result = award(AwardProblem(demand_on(0, 540, 780, 1), people, numbers), 1, quick, silent)
        assert result.assignments == ((lucky, shift.id),)


def test_history_that_breaks_a_rule_alone_does_not_stop_the_award(
    shift_on: Place, demand_on: Ask, early: ShiftTemplate, quick: WorkLimit
) -> None:
    shift = shift_on(early, 0)
    over = AtMost(Scope("HOURS", shift.span), (Term("past", 600), Term(shift.id, 240)), 500)
    someone = replace(person("E1", (shift,)), clauses=(over,), fixed=frozenset({"past"}))
    result = award(AwardProblem(demand_on(0, 540, 780, 1), (someone,), None), 1, quick, silent)
    assert result.assignments == ()
    assert result.stages[0].objective == 8


def test_rules_that_clash_are_named_and_others_left_out(
    shift_on: Place, demand_on: Ask, early: ShiftTemplate, late: ShiftTemplate, quick: WorkLimit
) -> None:
    shifts = (shift_on(early, 0), shift_on(late, 0))
    rules: list[Clause] = [
        *one_a_day(shifts),
        AtLeast(Scope("MINIMUM", shifts[0].span), tuple(Term(shift.id, 240) for shift in shifts), 480),
        AtMost(Scope("HARMLESS", shifts[0].span), (Term(shifts[0].id),), 1, when=(shifts[1].id,)),
    ]
    people = (replace(person("E1", shifts), clauses=tuple(rules)), person("E2", shifts))
    result = award(AwardProblem(demand_on(0, 540, 780, 1), people, None), 1, quick, silent)
    assert result.status is SolveStatus.INFEASIBLE
    assert result.assignments == ()
    assert [stage.objective for stage in result.stages] == [None] * 7
    assert result.reasons == ("E1: no roster keeps ONE-A-DAY and MINIMUM together",)


def test_pinned_shifts_are_kept_or_blamed(
    shift_on: Place, demand_on: Ask, early: ShiftTemplate, late: ShiftTemplate, quick: WorkLimit
) -> None:
    shifts = (shift_on(early, 0), shift_on(late, 0))
    both = frozenset(shift.id for shift in shifts)
    someone = replace(person("E1", shifts), pinned=both)
    free = award(AwardProblem((), (replace(someone, clauses=()),), None), 1, quick, silent)
    assert free.assignments == tuple(sorted(("E1", shift) for shift in both))
    bound = award(AwardProblem((), (someone,), None), 1, quick, silent)
    assert bound.status is SolveStatus.INFEASIBLE
    assert bound.reasons == ("E1: no roster keeps ONE-A-DAY and pinned shifts together",)


def test_nobody_and_nothing_are_answers_too(demand_on: Ask, quick: WorkLimit) -> None:
    nothing = award(AwardProblem((), (), None), 1, quick, silent)
    assert nothing.status is SolveStatus.OPTIMAL
    assert nothing.assignments == ()
    nobody = award(AwardProblem(demand_on(0, 540, 780, 2), (), None), 1, quick, silent)
    assert nobody.stages[0].objective == 16
    person_without_shifts = replace(person("E1", ()), contract_minutes=60)
    idle = award(AwardProblem(demand_on(0, 540, 780, 2), (person_without_shifts,), None), 1, quick, silent)
    assert [stage.objective for stage in idle.stages] == [16, 0, 60, 0, -1.0, 0, 0]


class Cancelled(Exception):
    pass


def test_a_listener_that_raises_ends_the_award_at_once(
    shift_on: Place, demand_on: Ask, early: ShiftTemplate, late: ShiftTemplate, whole: ShiftTemplate, quick: WorkLimit
) -> None:
    problem = random_problem(1, shift_on, demand_on, [early, late, whole])
    heard: list[float] = []

    def cancel(share: float, text: str) -> None:
        heard.append(share)
        if share > 0.04:
            raise Cancelled(text)

    with pytest.raises(Cancelled):
        award(problem, 1, quick, cancel)
    assert heard == sorted(heard)
    again = award(problem, 1, quick, silent)
    assert again.status is SolveStatus.OPTIMAL
