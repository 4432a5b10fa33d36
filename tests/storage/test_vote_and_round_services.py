"""Votes and rounds through their use cases, on both databases: who may do what, void boxes, races, refused awards."""

from __future__ import annotations

import json
from collections.abc import Generator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from nacl import pwhash

from shiftbid.bidding.wish_text import parse_wishes
from shiftbid.domain.account import Role, User
from shiftbid.domain.ballot import Answer, Menu
from shiftbid.domain.errors import AccessError, InputError, StorageError
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.poll import Poll, PollAct, PollKind, PollState
from shiftbid.domain.round_method import RoundMethod
from shiftbid.domain.staffing_level import EXPECTED
from shiftbid.domain.timeline import Period
from shiftbid.services.award_round import award_round
from shiftbid.services.bid_round import agreed_method, close_round, closed_bids, give_bids, keep_standing, open_round
from shiftbid.services.count_vote import close_vote
from shiftbid.services.demand_from_footfall import HallDemand
from shiftbid.services.hall_agreements import set_terms
from shiftbid.services.hall_days import hall_days
from shiftbid.services.plan_needs import Needed
from shiftbid.services.poll_boxes import (
    BoxMaking,
    Credentials,
    Keyholders,
    keyholders,
    lock_boxes,
    next_number,
    record_opening,
    standing_poll,
    withdraw_poll,
)
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.proxies import consent_to_proxy
from shiftbid.services.secrets import entropy_secrets
from shiftbid.services.vote import cast_ballot, counted_election
from shiftbid.services.vote_paper import PlanTerms, VotePaper, planning_details
from shiftbid.solver.work_limit import WorkLimit
from shiftbid.storage.checking import check
from shiftbid.storage.database import Database
from shiftbid.storage.sealed_boxes import PinStretching, SodiumBoxSealer
from tests.storage.at_once import Clock, at_once
from tests.storage.example_publications import FIRST, HALL, NIGHT, STAFF, TEMPLATE, small_publication
from tests.unit.voting.small_papers import small_paper

PERIOD = Period.of_weeks(FIRST, 1)
OPENED = PERIOD.interval(HALL.zone).start - 10 * 24 * 3600
DEADLINE, BIDS_END = OPENED + 3600, OPENED + 7200
MAKING = BoxMaking(
    SodiumBoxSealer(PinStretching(pwhash.argon2id.OPSLIMIT_MIN, pwhash.argon2id.MEMLIMIT_MIN)), entropy_secrets
)
MANAGER = User("mere", "Mere", Role.MANAGER, None, "731946")
TRUSTEE = User("tama", "Tama", Role.PAYROLL, None, "508213")
ANN = User("ann", "Ann", Role.STAFF, "e1", "442871")
ZOE = User("zoe", "Zoe", Role.STAFF, "e2", "992134")
OWN_MANAGER = User("rua", "Rua", Role.MANAGER, "e2", "105938")
KEY = Credentials(TRUSTEE.name, TRUSTEE.pin_hash)
HOLDERS = Keyholders(MANAGER, TRUSTEE, TRUSTEE.pin_hash)
SMALL = small_publication()
MENUS: tuple[Menu, ...] = (replace(SMALL.menus[0], templates=(NIGHT,), use=()),)
CANDIDATES = (TEMPLATE, NIGHT)


class PlainPins:
    """PINs as they are: what hashing does is tested elsewhere."""

    def hash(self, pin: str) -> str:
        return pin

    def verify(self, pin_hash: str, pin: str) -> bool:
        return pin_hash == pin

    def is_outdated(self, pin_hash: str) -> bool:
        return False


@pytest.fixture
def clock() -> Clock:
    return Clock(OPENED)


@pytest.fixture
def units(url: str, clock: Clock) -> Generator[UnitOfWorkFactory]:
    with Database(url, clock) as database:
        with database.unit_of_work() as unit:
            unit.halls.add(HALL)
            unit.staff.replace(HALL.id, STAFF)
            for user in (MANAGER, TRUSTEE, ANN, ZOE, OWN_MANAGER):
                unit.users.add(user)
            unit.commit()
        yield database.unit_of_work


