"""What wishes come to, day by day: light enough to follow every stroke of the brush."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shiftbid.bidding.points import wished_points
from shiftbid.bidding.wish_text import parse_wishes, standing_bids
from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.services.bid_prospects import NarrowBids
from shiftbid.services.poll_sheets import RoundSheet

Spot = tuple[date, str | None]
"""A day, and a template on it; None for the day off."""


@dataclass(frozen=True, slots=True)
class WishTotals:
    """What wishes ask for.

    Attributes
    ----------
    points
        Sum of the levels above zero.
    days_off
        Days wished off.
    paid_minutes
        Paid minutes of the shifts wished for, the longest of each day.
    """

    points: int
    shifts: int
    days_off: int
    paid_minutes: int


@dataclass(frozen=True, slots=True)
class BarredWish:
    """A wish for a shift that no award can grant, and the sentence that says why."""

    day: date
    template: str
    sentence: str


@dataclass(frozen=True, slots=True)
class WishJudgement:
    """What wishes come to.

    Attributes
    ----------
    bids
        Dated bids that they make.
    contract_minutes
        Minutes that the person's contract asks for in the period.
    barred
        Shifts wished for that the person could not be awarded whatever others bid.
    narrow
        Whether the person may come away with none of the shifts wished for; None where there is no such danger.
    """

    bids: int
    contract_minutes: int
    barred: tuple[BarredWish, ...]
    narrow: NarrowBids | None = None


def levels_of(sheet: RoundSheet, wishes: Sequence[str]) -> Mapping[Spot, BidLevel]:
    """Level of each shift and day off that wishes speak of, the later wish before the earlier.

    Raises InputError naming every text that is no wish; what fits no shift of the round is idle.
    """
    return {(bid.day, bid.template): bid.level for bid in bids_of(sheet, wishes)}


def totals_of(sheet: RoundSheet, wishes: Sequence[str]) -> WishTotals:
    """What wishes ask for together."""
    bids = bids_of(sheet, wishes)
    wanted = [(bid.day, bid.template) for bid in bids if bid.level > 0]
    longest: dict[date, int] = {}
    for shift in sheet.shifts:
        if (shift.day, shift.template) in wanted:
            longest[shift.day] = max(longest.get(shift.day, 0), shift.paid_minutes)
    return WishTotals(
        points=wished_points(bids),
        shifts=sum(template is not None for _, template in wanted),
        days_off=sum(template is None for _, template in wanted),
        paid_minutes=sum(longest.values()),
    )


def bids_of(sheet: RoundSheet, wishes: Sequence[str]) -> tuple[Bid, ...]:
    """The dated bids of nobody in particular that wishes make in a round."""
    return standing_bids("", parse_wishes(wishes), sheet.templates, sheet.shifts, sheet.days)
