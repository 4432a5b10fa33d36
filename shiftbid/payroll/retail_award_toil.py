"""Time off in place of overtime pay under the Australian retail award (MA000004 clause 21.3)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from shiftbid.rules.pay_book import PayRule

MONTHS_PER_YEAR = 12


@dataclass(frozen=True, slots=True)
class OvertimeRecord:
    """Overtime of one day and the rate at which it would be paid, in percent of the ordinary rate."""

    day: date
    minutes: int
    rate_percent: int


@dataclass(frozen=True, slots=True)
class EarnedTimeOff:
    """Minutes of time off for the overtime of one day, and the last day on which they may be taken."""

    day: date
    minutes: int
    expires: date


def earned_time_off(overtime: Iterable[OvertimeRecord], expiry: PayRule) -> tuple[EarnedTimeOff, ...]:
    """Time off for overtime, as long as the overtime payment that it replaces: two hours at 150 % are three.

    The agreement is made in writing for each overtime; without one there is no time off, but pay.
    """
    months = expiry.number("expiry_months")
    return tuple(
        EarnedTimeOff(each.day, -(-each.minutes * each.rate_percent // 100), months_after(each.day, months))
        for each in overtime
    )


def months_after(day: date, months: int) -> date:
    """Same day some months later, or the last of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, MONTHS_PER_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
