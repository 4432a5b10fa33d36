"""Awards by each method in halls of a few people: what each promises, and what all of them keep."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from shiftbid.bidding.method_award import MethodAward, award_by_claims, award_optimised
from shiftbid.bidding.points import awarded_points, day_off_points, shift_points
from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.domain.calendar import Calendar
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.round_method import RoundMethod
from shiftbid.domain.shift import Shift, ShiftTemplate, dated
from shiftbid.domain.staff import Employee, HoursSystem
from shiftbid.domain.timeline import Interval, Period, instant
from shiftbid.rules.book import load_pack
from shiftbid.rules.checker import check
from shiftbid.rules.situation import Situation
from shiftbid.solver.award_model import AwardPerson, AwardProblem
from shiftbid.solver.work_limit import WorkLimit

ZONE = "Europe/Berlin"
MON = date(2026, 1, 5)
PERIOD = Period.of_weeks(MON, 1)
PACK = load_pack("HOUSE", MON)
EARLY, LATE = ShiftTemplate("E", 420, 720), ShiftTemplate("L", 1080, 1380)
SHIFTS = tuple(dated(template, "h", day, ZONE) for day in PERIOD.days[:4] for template in (EARLY, LATE))
NAMES = ("ana", "ben", "cy")
QUICK = WorkLimit(search_work=0.3, step_work=0.2, steps=6, rounds=1)
CLAIMS = (RoundMethod.SENIORITY, RoundMethod.SNAKE, RoundMethod.WAVES)


def situation(name: str) -> Situation:
    employee = Employee(
        name, name, "h", 1200, HoursSystem.STANDARD, frozenset({"counter"}), date(1990, 1, 1), date(2020, 1, 1), 100
    )
    return Situation(employee, PERIOD, ZONE, Calendar({}), SHIFTS)


def heads(template: ShiftTemplate, day: date) -> DemandSlot:
    span = Interval(instant(day, template.start_minute, ZONE), instant(day, template.start_minute + 30, ZONE))
    return DemandSlot("h", span, "counter", 1)


def problem_of(bids: Mapping[str, Sequence[Bid]], templates: Sequence[ShiftTemplate] = (EARLY, LATE)) -> AwardProblem:
    people = tuple(
        AwardPerson(
            employee=name,
            contract_minutes=300 * len(templates),
            candidates=SHIFTS,
            fixed=frozenset(),
            clauses=tuple(PACK.clauses(situation(name))),
            points=shift_points(bids.get(name, ()), SHIFTS),
            day_off_points=day_off_points(bids.get(name, ())),
            pinned=frozenset(),
        )
        for name in NAMES
    )
    demand = tuple(heads(template, day) for day in PERIOD.days[:4] for template in templates)
    return AwardProblem(demand, people, None)


def wanted(name: str, *wishes: tuple[int, str | None]) -> tuple[Bid, ...]:
    return tuple(Bid(name, PERIOD.days[day], template, BidLevel.WANT) for day, template in wishes)


def shifts_of(found: MethodAward) -> dict[str, list[Shift]]:
    by_id = {shift.id: shift for shift in SHIFTS}
    held: dict[str, list[Shift]] = {name: [] for name in NAMES}
    for employee, shift in found.result.assignments:
        held[employee].append(by_id[shift])
    return held


def claimed(method: RoundMethod, problem: AwardProblem, bids: Mapping[str, Sequence[Bid]]) -> MethodAward:
    return award_by_claims(problem, method, bids, "h", 1, QUICK, lambda share, text: None)


def test_who_comes_first_takes_all_they_wish() -> None:
    bids = {name: wanted(name, (0, "E"), (1, "E"), (2, "E")) for name in ("cy", "ana", "ben")}
    found = claimed(RoundMethod.SENIORITY, problem_of(bids, [EARLY]), bids)
    assert [(claim.bid.employee, claim.accepted) for claim in found.claims[:3]] == [("cy", True)] * 3
    assert found.order == ("cy", "ana", "ben")
    assert [stage.objective for stage in found.result.stages[:3]] == [0, 0, 0]


def test_a_draft_gives_everybody_one_wish_before_anybody_two() -> None:
    bids = {name: wanted(name, (0, "E"), (1, "E"), (2, "E")) for name in NAMES}
    found = claimed(RoundMethod.SNAKE, problem_of(bids, [EARLY]), bids)
    first = [claim.bid.employee for claim in found.claims if claim.accepted][:3]
    assert first == list(NAMES)


def random_bids(seed: int) -> dict[str, tuple[Bid, ...]]:
    chance = random.Random(seed)
    return {
        name: tuple(
            Bid(name, day, template, chance.choice([BidLevel.WANT, BidLevel.LIKE]))
            for day in PERIOD.days[:4]
            for template in ("E", "L", None)
            if chance.random() < 0.4
        )
        for name in chance.sample(NAMES, 3)
    }


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("method", CLAIMS)
def test_claims_break_no_law_and_cost_no_cover(method: RoundMethod, seed: int) -> None:
    bids = random_bids(seed)
    problem = problem_of(bids)
    usual = award_optimised(problem, RoundMethod.NASH, 1, QUICK, lambda share, text: None)
    found = claimed(method, problem, bids)
    assert [each.objective for each in found.result.stages[:3]] <= [each.objective for each in usual.result.stages[:3]]
    held = shifts_of(found)
    for name, shifts in held.items():
        situated = replace(situation(name), candidates=tuple(shifts))
        assert not [each.rule for each in check(PACK, situated, {shift.id for shift in shifts})]
    for claim in found.claims:
        if claim.accepted:
            assert awarded_points([claim.bid], held[claim.bid.employee]) == claim.bid.level
    answered = {(claim.bid.employee, claim.bid.day, claim.bid.template) for claim in found.claims}
    assert answered == {(bid.employee, bid.day, bid.template) for each in bids.values() for bid in each}


def test_each_optimised_method_is_best_by_its_own_measure() -> None:
    # Two lovers of the same early shifts, and one who gains little by anything.
    bids = {
        "ana": wanted("ana", (0, "E"), (1, "E"), (2, "E"), (3, "E")),
        "ben": wanted("ben", (0, "E"), (1, "E")),
        "cy": (Bid("cy", MON, "E", BidLevel.LIKE), *wanted("cy", (1, "L"))),
    }
    problem = problem_of(bids)
    found = {
        method: award_optimised(problem, method, 1, QUICK, lambda share, text: None)
        for method in (RoundMethod.NASH, RoundMethod.SUM, RoundMethod.LEXIMIN)
    }
    share = {
        method: [
            each.result.scales[name].satisfaction(awarded_points(bids[name], shifts_of(each)[name])) for name in NAMES
        ]
        for method, each in found.items()
    }
    assert sum(share[RoundMethod.SUM]) == max(map(sum, share.values()))
    assert min(share[RoundMethod.LEXIMIN]) == max(map(min, share.values()))
    assert found[RoundMethod.SUM].welfare.floor == 0.0
    assert found[RoundMethod.LEXIMIN].welfare.floor <= min(share[RoundMethod.LEXIMIN]) + 1e-9
    assert len({each.result.stages[0].objective for each in found.values()}) == 1
