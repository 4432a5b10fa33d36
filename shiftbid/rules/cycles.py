"""Cycles of averaged hours, and how much working time is normal in each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from shiftbid.domain.calendar import DayClass
from shiftbid.domain.errors import BugError
from shiftbid.domain.timeline import DAYS_PER_WEEK, SECONDS_PER_MINUTE, Period, week_start
from shiftbid.rules.circumstances import Cycle
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import Window, month_end, window

MONTHS = {Cycle.MONTH: 1, Cycle.QUARTER: 3, Cycle.YEAR: 12}
AVERAGE, EMPLOYED = "average_20.67", "actual_workdays_employed"


def cycle_windows(situation: Situation, cycle: Cycle) -> Iterator[Window]:
    """Each cycle in which a candidate shift starts or a total of the period ends."""
    days = {shift.day for shift in situation.candidates} | {total.last for total in situation.recent_totals}
    for period in sorted({cycle_of(day, cycle, situation.week_starts_on) for day in days}, key=lambda each: each.first):
        yield window(situation, period.first, period.last)


def cycle_of(day: date, cycle: Cycle, first_weekday: int) -> Period:
    """Give the week, calendar month, quarter or year that holds a day."""
    if cycle is Cycle.WEEK:
        return Period.of_weeks(week_start(day, first_weekday), 1)
    months = MONTHS[cycle]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return Period(first, month_end(date(day.year, first.month + months - 1, 1)))


def quota_seconds(situation: Situation, cycle: Window, rule: Rule) -> int:
    """Normal working time of a cycle, by the rule's reading of ``quota_basis``.

    Either the year's average (a month of 20.67 days of 8 h is 165.36 h, hence seconds), or the working days that the
    calendar has in the cycle, those before the employment left out or not.
    """
    basis = rule.reading("quota_basis")
    if basis == AVERAGE:
        return rule.number(_average_name(cycle))
    workdays = (
        day
        for day in Period(cycle.first, cycle.last).days
        if situation.calendar.class_of(day) in (DayClass.WORKDAY, DayClass.SWAPPED_WORKDAY)
        and (basis != EMPLOYED or day >= situation.employee.employed_from)
    )
    return sum(1 for _ in workdays) * rule.number("normal_day_minutes") * SECONDS_PER_MINUTE


def months_of(situation: Situation, cycle: Window, rule: Rule) -> int:
    """Calendar months that a cycle of whole months averages over; those before the employment as for the quota."""
    first = cycle.first
    if rule.reading("quota_basis") == EMPLOYED:
        first = min(max(first, situation.employee.employed_from), cycle.last)
    return cycle.last.month - first.month + 1


def _average_name(cycle: Window) -> str:
    days = (cycle.last - cycle.first + timedelta(days=1)).days
    if days == DAYS_PER_WEEK:
        return "week_quota_seconds"
    months = cycle.last.month - cycle.first.month + 1
    for kind, length in MONTHS.items():
        if months == length:
            return f"{kind.value}_quota_seconds"
    raise BugError(f"{cycle.first} to {cycle.last} is no cycle")
