"""Cells explained: every figure recounted from the whole roster, every rule asked again, foolish questions refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.roster import Assignment
from shiftbid.rules.checker import check
from shiftbid.services.cell_reason import CellChange, CellQuestion, CellReason
from shiftbid.services.exchange_ground import missing_heads
from shiftbid.services.round_on_record import request_on_record
from shiftbid.services.round_problem import award_problem
from shiftbid.services.why_cell import why_cell
from shiftbid.solver.award_costs import award_costs, values_of
from shiftbid.solver.award_model import cover_groups
from shiftbid.solver.award_stages import STAGES
from shiftbid.solver.satisfaction import PointScale
from tests.gui.fake_hall import CALENDAR
from tests.unit.services.awarded_hall import PACK, awarded_hall, ignore

HALL = awarded_hall()
ROSTER = list(HALL.roster.assignments)
PERSON, DAY = ROSTER[0].employee, ROSTER[0].shift.day
REQUEST = request_on_record(HALL.bidding_round, HALL, CALENDAR, PACK)
SHIFTS = {shift.id: shift for shift in REQUEST.shifts}
RATES = {each.id: each.rate_cents for each in HALL.employees}


def asked(instead: str | None = None, employee: str = PERSON, day: date = DAY, language: str = "en") -> CellReason:
    return why_cell(HALL, CALENDAR, PACK, CellQuestion(employee, day, instead, language), 1, ignore)


def after(changes: Sequence[CellChange]) -> list[Assignment]:
    """The roster with some changes."""
    dropped = {(each.employee, each.dropped) for each in changes}
    kept = [each for each in ROSTER if (each.employee, each.shift.id) not in dropped]
    return kept + [Assignment(each.employee, SHIFTS[each.added]) for each in changes if each.added]


def stages(assignments: Sequence[Assignment]) -> tuple[int, ...]:
    """Values of the award's stages, counted from a whole roster."""
    problem = award_problem(REQUEST)
    ends = {
        each["employee"]: PointScale(each["least_points"], each["best_points"])
        for each in HALL.bidding_round["satisfaction"]
        if each["least_points"] is not None
    }
    costs = award_costs(problem.people, [ends.get(person.employee) for person in problem.people])
    chosen = [
        frozenset(each.shift.id for each in assignments if each.employee == person.employee)
        for person in problem.people
    ]
    values = values_of(problem, cover_groups(problem), costs, chosen)
    return tuple(values[total] for total in STAGES)


def pay_cents(assignments: Sequence[Assignment]) -> int:
    return sum(round(each.shift.paid_minutes * RATES[each.employee] / 60) for each in assignments)


def breaks_a_rule(assignments: Sequence[Assignment], employee: str) -> bool:
    own = tuple(each.shift for each in assignments if each.employee == employee)
    situation = replace(REQUEST.situations[employee], candidates=own)
    return any(True for _ in check(PACK, situation, {shift.id for shift in own}))


def test_every_alternative_costs_what_the_whole_roster_counts_and_is_lawful_as_the_checker_says() -> None:
    reason = asked()
    assert len({each.lawful for each in reason.alternatives}) == 2
    now = stages(ROSTER)
    for each in reason.alternatives:
        cost, then = each.cost, after(each.changes)
        counted = (cost.missing_half_hours, cost.time_off_due, cost.shortfall_minutes)
        counted += (cost.floor, cost.welfare, cost.burden, cost.ties)
        assert counted == tuple(one - other for one, other in zip(stages(then), now, strict=True))
        assert cost.cost_cents == pay_cents(then) - pay_cents(ROSTER)
        broken = any(breaks_a_rule(then, one.employee) for one in each.changes)
        assert each.lawful != broken
        assert bool(each.broken_rules) == broken


def test_one_person_may_be_asked_for() -> None:
    everybody = asked().alternatives
    other = everybody[0].changes[-1].employee
    assert asked(instead=other).alternatives == everybody[:1]


def test_changing_the_cell_is_solved_anew_and_proven() -> None:
    repair = asked().repair
    assert repair is not None
    assert repair.proven
    now, then = ([each.shift for each in some] for some in (ROSTER, after(repair.changes)))
    assert repair.missing_now == sum(missing_heads(slot, now) for slot in HALL.demand)
    assert repair.missing_half_hours == sum(missing_heads(slot, then) for slot in HALL.demand)
    assert (PERSON, ROSTER[0].shift.id) in {(each.employee, each.dropped) for each in repair.changes}
    assert repair.people == len({each.employee for each in repair.changes} - {PERSON})


def test_a_free_day_is_explained_by_the_shifts_of_others() -> None:
    worked = {(each.employee, each.shift.day) for each in ROSTER}
    person, day = next(
        (each.id, day) for each in HALL.employees for _, day in sorted(worked) if (each.id, day) not in worked
    )
    reason = asked(employee=person, day=day)
    assert reason.held is None
    assert {len(each.changes) for each in reason.alternatives} == {1, 2}
    assert all(each.changes[0].employee == person and each.changes[0].added for each in reason.alternatives)


def test_the_sentences_are_chinese_where_asked() -> None:
    reason = asked(language="zh")
    assert "若无" in reason.sentence
    assert all("：" in each.sentence for each in reason.alternatives)


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (CellQuestion("nobody", DAY), "not on the staff"),
        (CellQuestion(PERSON, date(2020, 1, 1)), "not in the published period"),
        (CellQuestion(PERSON, DAY, PERSON), "instead of themselves"),
    ],
)
def test_questions_that_make_no_sense_are_refused(question: CellQuestion, message: str) -> None:
    with pytest.raises(InputError, match=message):
        why_cell(HALL, CALENDAR, PACK, question, 1, ignore)


def test_a_pinned_shift_is_not_given_up() -> None:
    pinned = tuple(replace(each, pinned=each == ROSTER[0]) for each in ROSTER)
    hall = replace(HALL, roster=replace(HALL.roster, assignments=pinned))
    reason = why_cell(hall, CALENDAR, PACK, CellQuestion(PERSON, DAY), 1, ignore)
    assert not any(each.lawful for each in reason.alternatives)
