"""Who may bid for whom, and what the person sees of it, on both databases."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

import pytest

from shiftbid.domain.account import User
from shiftbid.domain.errors import AccessError, InputError
from shiftbid.domain.poll import Poll, PollKind
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.proxies import GivenBid, consent_to_proxy, given_bids, represented
from shiftbid.storage.database import Database
from tests.storage.at_once import Clock
from tests.storage.exchange_roster import ANA, BEFORE, BO, CAI, DEE, MANAGER, NORTH, WEEK, store_week

ROUND = Poll(PollKind.ROUND, NORTH.id, WEEK, 1, MANAGER.id, BEFORE, BEFORE + 99, DEE.id, "key", "{}")
"""Dee is its trustee."""


@pytest.fixture
def units(url: str) -> Generator[UnitOfWorkFactory]:
    with Database(url, Clock(BEFORE)) as database:
        with database.unit_of_work() as unit:
            store_week(unit)
            unit.polls.open(ROUND, "locked")
            unit.commit()
        yield database.unit_of_work


def bidder(units: UnitOfWorkFactory, by: User, employee: str) -> str:
    with units() as unit:
        return represented(unit, ROUND, by, employee)


def test_a_colleague_bids_for_who_consented_until_the_consent_ends(units: UnitOfWorkFactory) -> None:
    assert bidder(units, BO, "bo") == "bo"
    with pytest.raises(AccessError, match="ana has not consented that Bo bids for them"):
        bidder(units, BO, "ana")
    consent_to_proxy(units, ANA, "bo")
    assert bidder(units, BO, "ana") == "ana"
    with pytest.raises(AccessError, match="ana has not consented that Cai"):
        bidder(units, CAI, "ana")
    consent_to_proxy(units, ANA, None)
    with pytest.raises(AccessError, match="has not consented"):
        bidder(units, BO, "ana")


def test_who_holds_the_nonce_gives_nothing_in_person_or_through_others(units: UnitOfWorkFactory) -> None:
    consent_to_proxy(units, ANA, "dee")
    consent_to_proxy(units, DEE, "bo")
    with pytest.raises(AccessError, match="Dee holds the key"):
        bidder(units, DEE, "ana")
    with pytest.raises(AccessError, match="dee holds the key"):
        bidder(units, BO, "dee")


def test_a_consent_names_a_colleague(units: UnitOfWorkFactory) -> None:
    with pytest.raises(AccessError, match="is no employee"):
        consent_to_proxy(units, MANAGER, "bo")
    with pytest.raises(InputError, match="name a colleague"):
        consent_to_proxy(units, ANA, "ana")
    with pytest.raises(InputError, match="employee zoe is on no staff list"):
        consent_to_proxy(units, ANA, "zoe")
    with pytest.raises(AccessError, match="zoe is not on the staff list of hall north"):
        bidder(units, BO, "zoe")


def test_the_person_sees_who_bid_for_them(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        unit.polls.add_entry(ROUND.id, "ana", ANA.id, "box")
        unit.polls.add_entry(ROUND.id, "ana", BO.id, "box")
        unit.polls.add_entry(ROUND.id, "bo", BO.id, "box")
        unit.commit()
    assert given_bids(units, ROUND, ANA) == (
        GivenBid(BEFORE, "Ana", by_proxy=False),
        GivenBid(BEFORE, "Bo", by_proxy=True),
    )
    assert given_bids(units, ROUND, BO) == (GivenBid(BEFORE, "Bo", by_proxy=False),)
    with pytest.raises(AccessError, match="not on the staff list"):
        given_bids(units, ROUND, replace(ANA, employee="zoe"))
