"""What the window shows at a time: a hall's plan to those who plan and pay, their own matters to everybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shiftbid.domain.account import Role
from shiftbid.services.hall_settings import HallSettings
from shiftbid.services.hall_view import HallView
from shiftbid.services.own_view import OwnView
from shiftbid.services.poll_sheets import HallPolls

if TYPE_CHECKING:
    from shiftbid.services.appeal_sheets import AppealBoard
    from shiftbid.services.hall_matters import HallMatters

READS_PLANS = (Role.MANAGER, Role.PAYROLL)


@dataclass(frozen=True, slots=True)
class DeskView:
    """What one person may see of a hall.

    Attributes
    ----------
    plan
        The plan of the period; None for staff, and where nothing is published.
    polls
        Votes and rounds of the hall; None for all but managers.
    matters
        Claims, swaps, appeals and fairness; None where there is no plan.
    own
        The person's own matters; None for users who are no employee.
    settings
        What is settled for the hall; None for all but managers.
    entrusted
        Appeals that somebody of the staff decides as the trustee of a round; None for all others.
    """

    plan: HallView | None
    polls: HallPolls | None
    matters: HallMatters | None
    own: OwnView | None
    settings: HallSettings | None = None
    entrusted: AppealBoard | None = None
