"""One's own shifts that may change hands, what may be claimed, and exchanges one is part of. Qt-free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from shiftbid.domain.case import Case
from shiftbid.domain.exchange import Offer
from shiftbid.domain.shift import Shift

if TYPE_CHECKING:
    from shiftbid.services.exchange_board import ExchangeBoard
    from shiftbid.services.exchange_cases import ExchangeStanding


@dataclass(frozen=True, slots=True)
class OwnShiftRow:
    """A shift of one's own that has not begun.

    Attributes
    ----------
    offer_case, offer
        The offer that stands for it; None where there is none.
    in_exchange
        Whether it waits in an exchange that is not decided, so that it is in no other.
    """

    shift: Shift
    offer_case: Case | None
    offer: Offer | None
    in_exchange: bool


class TakeKind(StrEnum):
    """How a shift comes to be free."""

    GIVEN = "given"
    """Somebody gives it away."""
    OPEN = "open"
    """Heads are missing on it."""
    FOR_ANOTHER = "for-another"
    """Somebody gives it for a shift that one has."""


@dataclass(frozen=True, slots=True)
class TakeRow:
    """A shift that one may take.

    Attributes
    ----------
    giver
        Employee who gives it; empty for an open shift.
    half_hours
        Head half-hours of missing demand that one more person on it would cover; 0 for shifts that are given.
    wanted
        One's own shifts any of which the giver would take for it.
    """

    kind: TakeKind
    shift: Shift
    giver: str
    half_hours: int
    wanted: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class OwnExchangeRow:
    """An exchange that one is part of, the latest first; whoever brought it up may take it back."""

    standing: ExchangeStanding
    waits_for_me: bool
    brought_up_by_me: bool


def own_shift_rows(board: ExchangeBoard, employee: str, now: int) -> tuple[OwnShiftRow, ...]:
    """One's own shifts that begin after an instant (UTC seconds), in order of time."""
    offers = {offer.gives: (case, offer) for case, offer in board.offers if offer.employee == employee}
    waiting = {
        shift
        for each in board.exchanges
        if each.waits_for or each.waits_for_manager
        for giver, shift in each.exchange.given
        if giver == employee
    }
    return tuple(
        OwnShiftRow(shift, *offers.get(shift.id, (None, None)), shift.id in waiting)
        for shift in _of_time(board, now)
        if employee in board.holders.get(shift.id, ())
    )


def take_rows(board: ExchangeBoard, employee: str, now: int) -> tuple[TakeRow, ...]:
    """Shifts that one may take and that begin after an instant (UTC seconds), in order of time."""
    rows = [each for each in _takes(board, employee) if each.shift.span.start > now]
    return tuple(sorted(rows, key=lambda each: (each.shift.span, each.kind, each.giver)))


def own_exchange_rows(board: ExchangeBoard, employee: str, account: str) -> tuple[OwnExchangeRow, ...]:
    """Exchanges that one is part of, those that wait for one's own answer first, each group the latest first."""
    own = [each for each in board.exchanges if employee in each.exchange.concerned]
    rows = [OwnExchangeRow(each, employee in each.waits_for, each.case.opened_by == account) for each in own]
    return tuple(sorted(rows, key=lambda each: (not each.waits_for_me, -each.standing.case.number)))


def others_shifts(board: ExchangeBoard, employee: str, now: int) -> tuple[tuple[Shift, str], ...]:
    """Shifts of colleagues that one has not oneself, with who has each, in order of time."""
    return tuple(
        (shift, holder)
        for shift in _of_time(board, now)
        if employee not in board.holders.get(shift.id, ())
        for holder in board.holders.get(shift.id, ())
    )


def _takes(board: ExchangeBoard, employee: str) -> Iterator[TakeRow]:
    for each in board.open_shifts:
        if employee not in board.holders.get(each.shift.id, ()):
            yield TakeRow(TakeKind.OPEN, each.shift, "", each.half_hours, ())
    for _, offer in board.offers:
        if offer.employee == employee or employee in board.holders.get(offer.gives, ()):
            continue
        wanted = tuple(board.shifts[each] for each in offer.takes if employee in board.holders.get(each, ()))
        if offer.given_away:
            yield TakeRow(TakeKind.GIVEN, board.shifts[offer.gives], offer.employee, 0, ())
        elif wanted:
            yield TakeRow(TakeKind.FOR_ANOTHER, board.shifts[offer.gives], offer.employee, 0, wanted)


def _of_time(board: ExchangeBoard, now: int) -> list[Shift]:
    coming = [each for each in board.shifts.values() if each.span.start > now]
    return sorted(coming, key=lambda each: (each.span, each.id))