@pytest.fixture
def vote(units: UnitOfWorkFactory) -> Poll:
    """An open vote for one of two templates, as `open_vote` leaves it."""
    boxes = lock_boxes(MAKING.sealer, HOLDERS.trustee_pin, "nonce")
    threshold = SMALL.busy_threshold_per_hour
    paper = VotePaper(
        quorum=1,
        nonce_commitment=boxes.nonce_commitment,
        terms=PlanTerms("HOUSE", 1, EXPECTED, ""),
        counted_until=OPENED,
        details=planning_details(HALL),
        needed=Needed(
            SMALL.forecast, threshold, hall_days(HALL, SMALL.forecast, PERIOD, threshold), HallDemand((), 0, 0.0, 0.0)
        ),
        ballot_paper=small_paper(CANDIDATES, MENUS, seats=1),
    )
    poll = Poll(PollKind.VOTE, HALL.id, PERIOD, 1, "mere", OPENED, DEADLINE, "tama", boxes.public_key, paper.text())
    with units() as unit:
        record_opening(unit, poll, boxes.locked_key)
        unit.commit()
    return poll


@pytest.fixture
def bidding(units: UnitOfWorkFactory, clock: Clock, vote: Poll) -> Poll:
    """An open round on the template that one ballot adopted; what Zoë wishes always was given before."""
    cast_ballot(units, MAKING, vote, ZOE, {"early": Answer.ACCEPT})
    keep_standing(units, ZOE, ["want:off:wed", "want:early:thu"])
    clock.now = DEADLINE
    counted = close_vote(units, MAKING.sealer, vote, KEY)
    return open_round(units, MAKING, counted, HOLDERS, BIDS_END)


def content(poll: Poll, act: PollAct) -> dict[str, Any]:
    text = poll.content_of(act)
    assert text is not None
    return json.loads(text)


def sealed_by_hand(units: UnitOfWorkFactory, poll: Poll, employee: str, text: str) -> None:
    with units() as unit:
        unit.polls.add_entry(poll.id, employee, "u", MAKING.sealer.seal(poll.public_key, text))
        unit.commit()


def test_a_round_is_awarded_as_the_hall_agreed_or_as_it_was_opened(
    units: UnitOfWorkFactory, clock: Clock, vote: Poll
) -> None:
    set_terms(units, HALL.id, HallTerms(round_method=RoundMethod.SENIORITY), MANAGER)
    cast_ballot(units, MAKING, vote, ZOE, {"early": Answer.ACCEPT})
    clock.now = DEADLINE
    counted = close_vote(units, MAKING.sealer, vote, KEY)
    agreed = open_round(units, MAKING, counted, HOLDERS, BIDS_END)
    assert agreed_method(agreed) is RoundMethod.SENIORITY
    withdraw_poll(units, agreed, MANAGER, "another method")
    named = open_round(units, MAKING, counted, HOLDERS, BIDS_END, method=RoundMethod.LEXIMIN)
    assert agreed_method(named) is RoundMethod.LEXIMIN
    clock.now = BIDS_END
    closed = close_round(units, MAKING.sealer, named, KEY)
    assert closed_bids(closed).method is RoundMethod.LEXIMIN


def test_the_last_ballot_of_each_person_counts_and_a_box_without_one_is_void(
    units: UnitOfWorkFactory, clock: Clock, vote: Poll, url: str
) -> None:
    cast_ballot(units, MAKING, vote, ZOE, {"night": Answer.WANT})
    receipt = cast_ballot(units, MAKING, vote, ZOE, {"early": Answer.WANT, "night": Answer.CANNOT})
    sealed_by_hand(units, vote, "e1", "no ballot")
    clock.now = DEADLINE
    counted = close_vote(units, MAKING.sealer, vote, KEY)
    assert counted.state is PollState.COUNTED
    assert content(counted, PollAct.COUNT)["spoiled"] == 1
    election = content(counted, PollAct.COUNT)["election"]
    assert election["ballots"] == [{"id": receipt, "answers": {"early": "want", "night": "cannot"}}]
    assert counted_election(counted).adopted.templates == (TEMPLATE,)
    assert check(url) == []


def test_only_the_trustee_closes_and_five_wrong_pins_lock_the_name(
    units: UnitOfWorkFactory, clock: Clock, vote: Poll
) -> None:
    cast_ballot(units, MAKING, vote, ZOE, {})
    with pytest.raises(InputError, match="open until its deadline"):
        close_vote(units, MAKING.sealer, vote, KEY)
    clock.now = DEADLINE
    with pytest.raises(AccessError, match="Only the trustee"):
        close_vote(units, MAKING.sealer, vote, Credentials(MANAGER.name, MANAGER.pin_hash))
    for _ in range(5):
        with pytest.raises(AccessError, match="The key lies under the PIN"):
            close_vote(units, MAKING.sealer, vote, Credentials(TRUSTEE.name, "000001"))
    with pytest.raises(AccessError, match="locked"):
        close_vote(units, MAKING.sealer, vote, KEY)
    clock.now += 16 * 60
    assert close_vote(units, MAKING.sealer, vote, KEY).state is PollState.COUNTED
    with pytest.raises(InputError, match="destroyed"):
        close_vote(units, MAKING.sealer, vote, KEY)


