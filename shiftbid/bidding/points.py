"""Points: what bids weigh in the award."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from shiftbid.domain.bid import Bid
from shiftbid.domain.shift import Shift


def shift_points(bids: Sequence[Bid], shifts: Sequence[Shift]) -> Mapping[str, int]:
    """Points of each candidate shift that one person bid on, by shift id."""
    levels = {(bid.day, bid.template): int(bid.level) for bid in bids if bid.template is not None}
    return {
        shift.id: levels[shift.day, shift.template]
        for shift in shifts
        if levels.get((shift.day, shift.template), 0) != 0
    }


def day_off_points(bids: Sequence[Bid]) -> Mapping[date, int]:
    """Points of each day off that one person bid on."""
    return {bid.day: int(bid.level) for bid in bids if bid.template is None and bid.level != 0}


def honoured(bid: Bid, shifts: Collection[Shift]) -> bool:
    """Whether an award grants a bid: the shift is there, or the day is free."""
    if bid.template is None:
        return all(shift.day != bid.day for shift in shifts)
    return any(shift.day == bid.day and shift.template == bid.template for shift in shifts)


def awarded_points(bids: Sequence[Bid], shifts: Collection[Shift]) -> int:
    """Points that an award is worth to one person."""
    return sum(int(bid.level) for bid in bids if honoured(bid, shifts))


def wished_points(bids: Sequence[Bid]) -> int:
    """Sum of the positive levels that one person bid."""
    return sum(int(bid.level) for bid in bids if bid.level > 0)
