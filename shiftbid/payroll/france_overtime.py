"""Overtime of France (Code du travail L3121-27 to L3121-36): each calendar week by itself, in two steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shiftbid.payroll.hour_class import HourClass
from shiftbid.rules.pay_book import PayRule

PERCENT = 100


def weekly_overtime(week_minutes: Iterable[int], pay: Mapping[str, PayRule]) -> Mapping[HourClass, int]:
    """Split the minutes of each calendar week: the legal week, its first hours of overtime, and what lies above.

    Parameters
    ----------
    week_minutes
        Working time of each calendar week (L3121-29); all halls of the employer are added.
    pay
        Pay rules of France by id: FR-WEEK-LEGAL and FR-OT-25. An agreement may set other premiums, not other weeks.
    """
    legal_minutes = pay["FR-WEEK-LEGAL"].number("limit_minutes")
    first_minutes = pay["FR-OT-25"].number("first_minutes")
    minutes: dict[HourClass, int] = {HourClass.NORMAL: 0, HourClass.PLUS_25: 0, HourClass.PLUS_50: 0}
    for worked in week_minutes:
        overtime = max(0, worked - legal_minutes)
        minutes[HourClass.NORMAL] += worked - overtime
        minutes[HourClass.PLUS_25] += min(overtime, first_minutes)
        minutes[HourClass.PLUS_50] += max(0, overtime - first_minutes)
    return minutes


def equivalent_rest_minutes(paid: Mapping[HourClass, int], pay: Mapping[str, PayRule]) -> int:
    """Rest that replaces overtime and its premium (FR-TOIL): 1 h 15 for an hour at 25 %, 1 h 30 for one at 50 %.

    Fractions of a minute are rounded up, in the employee's favour.
    """
    shares = ((HourClass.PLUS_25, "FR-OT-25"), (HourClass.PLUS_50, "FR-OT-50"))
    weighted = sum(paid.get(each, 0) * (PERCENT + pay[rule].number("premium_percent")) for each, rule in shares)
    return -(-weighted // PERCENT)
