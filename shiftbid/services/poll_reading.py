"""Reads votes and bidding rounds for screens."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from shiftbid.bidding.points import honoured
from shiftbid.domain.ballot import Answer
from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.domain.hall import Hall
from shiftbid.domain.poll import Poll, PollAct, PollKind, PollState, counting_entries
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import DAYS_PER_WEEK, local_day
from shiftbid.services.bid_round import agreed_method, known_hall, offer_of
from shiftbid.services.poll_sheets import (
    Choice,
    HallPolls,
    LostWish,
    RoundOutcome,
    RoundSheet,
    Satisfaction,
    Tally,
    VoteSheet,
)
from shiftbid.services.ports import UnitOfWork
from shiftbid.services.vote import counted_election
from shiftbid.services.vote_paper import ballot_paper_of
from shiftbid.services.vote_result import vote_result

AWARDED = (PollState.AWARDED, PollState.FINAL)
ON_OFFER = (PollState.OPEN, PollState.REVEALED, *AWARDED)


def hall_polls(unit: UnitOfWork, hall: str) -> HallPolls:
    """The latest vote and round of a hall by the clock of the store, and what the round came to."""
    now = unit.polls.now()
    place = known_hall(unit, hall)
    polls = unit.polls.of_hall(hall)
    vote = next((each for each in reversed(polls) if each.kind is PollKind.VOTE), None)
    bidding = next((each for each in reversed(polls) if each.kind is PollKind.ROUND), None)
    users = {each.id: each.name for each in unit.users.all()}
    return HallPolls(
        hall=place,
        vote=None if vote is None else vote_sheet(unit, vote),
        round=None if bidding is None else round_sheet(unit, bidding),
        names={user: users.get(user, user) for poll in polls for user in (poll.opened_by, poll.trustee)},
        people={each.id: each.name for each in unit.staff.of_hall(hall).employees},
        outcome=None if bidding is None else outcome_of(unit, bidding),
        next_first=_next_first(unit, place, now),
        round_method=unit.agreements.terms_of(hall).round_method,
        now=now,
    )


def vote_sheet(unit: UnitOfWork, vote: Poll) -> VoteSheet:
    """A vote as it stands."""
    hall = known_hall(unit, vote.hall)
    return VoteSheet(
        poll=vote,
        zone=hall.zone,
        staff=len(unit.staff.of_hall(hall.id).employees),
        took_part=len(counting_entries(unit.polls.entries(vote.id))),
        quorum=json.loads(vote.paper)["quorum"],
        choices=choices_of(vote),
        tallies=tallies_of(vote),
        result=vote_result(counted_election(vote).record) if vote.state is PollState.COUNTED else None,
    )


def choices_of(vote: Poll) -> tuple[Choice, ...]:
    """What people answer to on the paper of a vote."""
    return tuple(Choice(each.template, each.origin) for each in ballot_paper_of(vote.paper).candidates)


def tallies_of(vote: Poll) -> tuple[Tally, ...]:
    """How many said what of each choice; empty where the vote is not counted."""
    if vote.state is not PollState.COUNTED:
        return ()
    counted = counted_election(vote)
    adopted = {template.id for template in counted.adopted.templates}
    return tuple(
        Tally(
            each["template"],
            each[Answer.WANT],
            each[Answer.ACCEPT],
            each[Answer.CANNOT],
            adopted=each["template"] in adopted,
        )
        for each in counted.record["tally"]
    )


def round_sheet(unit: UnitOfWork, bidding: Poll) -> RoundSheet:
    """A round as it stands; of one that was withdrawn nothing is on offer."""
    hall = known_hall(unit, bidding.hall)
    offer = offer_of(unit, bidding) if bidding.state in ON_OFFER else None
    return RoundSheet(
        poll=bidding,
        zone=hall.zone,
        staff=len(unit.staff.of_hall(hall.id).employees),
        took_part=len(counting_entries(unit.polls.entries(bidding.id))),
        method=agreed_method(bidding),
        templates=offer.templates if offer else (),
        shifts=offer.shifts if offer else (),
        days=offer.days if offer else (),
    )


def outcome_of(unit: UnitOfWork, bidding: Poll) -> RoundOutcome | None:
    """What an awarded round came to; None before."""
    content = bidding.content_of(PollAct.AWARD)
    if content is None or bidding.state not in AWARDED:
        return None
    version = int(json.loads(content)["version"])
    publication = unit.publications.get(bidding.hall, bidding.period, version)
    if publication is None:
        return None
    record = publication.bidding_round
    shifts: dict[str, list[Shift]] = {}
    for each in publication.roster.assignments:
        shifts.setdefault(each.employee, []).append(each.shift)
    bids = [_bid(each["employee"], wish) for each in record["bids"] for wish in each["wishes"]]
    return RoundOutcome(
        version=version,
        satisfaction=tuple(
            Satisfaction(each["employee"], each["points"], each["wished_points"], each["satisfaction"])
            for each in record["satisfaction"]
            if each["satisfaction"] is not None
        ),
        lost=tuple(
            LostWish(_bid(each["employee"], each), each["reason"], each["sentence"], each["needs"] or "")
            for each in (*record["reasons"], *record["given"])
        ),
        kept=tuple(
            each for each in bids if each.level >= BidLevel.LIKE and honoured(each, shifts.get(each.employee, ()))
        ),
    )


def given_at(unit: UnitOfWork, poll: Poll, employee: str) -> int | None:
    """When a person last gave a ballot or bid (UTC seconds); None where they gave none."""
    own = [each.given_at for each in unit.polls.entries(poll.id) if each.employee == employee]
    return max(own, default=None)


def _next_first(unit: UnitOfWork, hall: Hall, now: int) -> date:
    """The day after the last published period, or else a Monday at least two weeks ahead."""
    today = local_day(now, hall.zone)
    published = unit.publications.periods(hall.id)
    ahead = today + timedelta(weeks=2)
    monday = ahead + timedelta(days=-ahead.weekday() % DAYS_PER_WEEK)
    return max(published[-1].last + timedelta(days=1), monday) if published else monday


def _bid(employee: str, record: Mapping[str, Any]) -> Bid:
    return Bid(employee, date.fromisoformat(record["date"]), record["template"], BidLevel[record["level"].upper()])
