"""What a pack pays for a worked case, in the form of ``tests/rules/cases``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from shiftbid.payroll.paid_part import PaidPart, not_before, seconds_by_class
from shiftbid.payroll.pay_laws import PAY_LAWS
from shiftbid.rules.book import load_pack
from tests.rules.worked_case import situation_of

ON = date(2026, 3, 2)
ZONES = {
    "CN": "Asia/Shanghai",
    "FR": "Europe/Paris",
    "JP": "Asia/Tokyo",
    "NZ": "Pacific/Auckland",
    "HOUSE": "Pacific/Auckland",
    "ES": "Europe/Madrid",
}
NEW_YORK = "America/New_York"


def paid_parts(
    pack_id: str, case: Mapping[str, Any], readings: Mapping[str, str | int] | None = None
) -> tuple[PaidPart, ...]:
    """Everything that the pack's law pays for the case's period."""
    pack = load_pack(pack_id, ON).read_as(readings or {})
    situation = situation_of(case, ZONES.get(pack_id, NEW_YORK))
    return tuple(not_before(situation, PAY_LAWS[pack.pay_law](situation, pack)))


def paid_hours(
    pack_id: str, case: Mapping[str, Any], readings: Mapping[str, str | int] | None = None
) -> dict[str, Fraction]:
    """Hours by pay class; classes without any are left out."""
    seconds = seconds_by_class(paid_parts(pack_id, case, readings))
    return {pay_class.value: Fraction(each, 3600) for pay_class, each in seconds.items() if each}
