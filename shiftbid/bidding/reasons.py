"""Reasons: why a bid was not honoured.

Simple: a reason names the rule that forbids the shift beside the person's other awarded shifts, or says that the day
went to another shift of theirs, or that the stages above were better without it. What would have won it is not
searched for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from shiftbid.bidding.points import honoured
from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.domain.shift import Shift
from shiftbid.rules.book import RulePack
from shiftbid.rules.checker import check
from shiftbid.rules.situation import Situation


class Reason(StrEnum):
    """Why a bid was not honoured."""

    LAW = "law"
    TAKEN = "taken"
    OUTWEIGHED = "outweighed"


@dataclass(frozen=True, slots=True)
class LostBid:
    """A bid that was not honoured, with the reason; `rule` only where a rule forbids it."""

    bid: Bid
    reason: Reason
    rule: str | None
    sentence: str


def lost_bids(
    bids: Sequence[Bid], situation: Situation, awarded: Sequence[Shift], pack: RulePack
) -> tuple[LostBid, ...]:
    """Give a reason for each `want` and `like` of one person that the award does not honour.

    Parameters
    ----------
    situation
        The person's situation with every candidate shift of the round.
    awarded
        The shifts that the person was awarded.
    """
    return tuple(
        _reason(bid, situation, awarded, pack)
        for bid in bids
        if bid.level >= BidLevel.LIKE and not honoured(bid, awarded)
    )


def _reason(bid: Bid, situation: Situation, awarded: Sequence[Shift], pack: RulePack) -> LostBid:
    if bid.template is None:
        return LostBid(
            bid, Reason.OUTWEIGHED, None, f"The day off on {bid.day} would leave more demand or contract hours unmet."
        )
    wished = next(shift for shift in situation.candidates if shift.day == bid.day and shift.template == bid.template)
    # The person's other shift of that day would make room for this one, so the rules are asked without it.
    taken = (*(shift for shift in awarded if shift.day != bid.day), wished)
    # Rules read much faster when only the shifts taken are candidates.
    roster = replace(situation, candidates=taken)
    findings = check(pack, roster, {shift.id for shift in taken})
    finding = next((each for each in findings if wished.id in each.shifts), None)
    if finding is not None:
        return LostBid(bid, Reason.LAW, finding.rule, finding.sentence)
    instead = next((shift for shift in awarded if shift.day == bid.day), None)
    if instead is not None:
        return LostBid(
            bid,
            Reason.TAKEN,
            None,
            f"On {bid.day} template {instead.template} was awarded instead; it serves the demand or the wishes better.",
        )
    return LostBid(
        bid,
        Reason.OUTWEIGHED,
        None,
        f"Template {bid.template} on {bid.day} was not needed from this person: demand, contract hours and the "
        "wishes of all together were better without it.",
    )
