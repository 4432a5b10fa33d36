"""Claims and swaps after the award: offer a shift, claim one, propose a swap, agree, approve, refuse.

Every exchange is checked for law, cover and certificate before anybody is asked, and again when it is carried out. It
is carried out with the last agreement it needs, as the next version of the published roster, in one transaction. All
changes of a hall come one after the other, so of two who claim one shift the second reads what the first has done.
"""

from __future__ import annotations

from collections.abc import Sequence

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.account import Role, User
from shiftbid.domain.case import Case, CaseAct, CaseKind
from shiftbid.domain.errors import AccessError, InputError
from shiftbid.domain.exchange import Exchange, Offer, claim, swap
from shiftbid.services.accounts import require
from shiftbid.services.case_port import Seat
from shiftbid.services.case_records import record_case, record_case_step
from shiftbid.services.exchange_cases import agreement_content, offer_content, offer_of
from shiftbid.services.exchange_steps import (
    RosterName,
    bring_up,
    carry_out_if_ready,
    employee_on,
    free_offer,
    held_case,
    held_exchange,
    held_roster,
    new_case,
    refuse_offer,
    refuse_unless_open,
    waits_text,
)
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.progress import ProgressListener


def offer_shift(units: UnitOfWorkFactory, name: RosterName, by: User, gives: str, takes: Sequence[str]) -> Case:
    """Offer a shift: given away where nothing is taken for it, else for any one of some shifts.

    Raises
    ------
    AccessError
        The user is nobody on the roster's staff list.
    InputError
        The person has not this shift, offers it already, or asks for no shift of the roster.
    """
    with units() as unit:
        roster = held_roster(unit, name)
        offer = Offer(employee_on(roster, by), gives, tuple(dict.fromkeys(takes)))
        refuse_offer(unit, roster, offer)
        case = record_case(unit, new_case(unit, name, CaseKind.OFFER, by, offer_content(offer)))
        unit.commit()
    return case


def claim_shift(units: UnitOfWorkFactory, name: RosterName, by: User, shift: str, listener: ProgressListener) -> Case:
    """Claim a shift that somebody gives away or on which heads are missing; carried out at once, if need be approved.

    Raises
    ------
    AccessError
        The user is nobody on the roster's staff list.
    InputError
        Somebody was first, the shift is not free, or law, cover or certificate forbid it.
    """
    with units() as unit:
        roster = held_roster(unit, name)
        claimant = employee_on(roster, by)
        offer = free_offer(unit, roster, shift, claimant)
        if offer is None:
            refuse_unless_open(unit, roster, shift)
        giver = None if offer is None else offer_of(offer).employee
        exchange = Exchange(
            moves=claim(claimant, shift, giver),
            agreed=(claimant,) if giver is None else (claimant, giver),
            offers=() if offer is None else (offer.id,),
            needs_approval=unit.agreements.terms_of(name.hall).manager_approves,
        )
        case = bring_up(unit, name, roster, by, exchange, listener)
        unit.commit()
    return case


def propose_swap(
    units: UnitOfWorkFactory, name: RosterName, by: User, gives: str, wanted: Seat, listener: ProgressListener
) -> Case:
    """Propose to a colleague to swap one's own shift for one of theirs (`wanted`: the shift, and its holder's id).

    Raises as `claim_shift`.
    """
    with units() as unit:
        roster = held_roster(unit, name)
        proposer = employee_on(roster, by)
        exchange = Exchange(
            moves=swap(Offer(proposer, gives), Offer(wanted.place, wanted.shift)),
            agreed=(proposer,),
            needs_approval=unit.agreements.terms_of(name.hall).manager_approves,
        )
        case = bring_up(unit, name, roster, by, exchange, listener)
        unit.commit()
    return case


def agree(units: UnitOfWorkFactory, case_id: str, by: User, listener: ProgressListener) -> Case:
    """Agree to an exchange as one of the people concerned; with the last agreement it is carried out.

    Raises
    ------
    AccessError
        The exchange does not wait for this person.
    InputError
        It has ended, or law, cover or certificate forbid it by now.
    """
    with units() as unit:
        standing, roster = held_exchange(unit, case_id)
        employee = employee_on(roster, by)
        if employee not in standing.waits_for:
            told = waits_text(standing, roster)
            raise AccessError(f"Exchange {standing.case.number} does not wait for {by.name}: {told}.")
        case = record_case_step(unit, standing.case, CaseAct.AGREE, by.id, agreement_content(employee))
        case = carry_out_if_ready(unit, roster, case, by, listener)
        unit.commit()
    return case


def approve(units: UnitOfWorkFactory, case_id: str, by: User, listener: ProgressListener) -> Case:
    """Approve, as a manager, an exchange to which everybody concerned has agreed; it is carried out.

    Raises
    ------
    AccessError
        The user is no manager, or one of the people concerned.
    InputError
        Somebody has not agreed yet, it has ended, or law, cover or certificate forbid it by now.
    """
    require(by, Role.MANAGER)
    with units() as unit:
        standing, roster = held_exchange(unit, case_id)
        if by.employee in standing.exchange.concerned:
            raise AccessError(f"{by.name} takes part in exchange {standing.case.number}: another manager approves it.")
        if not standing.waits_for_manager:
            told = waits_text(standing, roster)
            raise InputError(f"exchange {standing.case.number}", [f"cannot be approved: {told}"])
        case = record_case_step(unit, standing.case, CaseAct.APPROVE, by.id, "{}")
        case = carry_out_if_ready(unit, roster, case, by, listener)
        unit.commit()
    return case


def refuse(units: UnitOfWorkFactory, case_id: str, by: User, reason: str) -> Case:
    """Refuse an exchange as one of the people concerned, or as a manager, who gives the reason.

    Raises AccessError for anybody else, InputError where it has ended or the manager gives no reason.
    """
    with units() as unit:
        standing, _ = held_exchange(unit, case_id)
        concerned = by.employee in standing.exchange.concerned
        if not concerned:
            require(by, Role.MANAGER)
        if not concerned and not reason.strip():
            raise InputError(f"exchange {standing.case.number}", ["give the reason for which it is refused"])
        said = canonical_json({"reason": reason.strip()})
        case = record_case_step(unit, standing.case, CaseAct.REFUSE, by.id, said)
        unit.commit()
    return case


def withdraw(units: UnitOfWorkFactory, case_id: str, by: User) -> Case:
    """Take an offer or a proposal back; AccessError for anybody but whoever brought it up."""
    with units() as unit:
        case = held_case(unit, case_id)
        if case.opened_by != by.id:
            raise AccessError(f"Only whoever opened {case.kind} {case.number} takes it back.")
        case = record_case_step(unit, case, CaseAct.WITHDRAW, by.id, "{}")
        unit.commit()
    return case
