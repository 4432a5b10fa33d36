"""The result of a vote, and what else can be asked of it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from shiftbid.cli.vote_result import inquiry_lines, inquiry_object, result_lines, result_object
from shiftbid.domain.ballot import Answer, VoteMethod
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.outcome import SolveStatus
from shiftbid.domain.promise import Promise
from shiftbid.domain.timeline import Period
from shiftbid.services.election import ElectionGround, hold_election
from shiftbid.services.secrets import seeded_secrets
from shiftbid.services.vote_inquiry import inquire
from shiftbid.services.vote_result import vote_result
from shiftbid.solver.work_limit import WorkLimit
from tests.unit.voting.small_periods import FRIDAY, ZONE, menu_of, need_of, paper_of

HALL = Hall("h", "Hall", ZONE, "CN", None, OpeningHours.parse("09:00-11:00"), Promise(), 6.0, 9)
NEED = need_of(("1111", "0000", "0000", "2211"), 99)
MENU = menu_of(("01", "23"), [(0, "01", 1), (0, "23", 1), (3, "01", 2), (3, "23", 1)])
PAPER = paper_of(("01", "02", "12", "23"), 2, MENU, VoteMethod.PROPORTIONAL, 0)


def record_of(method: VoteMethod = VoteMethod.PROPORTIONAL) -> Any:
    """Six want 12, two of them accept 02 too; without 01 or 02, and 23, the day is not covered."""
    said = [{"12": Answer.WANT, "02": Answer.ACCEPT}] * 2 + [{"12": Answer.WANT, "23": Answer.CANNOT}] * 4
    ground = ElectionGround(HALL, Period.of_weeks(FRIDAY, 1), NEED.demand, replace(PAPER, method=method))
    answers = {f"e{number}": given for number, given in enumerate(said)}
    return hold_election(ground, answers, seeded_secrets(1), WorkLimit(), lambda _: None).record


def test_a_result_says_what_the_vote_came_to() -> None:
    result = vote_result(record_of())
    assert {template.id for template in result.adopted.templates} == {"02", "23"}
    assert (result.optimal, result.score, result.bound) == (True, Fraction(2), Fraction(2))
    assert result.people_by_approved == (4, 2, 0)
    assert result.cheapest.id == "m"
    assert result.extra_paid_minutes == result.adopted.paid_minutes - MENU.paid_minutes == 90
    lines = "\n".join(result_lines(result))
    assert "2 points; no set that covers has more than 2" in lines
    assert "+2 against the menu m" in lines
    assert result_object(result)["people_by_approved"] == [4, 2, 0]


def test_a_vote_counted_seat_by_seat_tells_its_story() -> None:
    result = vote_result(record_of(VoteMethod.PHRAGMEN))
    assert result.bound is None
    assert "12 was next" in result.rounds[0]
    assert any("12 was next" in line for line in result_lines(result))


def test_rejected_templates_and_short_groups_are_explained() -> None:
    inquiry = inquire(record_of(), HALL, NEED.demand, WorkLimit())
    told = {each.template: each for each in inquiry.rejected}
    assert list(told) == ["12", "01"]
    assert told["12"].status is SolveStatus.INFEASIBLE
    assert told["12"].sentence() == "12 (6 approve): no set with it covers the demand within the limits."
    assert (told["01"].displaced, told["01"].joined, told["01"].score) == (("02",), (), Fraction(0))
    assert "would have displaced 02" in told["01"].sentence()
    assert inquiry.free_score == Fraction(7)
    short = [(each.violation.candidate, each.violation.voters, each.excused) for each in inquiry.short]
    assert short == [("12", 4, True), ("12", 6, True)]
    assert any("0 of them not excused" in line for line in inquiry_lines(inquiry))
    assert inquiry_object(inquiry)["rejected"][0]["status"] == "infeasible"
