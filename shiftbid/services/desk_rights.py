"""Who may ask what of the window: their own matters everybody, pay the payroll clerks too, all else the managers."""

from __future__ import annotations

from shiftbid.domain.account import Role, User
from shiftbid.services.accounts import require
from shiftbid.services.case_orders import CaseOrder
from shiftbid.services.desk_orders import ClosePay, DeskOrder, ExportPay, ReopenPay
from shiftbid.services.own_orders import OwnOrder
from shiftbid.services.proposal_orders import ProposalOrder


def refuse_beyond_rights(order: DeskOrder, by: User) -> None:
    """Raise AccessError where a user's role does not allow an order; whose matters they are is judged later."""
    if isinstance(order, OwnOrder | CaseOrder | ProposalOrder):
        return
    if isinstance(order, ClosePay | ReopenPay | ExportPay):
        require(by, Role.MANAGER, Role.PAYROLL)
    else:
        require(by, Role.MANAGER)
