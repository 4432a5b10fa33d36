"""Wishes for few shifts that others can fill."""

from __future__ import annotations

from datetime import date, timedelta

from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.services.bid_prospects import NarrowBids, narrow_bids

MONDAY = date(2026, 1, 5)
DAYS = tuple(MONDAY + timedelta(days=number) for number in range(5))
TEMPLATE = ShiftTemplate("day", 540, 1020)
SHIFTS = tuple(dated(TEMPLATE, "h", day, "UTC") for day in DAYS)
HEADS = {(day, "day"): 2 for day in DAYS}
RIVALS = {shift.id: 2 for shift in SHIFTS}
CONTRACT = 960


def wanted(*days: int) -> list[Bid]:
    return [Bid("e", DAYS[day], "day", BidLevel.WANT) for day in days]


def narrow(bids: list[Bid], rivals: dict[str, int] = RIVALS) -> NarrowBids | None:
    return narrow_bids(bids, SHIFTS, CONTRACT, HEADS, rivals)


def test_few_wishes_that_others_can_fill_may_all_be_lost() -> None:
    found = narrow(wanted(1, 0))
    assert found == NarrowBids(((DAYS[0], "day"), (DAYS[1], "day")), 960, 1440)
    assert found
    assert found.sentence() == (
        "If you bid only these, you can be awarded none of day on 2026-01-05, day on 2026-01-06: "
        "others can fill each of them. "
        "You wish for 16 hours; with 24 or more your contract can be met from your wishes."
    )


def test_who_is_needed_or_wishes_widely_is_not_warned() -> None:
    assert narrow(wanted(0, 1, 2)) is None
    assert narrow(wanted(0, 1), {**RIVALS, SHIFTS[1].id: 1}) is None
    assert narrow([]) is None
    assert narrow([Bid("e", DAYS[0], None, BidLevel.WANT), Bid("e", DAYS[1], "day", BidLevel.AVOID)]) is None
