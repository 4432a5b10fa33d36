"""Which shifts an appeal may be about. Qt-free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shiftbid.domain.shift import Shift
from shiftbid.services.poll_sheets import LostWish

if TYPE_CHECKING:
    from shiftbid.services.exchange_board import ExchangeBoard


def appeal_shifts(board: ExchangeBoard, employee: str, lost: LostWish | None) -> tuple[Shift, ...]:
    """The shift of a lost wish first (for a day off, what the person works on that day), then one's own shifts."""
    own = sorted(
        (shift for shift in board.shifts.values() if employee in board.holders.get(shift.id, ())),
        key=lambda each: each.span,
    )
    if lost is None:
        return tuple(own)
    about = [
        shift
        for shift in board.shifts.values()
        if shift.day == lost.bid.day and (shift.template == lost.bid.template if lost.bid.template else shift in own)
    ]
    return tuple(dict.fromkeys((*about, *own)))
