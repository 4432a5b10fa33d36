"""Pay lines: how each worked minute is paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PayClass(StrEnum):
    """How an hour is paid."""

    NORMAL = "normal"
    OVERTIME = "ot150"
    REST_DAY = "rest200"
    HOLIDAY = "holiday300"
    HOLIDAY_HALF_AGAIN = "holiday150"
    ANNUAL_LEAVE = "leave_annual"
    TOIL_TAKEN = "toil_taken"


@dataclass(frozen=True, slots=True)
class PayLine:
    """Minutes of one person, day and pay class; `rule` is the rule that sets the class."""

    employee: str
    day: date
    hall: str
    pay_class: PayClass
    minutes: int
    rule: str
    source: str
