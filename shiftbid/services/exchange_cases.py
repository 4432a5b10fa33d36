"""Offers and exchanges as cases keep them: canonical JSON on record, values of the domain in the program."""

from __future__ import annotations

import json
from dataclasses import dataclass

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.case import Case, CaseAct, CaseState
from shiftbid.domain.exchange import Exchange, Move, Offer
from shiftbid.services.case_port import Seat

OPEN_PLACE = "open"


@dataclass(frozen=True, slots=True)
class ExchangeStanding:
    """An exchange and how far it has come.

    Attributes
    ----------
    waits_for
        Employees who have not agreed yet; nobody once it has ended.
    waits_for_manager
        Whether only a manager's approval is missing.
    """

    case: Case
    exchange: Exchange
    waits_for: tuple[str, ...]
    waits_for_manager: bool


def offer_content(offer: Offer) -> str:
    """An offer on record."""
    return canonical_json({"employee": offer.employee, "gives": offer.gives, "takes": list(offer.takes)})


def offer_of(case: Case) -> Offer:
    """Read an offer back."""
    content = json.loads(case.content)
    return Offer(content["employee"], content["gives"], tuple(content["takes"]))


def exchange_content(exchange: Exchange) -> str:
    """An exchange on record."""
    return canonical_json(
        {
            "moves": [{"employee": each.employee, "gives": each.gives, "takes": each.takes} for each in exchange.moves],
            "agreed": list(exchange.agreed),
            "offers": list(exchange.offers),
            "needs_approval": exchange.needs_approval,
        }
    )


def exchange_of(case: Case) -> Exchange:
    """Read an exchange back."""
    content = json.loads(case.content)
    moves = tuple(Move(each["employee"], each["gives"], each["takes"]) for each in content["moves"])
    return Exchange(moves, tuple(content["agreed"]), tuple(content["offers"]), content["needs_approval"])


def agreement_content(employee: str) -> str:
    """The agreement of one of the people concerned, on record."""
    return canonical_json({"employee": employee})


def standing_of(case: Case) -> ExchangeStanding:
    """How far an exchange has come."""
    exchange = exchange_of(case)
    agreed = [json.loads(step.content)["employee"] for step in case.steps if step.act is CaseAct.AGREE]
    is_open = case.state is CaseState.OPEN
    waits_for = exchange.waits_for(agreed) if is_open else ()
    approved = case.step(CaseAct.APPROVE) is not None
    return ExchangeStanding(
        case, exchange, waits_for, is_open and not waits_for and exchange.needs_approval and not approved
    )


def given_seats(exchange: Exchange) -> tuple[Seat, ...]:
    """Seats of the roster that people give up in an exchange."""
    return tuple(Seat(shift, employee) for employee, shift in exchange.given)
