"""What the window reads of votes and rounds, and the storing of a hall that was set up, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shiftbid.domain.account import Role, User
from shiftbid.domain.ballot import Answer
from shiftbid.domain.errors import AccessError, InputError
from shiftbid.domain.poll import Poll
from shiftbid.domain.promise import Promise
from shiftbid.services.accounts import NewUser
from shiftbid.services.bid_round import give_bids, open_round, parse_wishes
from shiftbid.services.count_vote import close_vote
from shiftbid.services.desk_reading import desk_view
from shiftbid.services.poll_reading import round_sheet, vote_sheet
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.set_up import HallForm, hall_of, store_set_up
from shiftbid.services.vote import cast_ballot
from shiftbid.services.wish_judgement import judge_wishes
from shiftbid.services.wish_levels import levels_of
from tests.storage.at_once import Clock
from tests.storage.example_publications import HALL
from tests.storage.test_vote_and_round_services import (
    ANN,
    BIDS_END,
    CANDIDATES,
    DEADLINE,
    HOLDERS,
    KEY,
    MAKING,
    MANAGER,
    OPENED,
    PERIOD,
    ZOE,
    PlainPins,
    clock,
    units,
    vote,
)

__all__ = ["clock", "units", "vote"]


def test_everybody_sees_their_own_and_managers_the_turnout(units: UnitOfWorkFactory, clock: Clock, vote: Poll) -> None:
    wanted = CANDIDATES[0].id
    cast_ballot(units, MAKING, vote, ZOE, {wanted: Answer.WANT})
    with units() as unit:
        zoe, ann = (desk_view(unit, user, HALL.id, PERIOD, OPENED) for user in (ZOE, ANN))
        managers = desk_view(unit, MANAGER, HALL.id, None, OPENED)
    assert (zoe.plan, zoe.polls) == (None, None)
    assert zoe.own is not None
    assert zoe.own.vote is not None
    assert (zoe.own.person.id, zoe.own.vote.gave_at) == ("e2", OPENED)
    assert ann.own is not None
    assert ann.own.vote is not None
    assert ann.own.vote.gave_at is None
    assert managers.own is None
    assert managers.polls is not None
    assert managers.polls.vote is not None
    assert (managers.polls.vote.took_part, managers.polls.vote.tallies) == (1, ())
    assert (managers.polls.names, managers.polls.now) == ({"mere": "Mere", "tama": "Tama"}, OPENED)
    clock.now = DEADLINE
    counted = close_vote(units, MAKING.sealer, vote, KEY)
    with units() as unit:
        sheet = vote_sheet(unit, counted)
    assert {each.choice: (each.want, each.accept, each.cannot) for each in sheet.tallies}[wanted] == (1, 0, 0)
    assert any(each.adopted for each in sheet.tallies)


def test_wishes_are_judged_before_they_are_given(units: UnitOfWorkFactory, clock: Clock, vote: Poll) -> None:
    cast_ballot(units, MAKING, vote, ZOE, {each.id: Answer.WANT for each in CANDIDATES})
    clock.now = DEADLINE
    close_vote(units, MAKING.sealer, vote, KEY)
    bidding = open_round(units, MAKING, vote_now(units, vote), HOLDERS, BIDS_END)
    with units() as unit:
        sheet = round_sheet(unit, bidding)
        day = sheet.shifts[0].day
        wishes = ("want:any", f"neutral:any:{day}", f"like:off:{day}")
        judgement = judge_wishes(unit, bidding, "e2", wishes)
        with pytest.raises(InputError, match="no such shift"):
            judge_wishes(unit, bidding, "e2", ("want:nothing",))
    given = give_bids(units, MAKING, bidding, ZOE, parse_wishes(wishes))
    assert judgement.bids == len(given) == len(levels_of(sheet, wishes))
    assert {(each.day, each.template) for each in judgement.barred} <= {(each.day, each.template) for each in given}
    assert judgement.contract_minutes > 0


def vote_now(units: UnitOfWorkFactory, vote: Poll) -> Poll:
    with units() as unit:
        found = unit.polls.get(vote.id)
    assert found is not None
    return found


def test_a_hall_is_stored_whole_or_not_at_all(units: UnitOfWorkFactory) -> None:
    form = HallForm("south", "South", "NZ", "", "", "mon-fri 09:00-17:00", Promise(), 6.0, 4, 1)
    hall = hall_of(form)
    assert hall.zone == "Pacific/Auckland"
    with units() as unit:
        known = unit.staff.of_hall(HALL.id).employees
    people = tuple(replace(each, id=f"s-{each.id}", hall="south") for each in known)
    with pytest.raises(InputError, match="no counts"):
        store_set_up(units, PlainPins(), None, MANAGER, hall, people, ())
    with pytest.raises(AccessError, match="Only a manager"):
        store_set_up(units, PlainPins(), None, ZOE, hall, people, ())
    new = NewUser("late", "Late", Role.MANAGER, None, "640018")
    with pytest.raises(AccessError, match="sign in as one"):
        store_set_up(units, PlainPins(), new, None, hall, people, ())
    with units() as unit:
        assert [each.id for each in unit.halls.all()] == [HALL.id]
        assert all(each.id != new.id for each in unit.users.all())


def test_users_are_listed_in_order(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        users: tuple[User, ...] = unit.users.all()
    assert [each.id for each in users] == ["ann", "mere", "rua", "tama", "zoe"]
