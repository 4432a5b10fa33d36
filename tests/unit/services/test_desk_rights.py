from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from shiftbid.domain.account import Role, User
from shiftbid.domain.errors import AccessError
from shiftbid.domain.timeline import Period
from shiftbid.services.desk_orders import ClosePay, DeskOrder, ExplainMissing
from shiftbid.services.desk_rights import refuse_beyond_rights
from shiftbid.services.own_orders import CastBallot, ExportOwnCalendar
from shiftbid.services.poll_orders import AwardRound, GrantTimeOff

PERIOD = Period.of_weeks(date(2026, 1, 5), 1)
OWN: tuple[DeskOrder, ...] = (CastBallot("v", {}), ExportOwnCalendar("north", PERIOD, Path("mine.ics"), "en"))
PAY: tuple[DeskOrder, ...] = (ClosePay("north", PERIOD),)
MANAGING: tuple[DeskOrder, ...] = (
    ExplainMissing("north", PERIOD, "en"),
    AwardRound("r", ""),
    GrantTimeOff("north", "q"),
)


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.STAFF, OWN),
        (Role.PAYROLL, (*OWN, *PAY)),
        (Role.MANAGER, (*OWN, *PAY, *MANAGING)),
    ],
)
def test_each_role_may_order_what_is_its_own(role: Role, allowed: tuple[DeskOrder, ...]) -> None:
    user = User("u", "Uma", role, "e1", "")
    for order in (*OWN, *PAY, *MANAGING):
        if order in allowed:
            refuse_beyond_rights(order, user)
        else:
            with pytest.raises(AccessError, match="Uma is signed in as"):
                refuse_beyond_rights(order, user)
