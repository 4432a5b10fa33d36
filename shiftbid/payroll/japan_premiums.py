"""Premium pay of Japan (Labour Standards Act art. 37): overtime, long overtime, rest-day work and night work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import MINUTES_PER_DAY, Interval, instant, local_day, week_start
from shiftbid.payroll.hour_class import HourClass
from shiftbid.rules.pay_book import PayRule


@dataclass(frozen=True, slots=True)
class JapanPremiums:
    """Limits in minutes (JP-DAILY, JP-WEEK, JP-PREMIUM) and the clock minutes between which night work is paid.

    Attributes
    ----------
    month_minutes
        Overtime of a calendar month beyond which the higher premium is due.
    """

    day_minutes: int
    week_minutes: int
    month_minutes: int
    night_from_minute: int
    night_to_minute: int

    @classmethod
    def of(cls, pay: Mapping[str, PayRule], *, small_shop: bool = False) -> JapanPremiums:
        """Read the limits from the pack's pay rules; small shops and services have a longer week."""
        premium = pay["JP-PREMIUM"]
        return cls(
            day_minutes=pay["JP-DAILY"].number("limit_minutes"),
            week_minutes=pay["JP-WEEK"].number("small_shop_minutes" if small_shop else "limit_minutes"),
            month_minutes=premium.number("month_minutes"),
            night_from_minute=premium.number("night_from_minutes"),
            night_to_minute=premium.number("night_to_minutes"),
        )


@dataclass(frozen=True, slots=True)
class PremiumFacts:
    """What the shifts alone do not tell.

    Attributes
    ----------
    rest_days
        Statutory rest days; work that starts on one is paid as rest-day work and is no overtime.
    overtime_by_month
        Overtime already worked, by the first day of the month.
    """

    rest_days: frozenset[date] = frozenset()
    overtime_by_month: Mapping[date, int] = field(default_factory=dict[date, int])


def japan_premiums(
    shifts: Iterable[Shift], limits: JapanPremiums, facts: PremiumFacts, zone: str, week_starts_on: int = 0
) -> Mapping[HourClass, int]:
    """Minutes by pay class; night minutes come on top of the class that the hour has already.

    A shift over midnight belongs to the day on which it starts. Overtime is what a day has above `day_minutes`, and a
    week above `week_minutes` of what remains; a week's own overtime belongs to the month of its last day worked.
    """
    shifts = tuple(shifts)
    at_rest = [shift for shift in shifts if shift.day in facts.rest_days]
    by_day: dict[date, int] = {}
    for shift in shifts:
        if shift.day not in facts.rest_days:
            by_day[shift.day] = by_day.get(shift.day, 0) + shift.paid_minutes
    overtime = _overtime_by_month(by_day, limits, week_starts_on)
    long_overtime = 0
    for month, minutes in overtime.items():
        before = facts.overtime_by_month.get(month, 0)
        long_overtime += max(0, before + minutes - max(before, limits.month_minutes))
    overtime_minutes = sum(overtime.values())
    return {
        HourClass.NORMAL: sum(by_day.values()) - overtime_minutes,
        HourClass.PLUS_25: overtime_minutes - long_overtime,
        HourClass.PLUS_50: long_overtime,
        HourClass.REST_DAY_PLUS_35: sum(shift.paid_minutes for shift in at_rest),
        HourClass.NIGHT_PLUS_25: sum(night_minutes(shift, limits, zone) for shift in shifts),
    }


def _overtime_by_month(by_day: Mapping[date, int], limits: JapanPremiums, week_starts_on: int) -> Mapping[date, int]:
    overtime: dict[date, int] = {}
    weeks: dict[date, tuple[date, int]] = {}
    for day, minutes in sorted(by_day.items()):
        month = day.replace(day=1)
        overtime[month] = overtime.get(month, 0) + max(0, minutes - limits.day_minutes)
        week = week_start(day, week_starts_on)
        _, normal = weeks.get(week, (day, 0))
        weeks[week] = (day, normal + min(minutes, limits.day_minutes))
    for last_day, normal in weeks.values():
        overtime[last_day.replace(day=1)] += max(0, normal - limits.week_minutes)
    return overtime


def night_minutes(shift: Shift, limits: JapanPremiums, zone: str) -> int:
    """Working minutes of a shift between 22:00 and 05:00."""
    first = local_day(shift.span.start, zone) - timedelta(days=1)
    last = local_day(shift.span.end - 1, zone)
    nights = (first + timedelta(days=n) for n in range((last - first).days + 1))
    end_minute = limits.night_to_minute + MINUTES_PER_DAY
    return sum(
        shift.paid_minutes_in(
            Interval(instant(night, limits.night_from_minute, zone), instant(night, end_minute, zone))
        )
        for night in nights
    )
