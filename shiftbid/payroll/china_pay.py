"""Pay classes of China: overtime 150 %, rest days 200 % or time off, statutory holidays 300 % (Labour Law art. 44)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from shiftbid.domain.calendar import DayClass
from shiftbid.domain.pay import PayClass
from shiftbid.domain.settlement import Ground
from shiftbid.domain.shift import Shift
from shiftbid.domain.staff import HoursSystem
from shiftbid.domain.timeline import SECONDS_PER_MINUTE, Period, day_interval, local_day, week_start
from shiftbid.domain.work_total import TotalKind, WorkTotal
from shiftbid.payroll.pay_days import minutes_by_pay_day
from shiftbid.rules.circumstances import Cycle
from shiftbid.rules.cycles import cycle_windows, quota_seconds
from shiftbid.rules.pay_book import PayRule
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import window
from shiftbid.rules.working_time import SPLIT_MIDNIGHT, normal_week_minutes

REST_DAYS = (DayClass.REST_DAY, DayClass.SWAPPED_DAY_OFF)


@dataclass(frozen=True, slots=True)
class ChinaPay:
    """Worked minutes by class; exact, since a month's quota of 165.36 h is no whole number of minutes.

    Attributes
    ----------
    time_off_minutes
        Work on rest days that is answered with time off, hour for hour, and so is in no class.
    """

    minutes: Mapping[PayClass, Fraction]
    time_off_minutes: int


def china_pay(situation: Situation, overtime: PayRule, daily: Rule, quota: Rule) -> ChinaPay:
    """Split a person's work of the period into pay classes.

    Standard hours: above 8 h of a working day is overtime, and above 40 h of what remains in a week; work on rest days,
    swapped days off included, is paid or given back as the hall settles it. Comprehensive hours: what exceeds the
    cycle's quota is overtime, and rest days are ordinary. Part time: hours are paid as they are. Work between the
    midnights of a statutory holiday is holiday work for everybody, whatever the hall settles.

    Parameters
    ----------
    overtime
        Holds `normal_day_minutes` and `normal_week_minutes`.
    daily
        Rule of the pack whose reading of ``day_attribution`` says which day a shift over midnight belongs to.
    quota
        Rule of the pack that holds the quotas of the cycles.
    """
    by_day = _minutes_by_day(situation, daily)
    holiday = sum(minutes for day, minutes in by_day.items() if situation.calendar.is_holiday(day))
    ordinary = {day: minutes for day, minutes in by_day.items() if not situation.calendar.is_holiday(day)}
    rest, time_off, above = 0, 0, Fraction(0)
    match situation.employee.system:
        case HoursSystem.STANDARD:
            on_rest_days = {day for day in ordinary if situation.calendar.class_of(day) in REST_DAYS}
            rest = sum(ordinary.pop(day) for day in on_rest_days)
            if situation.circumstances.settled_by_toil(Ground.REST_DAY_WORK):
                rest, time_off = 0, rest
            above = Fraction(sum(_overtime_by_week(situation, ordinary, overtime)))
        case HoursSystem.COMPREHENSIVE:
            above = sum(_overtime_by_cycle(situation, ordinary, quota), Fraction(0))
        case HoursSystem.PART_TIME:
            pass
    told = sum(total.minutes for total in situation.recent_totals if total.kind is TotalKind.OVERTIME)
    worked = sum(total.minutes for total in _worked_totals(situation))
    return ChinaPay(
        {
            PayClass.NORMAL: sum(ordinary.values()) + worked - above,
            PayClass.OVERTIME: above + told,
            PayClass.REST_DAY: Fraction(rest),
            PayClass.HOLIDAY: Fraction(holiday),
        },
        time_off,
    )


def _minutes_by_day(situation: Situation, daily: Rule) -> dict[date, int]:
    by_day: dict[date, int] = {}
    split = daily.readings.get("day_attribution") == SPLIT_MIDNIGHT
    for shift in situation.candidates:
        parts = _parts_at_midnight(shift, situation.zone) if split else _parts_at_holidays(shift, situation)
        for day, minutes in parts:
            by_day[day] = by_day.get(day, 0) + minutes
    return by_day


def _parts_at_holidays(shift: Shift, situation: Situation) -> Iterator[tuple[date, int]]:
    return minutes_by_pay_day(shift, situation.calendar, situation.zone)


def _parts_at_midnight(shift: Shift, zone: str) -> Iterator[tuple[date, int]]:
    days = Period(shift.day, local_day(shift.span.end - 1, zone)).days
    return ((day, shift.paid_minutes_in(day_interval(day, zone))) for day in days)


def _worked_totals(situation: Situation) -> tuple[WorkTotal, ...]:
    """Working time of the period that is told as sums; a week's, so none of it is known to lie on a rest day."""
    return tuple(total for total in situation.recent_totals if total.kind is TotalKind.WORKED)


def _overtime_by_week(situation: Situation, by_day: Mapping[date, int], overtime: PayRule) -> Iterator[int]:
    normal_day_minutes = overtime.number("normal_day_minutes")
    normal: dict[date, int] = {}
    for day, minutes in by_day.items():
        yield max(0, minutes - normal_day_minutes)
        week = week_start(day, situation.week_starts_on)
        normal[week] = normal.get(week, 0) + min(minutes, normal_day_minutes)
    for total in _worked_totals(situation):
        week = week_start(total.last, situation.week_starts_on)
        normal[week] = normal.get(week, 0) + total.minutes
    for week, minutes in normal.items():
        days = Period.of_weeks(week, 1)
        yield max(0, minutes - normal_week_minutes(situation, window(situation, days.first, days.last), overtime))


def _overtime_by_cycle(situation: Situation, by_day: Mapping[date, int], quota: Rule) -> Iterator[Fraction]:
    """Time above each cycle's quota; none where no cycle is recorded, as the cycle has not been settled then."""
    cycle: Cycle | None = situation.circumstances.cycle
    if cycle is not None:
        for each in cycle_windows(situation, cycle):
            worked = sum(minutes for day, minutes in by_day.items() if each.first <= day <= each.last)
            told = (total for total in _worked_totals(situation) if each.first <= total.last <= each.last)
            worked += sum(total.minutes for total in told)
            normal = Fraction(quota_seconds(situation, each, quota), SECONDS_PER_MINUTE)
            yield max(Fraction(0), worked - normal)
