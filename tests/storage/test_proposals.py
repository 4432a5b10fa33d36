"""Templates proposed for the next vote, on both databases: who may, what is checked, what is said of them."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

import pytest

from shiftbid.domain.account import Role, User
from shiftbid.domain.errors import AccessError, InputError
from shiftbid.domain.proposal import ProposalVerdict
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.proposals import (
    TemplateText,
    comment_on,
    proposals_of,
    propose_template,
    verdict_on,
    waiting_proposals,
)
from shiftbid.storage.database import Database
from tests.storage.at_once import Clock, at_once
from tests.storage.example_publications import CALENDAR, HALL, SETTINGS, STAFF, TEMPLATE, small_publication
from tests.unit.voting.small_papers import small_paper

NOW = 1_780_000_000
ANN = User("ann", "Ann", Role.STAFF, "e1", "p")
MERE = User("mere", "Mere", Role.MANAGER, None, "p")
CLERK = User("tama", "Tama", Role.PAYROLL, None, "p")
SHORT = TemplateText("12:00", "16:00", "", frozenset(range(7)), "counter")


@pytest.fixture
def units(url: str) -> Generator[UnitOfWorkFactory]:
    with Database(url, Clock(NOW)) as database:
        with database.unit_of_work() as unit:
            unit.halls.add(HALL)
            unit.staff.replace(HALL.id, STAFF)
            for user in (ANN, MERE, CLERK):
                unit.users.add(user)
            unit.commit()
        yield database.unit_of_work


def test_a_proposal_waits_with_its_comments(units: UnitOfWorkFactory) -> None:
    judged = propose_template(units, HALL.id, ANN, SHORT)
    proposal = judged.proposal
    assert (proposal.number, proposal.by, proposal.at, proposal.template.id) == (1, "ann", NOW, "1200-1600")
    assert (judged.covered_half_hours, judged.demand_half_hours, judged.verdict) == (0, 0, None)
    comment_on(units, HALL.id, 1, MERE, " too few hours ")
    commented = comment_on(units, HALL.id, 1, ANN, "I would take it")
    assert [(each.by, each.text) for each in commented.comments] == [
        ("mere", "too few hours"),
        ("ann", "I would take it"),
    ]
    second = propose_template(
        units, HALL.id, MERE, replace(SHORT, breaks="13:00/30/unpaid", weekdays=frozenset({0, 4}))
    )
    assert (second.proposal.number, second.proposal.template.id) == (2, "1200-1600@1300-d15")
    assert [each.proposal for each in proposals_of(units, HALL.id)] == [commented, second.proposal]
    with units() as unit:
        assert waiting_proposals(unit, HALL.id) == (commented, second.proposal)


def test_what_is_no_use_or_against_the_law_is_refused_at_once(units: UnitOfWorkFactory) -> None:
    propose_template(units, HALL.id, ANN, SHORT)
    for text, problem in (
        (SHORT, "is proposed already, as number 1"),
        (replace(SHORT, start="03:00", end="07:00", weekdays=frozenset({1})), "covers no half-hour"),
        (replace(SHORT, start="09:00", end="23:30"), "works 14 h 30 min"),
        (replace(SHORT, skill="juggling"), "has no desk for 'juggling': choose one of cash, counter, vip"),
        (replace(SHORT, weekdays=frozenset[int]()), "give at least one weekday"),
        (replace(SHORT, breaks="11:00/30/unpaid"), "lies outside it"),
    ):
        with pytest.raises(InputError, match=problem):
            propose_template(units, HALL.id, ANN, text)
    assert len(proposals_of(units, HALL.id)) == 1


def test_strangers_neither_propose_nor_comment(units: UnitOfWorkFactory) -> None:
    propose_template(units, HALL.id, ANN, SHORT)
    with pytest.raises(AccessError, match="neither on the staff list"):
        propose_template(units, HALL.id, CLERK, SHORT)
    with pytest.raises(AccessError, match="neither on the staff list"):
        comment_on(units, HALL.id, 1, CLERK, "no")
    with pytest.raises(InputError, match="write 1 to 2000 characters"):
        comment_on(units, HALL.id, 1, ANN, "  ")
    with pytest.raises(InputError, match="no such proposal"):
        comment_on(units, HALL.id, 7, ANN, "which?")


def test_the_latest_published_demand_says_what_a_proposal_covers(units: UnitOfWorkFactory) -> None:
    published = small_publication()
    slots = tuple(
        replace(published.demand[0], slot=replace(each.slot, start=each.slot.start + shift, end=each.slot.end + shift))
        for each in published.demand[:1]
        for shift in (12 * 3600, 15 * 3600, 17 * 3600)
    )
    with units() as unit:
        unit.publications.publish(replace(published, demand=slots), CALENDAR, SETTINGS)
        unit.commit()
    judged = propose_template(units, HALL.id, ANN, SHORT)
    assert (judged.covered_half_hours, judged.demand_half_hours) == (2, 3)


def test_of_many_who_propose_at_once_each_gets_a_number_of_its_own(units: UnitOfWorkFactory) -> None:
    texts = [replace(SHORT, start=f"{hour:02}:00") for hour in (10, 11, 12, 13)]
    outcomes = at_once([lambda text=text: propose_template(units, HALL.id, ANN, text) for text in texts])
    assert not [each for each in outcomes if isinstance(each, Exception)]
    assert [each.proposal.number for each in proposals_of(units, HALL.id)] == [1, 2, 3, 4]


def test_a_paper_says_why_a_proposal_is_in_or_out(units: UnitOfWorkFactory) -> None:
    proposal = propose_template(units, HALL.id, ANN, SHORT).proposal
    menu = small_publication().menus[0]
    out = verdict_on(proposal, small_paper((TEMPLATE,), (menu,), 1))
    assert not out.is_put_to_vote
    assert "forbids it" in out.reason
    within = verdict_on(proposal, small_paper((proposal.template,), (menu,), 1))
    reason = "Early birds: other templates cover at no higher cost, as far as was searched"
    assert within == ProposalVerdict(1, "1200-1600", is_put_to_vote=True, reason=reason)
    holds = replace(menu, templates=(proposal.template,))
    assert verdict_on(proposal, small_paper((proposal.template,), (holds,), 1)).reason == "Early birds: part of it"
