"""What anybody on the staff list may see of claims and swaps: offers, exchanges under way, and shifts nobody has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shiftbid.domain.case import Case, CaseKind
from shiftbid.domain.exchange import Offer
from shiftbid.domain.hall import Hall
from shiftbid.domain.poll import PollState
from shiftbid.domain.shift import Shift
from shiftbid.services.exchange_cases import ExchangeStanding, offer_of, standing_of
from shiftbid.services.exchange_ground import OpenShift, PublishedRoster, published_roster
from shiftbid.services.exchange_steps import RosterName, open_offers, rounds_of
from shiftbid.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class ExchangeBoard:
    """Claims and swaps of a roster.

    Attributes
    ----------
    version
        Of the roster that all this is about.
    names
        Name of everybody on the roster's staff list, by employee id.
    shifts
        Every shift that may be named, by id.
    offers
        Offers that stand, with what they offer.
    exchanges
        Every exchange so far, in order of number.
    holders
        Employees who have each shift, by shift id.
    is_over
        Whether the round is final: nothing stands open any more, and what was undecided has lapsed.
    """

    hall: Hall
    version: int
    names: Mapping[str, str]
    shifts: Mapping[str, Shift]
    offers: tuple[tuple[Case, Offer], ...]
    exchanges: tuple[ExchangeStanding, ...]
    open_shifts: tuple[OpenShift, ...]
    holders: Mapping[str, tuple[str, ...]]
    is_over: bool


def exchange_board(unit: UnitOfWork, name: RosterName) -> ExchangeBoard:
    """Read how claims and swaps of a roster stand; InputError where nothing is published."""
    return board_of(unit, name, published_roster(unit, name.hall, name.period))


def board_of(unit: UnitOfWork, name: RosterName, roster: PublishedRoster) -> ExchangeBoard:
    """Read how claims and swaps stand on a roster that has been read already."""
    cases = unit.cases.of_roster(name.hall, name.period)
    is_over = any(each.state is PollState.FINAL for each in rounds_of(unit, name))
    holders: dict[str, tuple[str, ...]] = {}
    for each in roster.publication.roster.assignments:
        holders[each.shift.id] = (*holders.get(each.shift.id, ()), each.employee)
    return ExchangeBoard(
        hall=roster.publication.hall,
        version=roster.publication.roster.version,
        names=roster.names,
        shifts=roster.shifts,
        offers=() if is_over else tuple((case, offer_of(case)) for case in open_offers(unit, roster)),
        exchanges=tuple(standing_of(case) for case in cases if case.kind is CaseKind.EXCHANGE),
        open_shifts=() if is_over else roster.open_shifts(),
        holders=holders,
        is_over=is_over,
    )