def test_of_two_who_close_at_once_one_counts_and_the_other_hears_why(
    units: UnitOfWorkFactory, clock: Clock, vote: Poll, url: str
) -> None:
    cast_ballot(units, MAKING, vote, ZOE, {"night": Answer.WANT})
    clock.now = DEADLINE
    outcomes = at_once([lambda: close_vote(units, MAKING.sealer, vote, KEY)] * 3)
    assert sum(isinstance(each, Poll) for each in outcomes) == 1
    assert sum(isinstance(each, (InputError, StorageError)) for each in outcomes) == 2
    assert check(url) == []


@pytest.mark.parametrize(
    ("trustee", "refusal"),
    [(MANAGER, "may not hold the key"), (OWN_MANAGER, "may not hold the key"), (ZOE, None), (TRUSTEE, None)],
)
def test_the_key_is_held_by_nobody_who_manages_the_hall(
    units: UnitOfWorkFactory, trustee: User, refusal: str | None
) -> None:
    holder = Credentials(trustee.name, trustee.pin_hash)
    if refusal is None:
        assert keyholders(units, PlainPins(), HALL.id, MANAGER, holder).trustee == trustee
        return
    with pytest.raises(AccessError, match=refusal):
        keyholders(units, PlainPins(), HALL.id, MANAGER, holder)


def test_staff_open_nothing(units: UnitOfWorkFactory) -> None:
    key = Credentials(TRUSTEE.name, TRUSTEE.pin_hash)
    with pytest.raises(AccessError, match="Only a manager"):
        keyholders(units, PlainPins(), HALL.id, ANN, key)


def test_a_withdrawn_vote_makes_room_for_another(units: UnitOfWorkFactory, vote: Poll) -> None:
    with units() as unit, pytest.raises(InputError, match="withdraw it before you open another"):
        next_number(unit, PollKind.VOTE, HALL.id, PERIOD)
    with pytest.raises(InputError, match="give the reason"):
        withdraw_poll(units, vote, MANAGER, " ")
    withdrawn = withdraw_poll(units, vote, MANAGER, "wrong dates")
    assert content(withdrawn, PollAct.WITHDRAW) == {"reason": "wrong dates"}
    with pytest.raises(InputError, match="withdrawn"):
        cast_ballot(units, MAKING, withdrawn, ZOE, {})
    with units() as unit:
        assert next_number(unit, PollKind.VOTE, HALL.id, PERIOD) == 2
        assert unit.polls.locked_key(vote.id) is None
        assert standing_poll(unit, PollKind.VOTE, HALL.id, FIRST.isoformat()) == withdrawn
        with pytest.raises(InputError, match="has no round"):
            standing_poll(unit, PollKind.ROUND, HALL.id, None)
        with pytest.raises(InputError, match="for a period from 2026-01-01"):
            standing_poll(unit, PollKind.VOTE, HALL.id, "2026-01-01")


def test_bids_are_fixed_before_they_are_opened(units: UnitOfWorkFactory, clock: Clock, bidding: Poll, url: str) -> None:
    give_bids(units, MAKING, bidding, ANN, parse_wishes(["want:off:wed"]))
    clock.now = BIDS_END
    closed = close_round(units, MAKING.sealer, bidding, KEY)
    revealed = content(closed, PollAct.REVEAL)
    assert [step.act for step in closed.steps] == [PollAct.CLOSE, PollAct.REVEAL]
    assert "nonce" not in content(closed, PollAct.CLOSE)
    assert revealed["standing"] == ["e2"]
    wednesday = (FIRST + timedelta(days=2)).isoformat()
    assert [each["wishes"] for each in revealed["bids"]] == [
        [{"date": wednesday, "level": "want", "template": None}]
    ] * 2
    assert check(url) == []


