"""Pay lines: how each worked minute is paid, and what is paid beside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PayClass(StrEnum):
    """What minutes are paid for; numbers are percent of the ordinary rate.

    Every worked minute stands in one of the `WORKED` classes, once. The others come on top of it, are owed without
    work, or pay time away.
    """

    NORMAL = "normal"
    OVERTIME_QUARTER = "ot125"
    OVERTIME = "ot150"
    OVERTIME_DOUBLE = "ot200"
    REST_DAY_35 = "rest135"
    REST_DAY = "rest200"
    HOLIDAY_HALF_AGAIN = "holiday150"
    HOLIDAY = "holiday300"
    TOIL_EARNED = "toil_earned"
    """Worked, and answered with time off instead of pay."""
    NIGHT = "night25"
    """On top: a quarter for work at night (Japan)."""
    SHORT_REST_QUARTER = "short_rest25"
    """On top: a quarter for a shift that starts inside the rest between two shifts (Chicago)."""
    SHORT_REST_HALF = "short_rest50"
    """On top: a half for hours inside the rest between two shifts (Oregon, Seattle)."""
    MEAL_PREMIUM = "meal_premium"
    """Owed: an hour for a workday with a missed meal (California)."""
    REST_PREMIUM = "rest_premium"
    """Owed: an hour for a workday with a missed rest (California)."""
    PREDICTABILITY = "predictability"
    """Owed: time for a late change of a posted schedule."""
    FIXED_PREMIUM = "fixed_premium"
    """Owed: a fixed sum, in cents instead of minutes (New York City, fast food)."""
    ANNUAL_LEAVE = "leave_annual"
    TOIL_TAKEN = "toil_taken"


WORKED = frozenset(
    {
        PayClass.NORMAL,
        PayClass.OVERTIME_QUARTER,
        PayClass.OVERTIME,
        PayClass.OVERTIME_DOUBLE,
        PayClass.REST_DAY_35,
        PayClass.REST_DAY,
        PayClass.HOLIDAY_HALF_AGAIN,
        PayClass.HOLIDAY,
        PayClass.TOIL_EARNED,
    }
)
"""Classes whose minutes sum to the working time."""

AWAY = frozenset({PayClass.ANNUAL_LEAVE, PayClass.TOIL_TAKEN})
"""Classes of paid time away."""


@dataclass(frozen=True, slots=True)
class PayLine:
    """What is paid to one person for one day in one pay class.

    Attributes
    ----------
    minutes
        Worked, owed or away; negative where a correction takes them back.
    rule
        Pay rule that sets the class.
    source
        Shift, change of the schedule or leave that it is paid for.
    cents
        A fixed sum in hundredths of the hall's currency, in place of minutes.
    """

    employee: str
    day: date
    hall: str
    pay_class: PayClass
    minutes: int
    rule: str
    source: str
    cents: int = 0

    @property
    def minutes_or_cents(self) -> int:
        """What the class counts: cents of a fixed sum, else minutes."""
        return self.cents if self.pay_class is PayClass.FIXED_PREMIUM else self.minutes
