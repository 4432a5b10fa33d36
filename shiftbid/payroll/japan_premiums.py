"""Premium pay of Japan (Labour Standards Act art. 37): overtime, long overtime, rest-day work and night work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import MINUTES_PER_DAY, Interval, Period, instant, local_day, week_start
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
    overtime_before
        Overtime paid before, by the first day of the month; it counts towards the higher premium.
    told_days, told_weeks
        Working minutes told as sums: by day, and of weeks by the week's last day.
    told_overtime
        Overtime told as a sum, by the first day of the month, to be paid with the shifts.
    """

    rest_days: frozenset[date] = frozenset()
    overtime_before: Mapping[date, int] = field(default_factory=dict[date, int])
    told_days: Mapping[date, int] = field(default_factory=dict[date, int])
    told_weeks: Mapping[date, int] = field(default_factory=dict[date, int])
    told_overtime: Mapping[date, int] = field(default_factory=dict[date, int])


def japan_premiums(
    shifts: Iterable[Shift], limits: JapanPremiums, facts: PremiumFacts, zone: str, week_starts_on: int = 0
) -> Mapping[HourClass, int]:
    """Minutes by pay class; night minutes come on top of the class that the hour has already.

    A shift over midnight belongs to the day on which it starts. Overtime is what a day has above `day_minutes`, and a
    week above `week_minutes` of what remains; a week's own overtime belongs to the month of its last day worked.
    """
    shifts = tuple(shifts)
    worked_days = Counter(facts.told_days)
    for shift in shifts:
        worked_days[shift.day] += shift.paid_minutes
    by_day = {day: minutes for day, minutes in worked_days.items() if day not in facts.rest_days}
    of_days = _overtime_by_month(by_day, limits, week_starts_on)
    of_weeks = {day: max(0, minutes - limits.week_minutes) for day, minutes in facts.told_weeks.items()}
    months = Counter(of_days) + Counter(facts.told_overtime)
    for last_day, minutes in of_weeks.items():
        months[last_day.replace(day=1)] += minutes
    long_overtime = sum(
        max(0, facts.overtime_before.get(month, 0) + minutes - _paid_already(month, limits, facts))
        for month, minutes in months.items()
    )
    worked = sum(by_day.values()) + sum(facts.told_weeks.values())
    at_rest = (minutes for day, minutes in worked_days.items() if day in facts.rest_days)
    return {
        HourClass.NORMAL: worked - sum(of_days.values()) - sum(of_weeks.values()),
        HourClass.PLUS_25: sum(months.values()) - long_overtime,
        HourClass.PLUS_50: long_overtime,
        HourClass.REST_DAY_PLUS_35: sum(at_rest),
        HourClass.NIGHT_PLUS_25: sum(night_minutes(shift, limits, zone) for shift in shifts),
    }


def _paid_already(month: date, limits: JapanPremiums, facts: PremiumFacts) -> int:
    """Overtime of a month that does not get the higher premium now: up to the limit, or paid before."""
    return max(facts.overtime_before.get(month, 0), limits.month_minutes)


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


def undesignated_rest_days(worked_days: Iterable[date], week_starts_on: int = 0) -> frozenset[date]:
    """Statutory rest days where the work rules name none: the last day of each week that is worked on all its days."""
    days = frozenset(worked_days)
    firsts = {week_start(day, week_starts_on) for day in days}
    whole = (first for first in firsts if days.issuperset(Period.of_weeks(first, 1).days))
    return frozenset(Period.of_weeks(first, 1).last for first in whole)


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
