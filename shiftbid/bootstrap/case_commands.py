"""Claims, swaps, appeals and proposals that people have done, on a database in the worker process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shiftbid.domain.account import User
from shiftbid.services.case_orders import (
    AgreeToExchange,
    AnswerAppeal,
    ApproveExchange,
    CaseOrder,
    ClaimShift,
    DecideAppeal,
    FindSwaps,
    OfferShift,
    ProposeSwap,
    RaiseAppeal,
    RefuseExchange,
    WithdrawCase,
)
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.progress import ProgressListener
from shiftbid.services.proposal_orders import ProposalOrder, ProposeTemplate

if TYPE_CHECKING:
    from shiftbid.services.exchange_steps import RosterName

AppealOrder = RaiseAppeal | AnswerAppeal | DecideAppeal
JudgedOrder = ClaimShift | ProposeSwap | AgreeToExchange | ApproveExchange
ExchangeOrder = OfferShift | FindSwaps | RefuseExchange | WithdrawCase | JudgedOrder


def do_case_order(url: str, order: CaseOrder, by: User, listener: ProgressListener) -> object:
    """Do what somebody asks about a roster's shifts or an appeal."""
    from shiftbid.storage.database import Database

    with Database(url) as database:
        if isinstance(order, AppealOrder):
            return _do_appeal(database.unit_of_work, order, by, listener)
        return _do_exchange(database.unit_of_work, order, by, listener)


def do_proposal_order(url: str, order: ProposalOrder, by: User) -> object:
    """Propose a template, or comment on one."""
    from shiftbid.services.proposals import comment_on, propose_template
    from shiftbid.storage.database import Database

    with Database(url) as database:
        units = database.unit_of_work
        if isinstance(order, ProposeTemplate):
            return propose_template(units, order.hall, by, order.text)
        return comment_on(units, order.hall, order.number, by, order.text)


def _do_exchange(units: UnitOfWorkFactory, order: ExchangeOrder, by: User, listener: ProgressListener) -> object:
    from shiftbid.services.exchange_steps import RosterName
    from shiftbid.services.exchanges import offer_shift, refuse, withdraw

    match order:
        case OfferShift():
            return offer_shift(units, RosterName(order.hall, order.period), by, order.gives, order.takes)
        case FindSwaps():
            return _find_swaps(units, RosterName(order.hall, order.period), by, listener)
        case RefuseExchange():
            return refuse(units, order.case, by, order.reason)
        case WithdrawCase():
            return withdraw(units, order.case, by)
        case _:
            return _do_judged(units, order, by, listener)


def _do_judged(units: UnitOfWorkFactory, order: JudgedOrder, by: User, listener: ProgressListener) -> object:
    """Do what law, cover and certificate may refuse; the refusal is told in the language of the order."""
    from shiftbid.services.exchange_effect import RefusedExchangeError
    from shiftbid.services.told_refusal import told_refusal

    try:
        return _do_unless_refused(units, order, by, listener)
    except RefusedExchangeError as refused:
        raise told_refusal(refused, order.language) from refused


def _do_unless_refused(units: UnitOfWorkFactory, order: JudgedOrder, by: User, listener: ProgressListener) -> object:
    from shiftbid.services.case_port import Seat
    from shiftbid.services.exchange_steps import RosterName
    from shiftbid.services.exchanges import agree, approve, claim_shift, propose_swap

    match order:
        case ClaimShift():
            return claim_shift(units, RosterName(order.hall, order.period), by, order.shift, listener)
        case ProposeSwap():
            wanted = Seat(order.takes, order.colleague)
            return propose_swap(units, RosterName(order.hall, order.period), by, order.gives, wanted, listener)
        case AgreeToExchange():
            return agree(units, order.case, by, listener)
        case ApproveExchange():
            return approve(units, order.case, by, listener)


def _find_swaps(units: UnitOfWorkFactory, name: RosterName, by: User, listener: ProgressListener) -> object:
    """Loads the solver, which the worker has in memory already."""
    from shiftbid.services.exchange_search import find_swaps

    return find_swaps(units, name, by, listener)


def _do_appeal(units: UnitOfWorkFactory, order: AppealOrder, by: User, listener: ProgressListener) -> object:
    from shiftbid.services.appeals import answer_appeal, dismiss_appeal, raise_appeal, uphold_appeal
    from shiftbid.services.exchange_steps import RosterName

    match order:
        case RaiseAppeal():
            name = RosterName(order.hall, order.period)
            return raise_appeal(units, name, by, order.shift, order.cause, order.text)
        case AnswerAppeal():
            return answer_appeal(units, order.case, by, order.text, listener)
        case DecideAppeal():
            decide = uphold_appeal if order.uphold else dismiss_appeal
            return decide(units, order.case, by, order.reason)
