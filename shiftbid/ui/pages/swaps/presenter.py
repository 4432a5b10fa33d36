"""Exchanges and offers of a roster as a manager sees them. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shiftbid.domain.shift import Shift

if TYPE_CHECKING:
    from shiftbid.services.exchange_board import ExchangeBoard
    from shiftbid.services.exchange_cases import ExchangeStanding


@dataclass(frozen=True, slots=True)
class FreeShiftRow:
    """A shift that somebody offers, or one on which heads are missing.

    Attributes
    ----------
    giver
        Name of the person who gives it; empty for an open shift.
    wanted
        Shifts any of which the giver would take for it; none where it is given away or open.
    places, half_hours
        Of an open shift: most heads missing at one time, and half-hours that one more person covers; else 0.
    """

    shift: Shift
    giver: str
    wanted: tuple[Shift, ...]
    places: int
    half_hours: int


def exchanges_in_order(board: ExchangeBoard) -> tuple[ExchangeStanding, ...]:
    """Those that wait for a manager first, then those that wait for somebody, then the rest; each the latest first."""
    return tuple(
        sorted(board.exchanges, key=lambda each: (not each.waits_for_manager, not each.waits_for, -each.case.number))
    )


def free_shift_rows(board: ExchangeBoard, now: int) -> tuple[FreeShiftRow, ...]:
    """Offers, then open shifts, that begin after an instant (UTC seconds), each in order of time."""
    offered = [
        FreeShiftRow(
            board.shifts[offer.gives],
            board.names[offer.employee],
            tuple(board.shifts[each] for each in offer.takes if each in board.shifts),
            0,
            0,
        )
        for _, offer in board.offers
    ]
    lacking = [FreeShiftRow(each.shift, "", (), each.places, each.half_hours) for each in board.open_shifts]
    coming = [each for each in (*offered, *lacking) if each.shift.span.start > now]
    return tuple(sorted(coming, key=lambda each: (not each.giver, each.shift.span, each.giver)))
