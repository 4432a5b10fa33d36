"""Daily, weekly and seventh-day overtime of California (Labor Code 510), without pyramiding.

An hour that a day already pays as overtime does not count towards the forty of the week.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.timeline import DAYS_PER_WEEK
from shiftbid.payroll.hour_class import HourClass
from shiftbid.rules.pay_book import PayRule


@dataclass(frozen=True, slots=True)
class CaliforniaOvertime:
    """Limits in minutes: CA-OT-DAY, CA-DT-DAY, CA-OT-WEEK and CA-7TH-DAY."""

    day_minutes: int
    double_minutes: int
    week_minutes: int
    seventh_day_minutes: int

    @classmethod
    def of(cls, pay: Mapping[str, PayRule]) -> CaliforniaOvertime:
        """Read the limits from the pack's pay rules."""
        rules = ("CA-OT-DAY", "CA-DT-DAY", "CA-OT-WEEK", "CA-7TH-DAY")
        return cls(*(pay[rule].number("limit_minutes") for rule in rules))


def california_overtime(weeks: Iterable[Mapping[date, int]], limits: CaliforniaOvertime) -> Mapping[HourClass, int]:
    """Minutes by pay class of workweeks, each given as working minutes by workday.

    A day pays normal up to `day_minutes`, one and a half up to `double_minutes`, twice beyond. Where all seven days of
    a workweek are worked, the seventh pays one and a half up to `seventh_day_minutes` and twice beyond. What remains
    normal above `week_minutes` pays one and a half.
    """
    total: dict[HourClass, int] = {HourClass.NORMAL: 0, HourClass.HALF_AGAIN: 0, HourClass.DOUBLE: 0}
    for week in weeks:
        for hour_class, minutes in _week(week, limits).items():
            total[hour_class] += minutes
    return total


def _week(week: Mapping[date, int], limits: CaliforniaOvertime) -> Mapping[HourClass, int]:
    normal = half_again = double = 0
    for number, (_, minutes) in enumerate(sorted(week.items()), start=1):
        seventh = number == DAYS_PER_WEEK
        normal_limit = 0 if seventh else limits.day_minutes
        double_limit = limits.seventh_day_minutes if seventh else limits.double_minutes
        normal += min(minutes, normal_limit)
        half_again += max(0, min(minutes, double_limit) - normal_limit)
        double += max(0, minutes - double_limit)
    above = max(0, normal - limits.week_minutes)
    return {
        HourClass.NORMAL: normal - above,
        HourClass.HALF_AGAIN: half_again + above,
        HourClass.DOUBLE: double,
    }


def premium_minutes(
    missed_meal_days: frozenset[date], missed_rest_days: frozenset[date], premium: PayRule
) -> Mapping[HourClass, int]:
    """Premium pay of CA-MEAL-PREMIUM (Labor Code 226.7): one for the meals and one for the rests of each workday."""
    each = premium.number("pay_minutes")
    return {
        HourClass.MEAL_PREMIUM: each * len(missed_meal_days),
        HourClass.REST_PREMIUM: each * len(missed_rest_days),
    }
