"""Awards of a hall under whole rule packs: nothing found by the checker, the same award twice, limits below values."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.shift import ShiftTemplate, TemplateBreak, dated
from shiftbid.domain.staff import Employee, HoursSystem
from shiftbid.domain.timeline import Interval, Period, instant
from shiftbid.rules.book import RulePack, load_pack
from shiftbid.rules.checker import check
from shiftbid.rules.situation import Situation
from shiftbid.solver import award_search
from shiftbid.solver.award import AwardPerson, AwardProblem, award
from shiftbid.solver.award_costs import award_costs, values_of
from shiftbid.solver.award_model import Total, cover_groups
from shiftbid.solver.award_stages import STAGES
from shiftbid.solver.satisfaction import negated_mean
from shiftbid.solver.work_limit import WorkLimit

ZONE = "Pacific/Auckland"
PERIOD = Period.of_weeks(date(2026, 11, 2), 2)
TEMPLATES = (
    ShiftTemplate("early", 420, 930, (TemplateBreak(660, 30, paid=False),)),
    ShiftTemplate("day", 540, 780),
    ShiftTemplate("late", 840, 1350, (TemplateBreak(1080, 30, paid=False),)),
)
LIMIT = WorkLimit(search_work=1.5, step_work=0.15, steps=12, rounds=4, menu_work=0.1)


def situation(name: str, chance: random.Random) -> Situation:
    employee = Employee(
        id=name,
        name=name,
        hall="H",
        contract_minutes=chance.choice([1440, 2400]),
        system=HoursSystem.STANDARD,
        skills=frozenset({"counter"}),
        born=date(1990, 1, 1),
        employed_from=date(2020, 1, 1),
        rate_cents=3000,
    )
    before = [PERIOD.first - timedelta(days=back) for back in range(1, 7) if chance.random() < 0.7]
    return Situation(
        employee,
        PERIOD,
        ZONE,
        Calendar({}),
        tuple(dated(template, "H", day, ZONE) for day in PERIOD.days for template in TEMPLATES),
        tuple(dated(chance.choice(TEMPLATES), "H", day, ZONE) for day in before),
    )


def person(of: Situation, pack: RulePack, chance: random.Random) -> AwardPerson:
    return AwardPerson(
        employee=of.employee.id,
        contract_minutes=2 * of.employee.contract_minutes,
        candidates=of.candidates,
        fixed=of.fixed,
        clauses=tuple(pack.clauses(of)),
        points={shift.id: chance.randint(-1, 3) for shift in of.candidates if chance.random() < 0.3},
        day_off_points=dict.fromkeys(chance.sample(PERIOD.days, 2), 3),
        pinned=frozenset(),
        weight=chance.choice([0.7, 1.0, 1.4]),
        burdens={shift.id: 1 for shift in of.candidates if chance.random() < 0.3},
    )


@pytest.mark.parametrize("pack_id", ["HOUSE", "EU", "CN"])
def test_an_award_under_a_pack_is_legal_reproducible_and_bounded(pack_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Small enough for a test, yet on the way that large halls take.
    monkeypatch.setattr(award_search, "_FIRST_COLUMNS", 80)
    chance = random.Random(pack_id)
    pack = load_pack(pack_id, PERIOD.first)
    situations = [situation(f"E{number}", chance) for number in range(5)]
    demand = tuple(
        DemandSlot("H", Interval(instant(day, minute, ZONE), instant(day, minute + 30, ZONE)), "counter", heads)
        for day in PERIOD.days
        for minute in range(420, 1350, 30)
        for heads in [chance.randint(0, 3)]
    )
    problem = AwardProblem(demand, tuple(person(each, pack, chance) for each in situations), None)

    result = award(problem, 1, LIMIT, lambda share, text: None)

    mine = [frozenset(shift for who, shift in result.assignments if who == each.employee.id) for each in situations]
    for each, chosen in zip(situations, mine, strict=True):
        assert not list(check(pack, each, chosen))
    costs = award_costs(problem.people, [result.scales.get(each.employee) for each in problem.people])
    values = values_of(problem, cover_groups(problem), costs, mine)
    weights = sum(each.weight for each in problem.people if each.employee in result.scales)
    stated = [negated_mean(values[each], weights) if each is Total.WELFARE else values[each] for each in STAGES]
    assert [stage.objective for stage in result.stages] == stated
    assert all(stage.bound is None or stage.bound <= (stage.objective or 0) for stage in result.stages)
    assert award(problem, 1, LIMIT, lambda share, text: None).assignments == result.assignments
