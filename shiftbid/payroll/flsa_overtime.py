"""Overtime under the Fair Labor Standards Act (29 USC 207): each workweek by itself, all sites added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shiftbid.payroll.hour_class import HourClass
from shiftbid.rules.pay_book import PayRule


def weekly_overtime(week_minutes: Iterable[int], overtime: PayRule, *, exempt: bool) -> Mapping[HourClass, int]:
    """Split the minutes of each workweek at the rule's `limit_minutes`.

    Weeks are never averaged (29 CFR 778.104). People exempt from the Act have no overtime.
    """
    weeks = tuple(week_minutes)
    limit_minutes = overtime.number("limit_minutes")
    above = 0 if exempt else sum(max(0, minutes - limit_minutes) for minutes in weeks)
    return {HourClass.NORMAL: sum(weeks) - above, HourClass.HALF_AGAIN: above}


def compensatory_minutes(overtime_minutes: int, rate: PayRule) -> int:
    """Time off that a public agency grants in place of overtime pay (29 CFR 553.20), rounded up to a minute."""
    return -(-overtime_minutes * rate.number("rate_percent") // 100)
