"""A vote and bidding rounds of the fake hall in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from shiftbid.domain.ballot import Origin, VoteMethod
from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.domain.poll import Poll, PollAct, PollKind, PollStep
from shiftbid.domain.round_method import RoundMethod
from shiftbid.domain.shift import Shift, dated
from shiftbid.domain.timeline import Period, instant
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
from shiftbid.services.vote_result import VoteResult
from tests.gui.fake_hall import FIRST, HALL, NAMES, TEMPLATES, ZONE, fake_publication

PERIOD = Period.of_weeks(FIRST + timedelta(weeks=4), 4)
NOW = instant(FIRST + timedelta(days=9), 600, ZONE)
DEADLINE = instant(FIRST + timedelta(days=16), 1080, ZONE)
BID_AT = NOW - 3600
STAFF_COUNT = len(NAMES)


def fake_poll(kind: PollKind, *acts: PollAct) -> Poll:
    """A poll after some acts, each a minute after the deadline."""
    steps = tuple(PollStep(act, "u2", DEADLINE + 60 * place, "{}") for place, act in enumerate(acts, start=1))
    return Poll(kind, HALL.id, PERIOD, 1, "u1", NOW - 90_000, DEADLINE, "u2", "", "{}", steps)


def open_vote_sheet() -> VoteSheet:
    """A vote in which nine of the staff have taken part."""
    return VoteSheet(
        poll=fake_poll(PollKind.VOTE),
        zone=ZONE,
        staff=STAFF_COUNT,
        took_part=9,
        quorum=5,
        choices=(
            Choice(TEMPLATES[0], Origin.MENU),
            Choice(TEMPLATES[1], Origin.USEFUL),
            Choice(TEMPLATES[2], Origin.PROPOSAL),
        ),
        tallies=(),
    )


def counted_vote_sheet() -> VoteSheet:
    """The same after the count."""
    return replace(
        open_vote_sheet(),
        poll=fake_poll(PollKind.VOTE, PollAct.CLOSE, PollAct.COUNT),
        tallies=(
            Tally("early-8h", 5, 2, 1, adopted=True),
            Tally("late-8h", 3, 3, 0, adopted=False),
            Tally("noon-6h", 1, 2, 5, adopted=False),
        ),
        result=fake_result(),
    )


def fake_result() -> VoteResult:
    """One template adopted; the cheapest menu costs ten hours less."""
    adopted = fake_publication(weeks=1, people=2).menus[0]
    cheapest = replace(adopted, id="cheapest", paid_minutes=adopted.paid_minutes - 600)
    return VoteResult(
        method=VoteMethod.PROPORTIONAL,
        adopted=adopted,
        optimal=True,
        score=Fraction(15, 2),
        bound=Fraction(15, 2),
        least_missing_half_hours=4,
        most_missing_half_hours=9,
        most_paid_minutes=None,
        cheapest=cheapest,
        people_by_approved=(1, 8),
        rounds=(),
    )


def open_round_sheet() -> RoundSheet:
    """A round on every template of the hall."""
    days = HALL.open_days(PERIOD.first, PERIOD.last)
    return RoundSheet(
        poll=fake_poll(PollKind.ROUND),
        zone=ZONE,
        staff=STAFF_COUNT,
        took_part=4,
        method=RoundMethod.SNAKE,
        templates=TEMPLATES,
        shifts=tuple(_shift(place, day) for day in days for place in range(len(TEMPLATES))),
        days=days,
    )


def awarded_round_sheet() -> RoundSheet:
    """The same after the award."""
    return replace(
        open_round_sheet(),
        poll=fake_poll(PollKind.ROUND, PollAct.CLOSE, PollAct.REVEAL, PollAct.AWARD),
    )


def fake_outcome() -> RoundOutcome:
    """Two bidders; the first has lost a day off and a shift."""
    first = PERIOD.first
    off = Bid("e000", first + timedelta(days=1), None, BidLevel.WANT)
    early = Bid("e000", first + timedelta(days=2), "early-8h", BidLevel.LIKE)
    kept = Bid("e000", first, "early-8h", BidLevel.WANT)
    return RoundOutcome(
        version=1,
        satisfaction=(Satisfaction("e000", 3, 7, 0.43), Satisfaction("e001", 4, 4, 1.0)),
        lost=(
            LostWish(off, "cover", "The day off would leave 4 half hours uncovered.", ""),
            LostWish(early, "law", "rests only 9 h 30 min before the shift; the law asks for 11 h.", ""),
        ),
        kept=(kept, Bid("e001", first, None, BidLevel.WANT)),
    )


def fake_polls() -> HallPolls:
    """An open vote on the next period, and the awarded round."""
    return HallPolls(
        hall=HALL,
        vote=open_vote_sheet(),
        round=awarded_round_sheet(),
        names={"u1": "Mere", "u2": "Tama"},
        people={f"e{number:03d}": name for number, name in enumerate(NAMES)},
        outcome=fake_outcome(),
        next_first=PERIOD.first,
        round_method=RoundMethod.SNAKE,
        now=NOW,
    )


def _shift(place: int, day: date) -> Shift:
    return dated(TEMPLATES[place], HALL.id, day, ZONE)
