"""Open a bidding round, bid in it, close it."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from shiftbid.bidding.round_record import ClosedRound
from shiftbid.bidding.sealed_bid import bid_text, bids_of_record, bids_record, opened_bids
from shiftbid.bidding.sealing import SealedBids, commitments_record, root_of
from shiftbid.bidding.wish_text import Wish, dated_bids, parse_wishes, standing_bids
from shiftbid.canonical_json import canonical_json
from shiftbid.domain.account import User
from shiftbid.domain.bid import Bid
from shiftbid.domain.errors import AccessError, InputError
from shiftbid.domain.hall import Hall
from shiftbid.domain.poll import Poll, PollAct, PollKind, PollState, StandingWishes, counting_entries
from shiftbid.domain.round_method import RoundMethod
from shiftbid.domain.shift import Shift, ShiftTemplate
from shiftbid.domain.tie_number import joined_hash
from shiftbid.rules.book import load_pack
from shiftbid.services.notice_dates import PublishedOn, notice_problems, notice_shortfalls
from shiftbid.services.poll_boxes import (
    BoxMaking,
    Credentials,
    Keyholders,
    deadline_problems,
    lock_boxes,
    next_number,
    participant,
    record_opening,
    record_step,
    unlock_boxes,
)
from shiftbid.services.poll_port import BoxSealer
from shiftbid.services.poll_records import boxes_root
from shiftbid.services.ports import UnitOfWork, UnitOfWorkFactory
from shiftbid.services.proxies import is_by_proxy, represented
from shiftbid.services.situations import candidate_shifts
from shiftbid.services.vote import counted_election
from shiftbid.services.vote_paper import read_vote_paper

FORMAT = "shiftbid-round-paper-2"


@dataclass(frozen=True, slots=True)
class Offer:
    """What a round puts to the staff: the adopted templates, the shifts they make in the period, and its open days."""

    hall: Hall
    templates: tuple[ShiftTemplate, ...]
    shifts: tuple[Shift, ...]
    days: tuple[date, ...]

    @property
    def bids(self) -> frozenset[tuple[date, str | None]]:
        """Date and template of everything that may be bid on; None is the day off."""
        return frozenset({*((each.day, each.template) for each in self.shifts), *((day, None) for day in self.days)})


def open_round(
    units: UnitOfWorkFactory,
    making: BoxMaking,
    vote: Poll,
    holders: Keyholders,
    deadline: int,
    late_because: str = "",
    method: RoundMethod | None = None,
) -> Poll:
    """Open the bidding on the menu that a vote adopted, until a deadline (UTC seconds).

    Parameters
    ----------
    late_because
        The reason for which the roster will be known later than the hall has agreed; empty where it is not.
    method
        How the round is awarded; where None, as the hall has agreed.

    Raises
    ------
    InputError
        The vote is not counted, the deadline is not between now and the period or leaves too little notice, or a round
        stands already.
    """
    adopted = counted_election(vote).adopted
    boxes = lock_boxes(making.sealer, holders.trustee_pin, making.secret("round", vote.id))
    with units() as unit:
        hall = known_hall(unit, vote.hall)
        agreed = unit.agreements.terms_of(hall.id)
        paper = {
            "format": FORMAT,
            "vote": vote.id,
            "menu": adopted.id,
            "method": (method or agreed.round_method).value,
            "nonce_commitment": boxes.nonce_commitment,
            "late_because": late_because.strip(),
        }
        pack = load_pack(read_vote_paper(vote.paper, hall, vote.period).terms.pack, vote.period.first)
        # Nothing is awarded before the deadline, so no roster is known sooner.
        first_known = PublishedOn(hall, vote.period, deadline)
        shortfalls = notice_shortfalls(first_known, pack, agreed)
        problems = [
            *deadline_problems(vote.period.interval(hall.zone).start, deadline),
            *notice_problems(shortfalls, late_because),
        ]
        if problems:
            raise InputError("round", problems)
        opened = Poll(
            kind=PollKind.ROUND,
            hall=vote.hall,
            period=vote.period,
            number=next_number(unit, PollKind.ROUND, vote.hall, vote.period),
            opened_by=holders.manager.id,
            opened_at=unit.polls.now(),
            deadline=deadline,
            trustee=holders.trustee.id,
            public_key=boxes.public_key,
            paper=canonical_json(paper),
        )
        record_opening(unit, opened, boxes.locked_key)
        unit.commit()
    return opened


def vote_of(unit: UnitOfWork, bidding: Poll) -> Poll:
    """The vote whose adopted menu a round is on; InputError where it was withdrawn since."""
    name = json.loads(bidding.paper)["vote"]
    vote = unit.polls.get(name)
    if vote is None or vote.state is not PollState.COUNTED:
        raise InputError(f"round {bidding.id}", [f"stands on vote {name}, which does not count: withdraw the round"])
    return vote


def offer_of(unit: UnitOfWork, bidding: Poll) -> Offer:
    """What people may bid on in a round."""
    hall = known_hall(unit, bidding.hall)
    templates = counted_election(vote_of(unit, bidding)).adopted.templates
    days = hall.open_days(bidding.period.first, bidding.period.last)
    return Offer(hall, templates, candidate_shifts(templates, hall, bidding.period.days), days)


def give_bids(
    units: UnitOfWorkFactory,
    making: BoxMaking,
    bidding: Poll,
    bidder: User,
    wishes: Sequence[Wish],
    employee: str | None = None,
) -> tuple[Bid, ...]:
    """Seal a person's wishes, in place of earlier ones; gives the dated bids that they come to.

    Parameters
    ----------
    employee
        For whom the bidder bids, with their consent; for themself where None.

    Raises
    ------
    AccessError
        The person is not on the hall's staff list, is the trustee, or did not consent to this proxy.
    InputError
        A wish speaks of no shift of the round, or the round takes nothing more.
    """
    with units() as unit:
        person = (
            participant(unit, bidding, bidder) if employee is None else represented(unit, bidding, bidder, employee)
        )
        offer = offer_of(unit, bidding)
        bids = dated_bids(person, wishes, offer.templates, offer.shifts, offer.days)
        sealed = SealedBids(person, making.secret("salt", bidding.id, person), bids)
        box = making.sealer.seal(bidding.public_key, bid_text(bidding.id, sealed))
        unit.polls.add_entry(bidding.id, person, bidder.id, box)
        unit.commit()
    return bids


def close_round(units: UnitOfWorkFactory, sealer: BoxSealer, bidding: Poll, trustee: Credentials) -> Poll:
    """Close a round with the trustee's PIN: commitments and root go on record first, then bids and nonce.

    Raises AccessError where somebody else closes or the PIN is wrong, InputError before the deadline.
    """
    unlocked = unlock_boxes(units, sealer, bidding, trustee)
    with units() as unit:
        held = unit.polls.hold(bidding.id)
        entries = unit.polls.entries(bidding.id)
        counting = counting_entries(entries)
        texts = [(each.employee, sealer.open(unlocked.keys, each.box)) for each in counting]
        offer = offer_of(unit, bidding)
        opened = opened_bids(bidding.id, texts, offer.bids)
        silent = _standing(unit, bidding, offer, {employee for employee, _ in texts})
        sealed = (*opened.sealed, *silent)
        commitments = commitments_record(sealed)
        closing = {
            "boxes": len(texts),
            "boxes_root": boxes_root(entries),
            "commitments": commitments,
            "root": root_of(commitments),
        }
        closed = record_step(unit, held, PollAct.CLOSE, unlocked.trustee.id, canonical_json(closing))
        revealed = {
            "nonce": unlocked.nonce,
            "bids": bids_record(sorted(sealed, key=lambda each: each.employee)),
            "standing": [each.employee for each in silent],
            "by_proxy": [
                {"employee": each.employee, "given_by": each.given_by} for each in counting if is_by_proxy(unit, each)
            ],
            "spoiled": list(opened.spoiled),
        }
        after = record_step(unit, closed, PollAct.REVEAL, unlocked.trustee.id, canonical_json(revealed))
        unit.polls.destroy_key(bidding.id)
        unit.commit()
    return after


def keep_standing(units: UnitOfWorkFactory, by: User, wishes: Sequence[str]) -> StandingWishes:
    """Keep a person's wishes for every round in which they give no bid, in place of those before; none: none stand.

    They count in rounds opened after this. Raises AccessError for users who are no employee, InputError for what is no
    wish.
    """
    parse_wishes(wishes)
    if by.employee is None:
        raise AccessError(f"{by.name} is no employee, and so wishes for no shifts.")
    with units() as unit:
        standing = unit.polls.add_standing(by.employee, by.id, wishes)
        unit.commit()
    return standing


def _standing(unit: UnitOfWork, bidding: Poll, offer: Offer, gave: Collection[str]) -> tuple[SealedBids, ...]:
    """Bids of people on the staff list who gave none, from the wishes that stood when the round was opened.

    Nobody knows the nonce before that, and the salt follows from the round's name, so that they cannot steer its ties.
    """
    staff = {each.id for each in unit.staff.of_hall(bidding.hall).employees}
    return tuple(
        SealedBids(
            employee,
            joined_hash("standing", bidding.id, employee),
            standing_bids(employee, parse_wishes(standing.wishes), offer.templates, offer.shifts, offer.days),
        )
        for employee, standing in sorted(unit.polls.standing_at(bidding.opened_at).items())
        if employee in staff and employee not in gave and standing.wishes
    )


def closed_bids(bidding: Poll) -> ClosedRound:
    """The bids of a closed round as the award takes them; InputError where the round is not closed."""
    content = bidding.content_of(PollAct.REVEAL)
    if content is None:
        raise InputError(f"round {bidding.id}", [f"is {bidding.state}: close it first"])
    revealed = json.loads(content)
    sealed = bids_of_record(revealed["bids"])
    return ClosedRound(bidding.hall, bidding.period, revealed["nonce"], sealed, agreed_method(bidding))


def agreed_method(bidding: Poll) -> RoundMethod:
    """The method that a round's paper says it is awarded by."""
    return RoundMethod(json.loads(bidding.paper)["method"])


def known_hall(unit: UnitOfWork, hall: str) -> Hall:
    """Give a hall; InputError where it is unknown."""
    found = unit.halls.get(hall)
    if found is None:
        known = ", ".join(each.id for each in unit.halls.all()) or "none"
        raise InputError("hall", [f"there is no hall {hall!r}; known: {known}"])
    return found