def test_bids_that_were_not_offered_are_void_and_the_trustee_gives_none(
    units: UnitOfWorkFactory, clock: Clock, bidding: Poll
) -> None:
    day = FIRST.isoformat()
    text = {
        "poll": bidding.id,
        "employee": "e1",
        "salt": "s",
        "wishes": [{"date": day, "template": "x", "level": "want"}],
    }
    sealed_by_hand(units, bidding, "e1", json.dumps(text))
    with pytest.raises(AccessError, match="holds the key"):
        give_bids(units, MAKING, bidding, TRUSTEE, ())
    with pytest.raises(AccessError, match="no employee"):
        keep_standing(units, MANAGER, [])
    clock.now = BIDS_END
    with pytest.raises(InputError, match="has passed"):
        give_bids(units, MAKING, bidding, ANN, ())
    assert content(close_round(units, MAKING.sealer, bidding, KEY), PollAct.REVEAL)["spoiled"] == ["e1"]


def test_a_round_needs_its_vote(units: UnitOfWorkFactory, clock: Clock, bidding: Poll, vote: Poll) -> None:
    with units() as unit:
        counted = unit.polls.get(vote.id)
    assert counted is not None
    with pytest.raises(InputError, match="withdraw it before"):
        open_round(units, MAKING, counted, HOLDERS, BIDS_END)
    with pytest.raises(InputError, match="before the period begins"):
        open_round(units, MAKING, counted, HOLDERS, PERIOD.interval(HALL.zone).start)
    withdraw_poll(units, counted, MANAGER, "wrong menus")
    with pytest.raises(InputError, match="does not count: withdraw the round"):
        give_bids(units, MAKING, bidding, ANN, ())


def test_an_award_that_no_longer_fits_is_refused(units: UnitOfWorkFactory, clock: Clock, bidding: Poll) -> None:
    def award(poll: Poll) -> object:
        return award_round(units, poll, MANAGER, WorkLimit(), 1, lambda progress: None)

    with pytest.raises(InputError, match="is open: only a closed round"):
        award(bidding)
    give_bids(units, MAKING, bidding, ANN, ())
    clock.now = BIDS_END
    closed = close_round(units, MAKING.sealer, bidding, KEY)
    with units() as unit:
        unit.halls.change(replace(HALL, counters=HALL.counters + 1))
        unit.staff.replace(HALL.id, replace(STAFF, employees=STAFF.employees[:1], leave=(), consents=(), worked=()))
        unit.commit()
    with pytest.raises(InputError) as error:
        award(closed)
    assert [str(each).split(":")[0] for each in error.value.problems] == [
        "the hall's details were changed since the vote",
        "e1 bid, but is on the staff list no more",
    ]


def test_a_bid_by_proxy_counts_and_is_named_in_the_record(
    units: UnitOfWorkFactory, clock: Clock, bidding: Poll
) -> None:
    with pytest.raises(AccessError, match="has not consented"):
        give_bids(units, MAKING, bidding, ZOE, parse_wishes(["want:off:wed"]), "e1")
    consent_to_proxy(units, ANN, "e2")
    give_bids(units, MAKING, bidding, ZOE, parse_wishes(["want:off:wed"]), "e1")
    give_bids(units, MAKING, bidding, ZOE, ())
    clock.now = BIDS_END
    revealed = content(close_round(units, MAKING.sealer, bidding, KEY), PollAct.REVEAL)
    assert revealed["by_proxy"] == [{"employee": "e1", "given_by": "zoe"}]
    assert [(each["employee"], len(each["wishes"])) for each in revealed["bids"]] == [("e1", 1), ("e2", 0)]


def test_a_round_keeps_the_notice_that_the_hall_has_agreed(units: UnitOfWorkFactory, clock: Clock, vote: Poll) -> None:
    cast_ballot(units, MAKING, vote, ZOE, {"early": Answer.ACCEPT})
    clock.now = DEADLINE
    counted = close_vote(units, MAKING.sealer, vote, KEY)
    with units() as unit:
        unit.agreements.set_terms(HALL.id, HallTerms(notice_days=14), MANAGER.id)
        unit.commit()
    with pytest.raises(InputError, match=r"agreed notice .*: 4 days short"):
        open_round(units, MAKING, counted, HOLDERS, BIDS_END)
    opened = open_round(units, MAKING, counted, HOLDERS, BIDS_END, "the roof came down")
    assert json.loads(opened.paper)["late_because"] == "the roof came down"
    clock.now = BIDS_END
    closed = close_round(units, MAKING.sealer, opened, KEY)
    with pytest.raises(InputError, match=r"publication: .* agreed notice .*: 4 days short"):
        award_round(units, closed, MANAGER, WorkLimit(), 1, lambda progress: None)
