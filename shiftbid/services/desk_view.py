"""What the window shows at a time: a hall's plan to those who plan and pay, their own matters to everybody."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.domain.account import Role, User
from shiftbid.domain.timeline import Period
from shiftbid.services.hall_view import HallView, hall_view
from shiftbid.services.own_view import OwnView, own_view
from shiftbid.services.ports import UnitOfWork

READS_PLANS = (Role.MANAGER, Role.PAYROLL)


@dataclass(frozen=True, slots=True)
class DeskView:
    """What one person may see of a hall.

    Attributes
    ----------
    plan
        The plan of the period; None for staff, and where nothing is published.
    own
        The person's own matters; None for users who are no employee.
    """

    plan: HallView | None
    own: OwnView | None


def desk_view(unit: UnitOfWork, user: User, hall: str, period: Period | None, now: int) -> DeskView:
    """Read what a user may see of a hall and period at an instant (UTC seconds)."""
    plans = user.role in READS_PLANS and period is not None
    return DeskView(
        plan=hall_view(unit, hall, period, now) if plans and period is not None else None,
        own=own_view(unit, user.employee, now) if user.employee is not None else None,
    )
