"""What managers and trustees have done with votes, rounds and requests, on a database in the worker process."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from shiftbid.bootstrap.own_commands import poll_of
from shiftbid.domain.account import User
from shiftbid.domain.poll import Poll, PollKind
from shiftbid.services.poll_orders import (
    AwardRound,
    ClosePoll,
    FinishRound,
    GrantTimeOff,
    InquireVote,
    OpenRound,
    OpenVote,
    PollOrder,
    TimeOffAnswer,
    WithdrawPoll,
)
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.progress import ProgressListener

if TYPE_CHECKING:
    from shiftbid.services.poll_boxes import BoxMaking, Keyholders

SEED = 1


def do_poll_order(url: str, order: PollOrder, by: User, listener: ProgressListener) -> object:
    """Do what a manager or trustee asks of a vote or round."""
    from shiftbid.services.award_round import award_round, finish_round
    from shiftbid.services.poll_boxes import withdraw_poll
    from shiftbid.solver.work_limit import WorkLimit
    from shiftbid.storage.database import Database

    with Database(url) as database:
        units = database.unit_of_work
        match order:
            case OpenVote():
                return _open_vote(units, order, by, listener)
            case OpenRound():
                return _open_round(units, order, by)
            case ClosePoll():
                return _close(units, order)
            case WithdrawPoll():
                return withdraw_poll(units, poll_of(units, order.poll), by, order.reason)
            case AwardRound():
                bidding = poll_of(units, order.bidding)
                publication = award_round(units, bidding, by, WorkLimit(), _workers(), listener, order.late_because)
                return publication.halls[0].roster.version
            case FinishRound():
                return finish_round(units, poll_of(units, order.bidding), by)
            case InquireVote():
                return _inquire(units, poll_of(units, order.vote))


def answer_request(url: str, order: TimeOffAnswer, by: User) -> object:
    """Grant or refuse a request for time off."""
    from shiftbid.services.time_off_requests import grant, refuse
    from shiftbid.storage.database import Database

    now = int(time.time())
    with Database(url) as database:
        if isinstance(order, GrantTimeOff):
            return grant(database.unit_of_work, order.hall, order.request, by, now)
        return refuse(database.unit_of_work, order.hall, order.request, by, now, order.reason)


def _open_vote(units: UnitOfWorkFactory, order: OpenVote, by: User, listener: ProgressListener) -> Poll:
    from shiftbid.services.bid_round import known_hall
    from shiftbid.services.open_vote import VoteTerms, open_vote
    from shiftbid.services.planning import PlanningOrder
    from shiftbid.services.poll_view import deadline_on
    from shiftbid.solver.work_limit import WorkLimit

    with units() as unit:
        zone = known_hall(unit, order.hall).zone
    holders = _holders(units, order.hall, by, order)
    planning = PlanningOrder((order.hall,), order.period, SEED, WorkLimit(), workers=_workers())
    terms = VoteTerms(deadline_on(order.until, zone), order.quorum, order.ballot, order.late_because)
    (vote,) = open_vote(planning, terms, holders, units, _making(), listener)
    return vote


def _open_round(units: UnitOfWorkFactory, order: OpenRound, by: User) -> Poll:
    from shiftbid.services.bid_round import known_hall, open_round
    from shiftbid.services.poll_view import deadline_on

    vote = poll_of(units, order.vote)
    with units() as unit:
        deadline = deadline_on(order.until, known_hall(unit, vote.hall).zone)
    holders = _holders(units, vote.hall, by, order)
    return open_round(units, _making(), vote, holders, deadline, order.late_because, order.method)


def _inquire(units: UnitOfWorkFactory, vote: Poll) -> object:
    from shiftbid.services.bid_round import known_hall
    from shiftbid.services.told_inquiry import told_inquiry
    from shiftbid.services.vote import counted_election
    from shiftbid.services.vote_inquiry import inquire
    from shiftbid.services.vote_paper import read_vote_paper
    from shiftbid.solver.work_limit import WorkLimit

    with units() as unit:
        hall = known_hall(unit, vote.hall)
    demand = read_vote_paper(vote.paper, hall, vote.period).needed.demand.slots
    return told_inquiry(inquire(counted_election(vote).record, hall, demand, WorkLimit()))


def _close(units: UnitOfWorkFactory, order: ClosePoll) -> Poll:
    from shiftbid.services.bid_round import close_round
    from shiftbid.services.count_vote import close_vote

    close = close_vote if order.kind is PollKind.VOTE else close_round
    return close(units, _making().sealer, poll_of(units, order.poll), order.trustee)


def _holders(units: UnitOfWorkFactory, hall: str, by: User, order: OpenVote | OpenRound) -> Keyholders:
    from shiftbid.services.poll_boxes import keyholders
    from shiftbid.storage.pin_hashing import Argon2PinHasher

    return keyholders(units, Argon2PinHasher(), hall, by, order.trustee)


def _making() -> BoxMaking:
    from shiftbid.services.poll_boxes import BoxMaking
    from shiftbid.services.secrets import entropy_secrets
    from shiftbid.storage.sealed_boxes import SodiumBoxSealer

    return BoxMaking(SodiumBoxSealer(), entropy_secrets)


def _workers() -> int:
    """One for each processor but the one that keeps the window moving."""
    return max((os.cpu_count() or 1) - 1, 1)
