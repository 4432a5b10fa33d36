"""Worked time to pay lines.

Simple: pay is split at midnight only where a public holiday begins or ends; overtime is counted by the day. Minutes
are never rounded, so a person's lines always sum to the working time of the roster.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.domain.roster import Assignment
from shiftbid.domain.staff import Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.timeline import MINUTES_PER_DAY, Period, day_interval
from shiftbid.payroll.pay_days import minutes_by_pay_day
from shiftbid.rules.book import RulePack

PAID_LEAVE = {LeaveKind.ANNUAL: PayClass.ANNUAL_LEAVE, LeaveKind.TOIL: PayClass.TOIL_TAKEN}
WORKDAYS_PER_WEEK = 5


def pay_lines(
    employees: Sequence[Employee], assignments: Sequence[Assignment], calendar: Calendar, pack: RulePack, zone: str
) -> tuple[PayLine, ...]:
    """Pay lines of all worked shifts, by employee, day and pay class."""
    systems = {employee.id: employee.system for employee in employees}
    ordered = sorted(assignments, key=lambda each: (each.employee, each.shift.day, each.shift.span))
    lines: list[PayLine] = []
    for (employee, _), of_day in groupby(ordered, key=lambda each: (each.employee, each.shift.day)):
        lines += _lines_of_day(tuple(of_day), systems[employee], calendar, pack, zone)
    return tuple(lines)


def leave_lines(
    employees: Sequence[Employee], leave: Sequence[Leave], period: Period, zone: str
) -> tuple[PayLine, ...]:
    """Pay lines of paid leave: each weekday away counts a fifth of the contract's week."""
    by_id = {employee.id: employee for employee in employees}
    lines: list[PayLine] = []
    for away in sorted(leave, key=lambda each: (each.employee, each.span)):
        pay_class = PAID_LEAVE.get(away.kind)
        person = by_id[away.employee]
        if pay_class is not None:
            lines += [
                PayLine(
                    person.id,
                    day,
                    person.hall,
                    pay_class,
                    person.contract_minutes // WORKDAYS_PER_WEEK,
                    "HOUSE-LEAVE",
                    f"{away.kind.value} leave",
                )
                for day in period.days
                if day.weekday() < WORKDAYS_PER_WEEK and away.span.covers(day_interval(day, zone))
            ]
    return tuple(lines)


def _lines_of_day(
    assignments: Sequence[Assignment], system: HoursSystem, calendar: Calendar, pack: RulePack, zone: str
) -> Iterator[PayLine]:
    """Lines of the shifts that start on one day. Averaged hours know no overtime of a day, only of their cycle."""
    normal_left = MINUTES_PER_DAY if system is HoursSystem.COMPREHENSIVE else pack.pay["normal_day_minutes"]
    for assignment in assignments:
        for day, minutes in minutes_by_pay_day(assignment.shift, calendar, zone):
            if calendar.is_holiday(day):
                yield _line(assignment, day, PayClass(pack.holiday_pay_class), minutes, f"{pack.id}-PAY-HOLIDAY")
                continue
            normal = min(minutes, normal_left)
            normal_left -= normal
            if normal:
                yield _line(assignment, day, PayClass.NORMAL, normal, f"{pack.id}-PAY-NORMAL")
            if minutes > normal:
                yield _line(assignment, day, PayClass.OVERTIME, minutes - normal, f"{pack.id}-PAY-OT")


def _line(assignment: Assignment, day: date, pay_class: PayClass, minutes: int, rule: str) -> PayLine:
    return PayLine(assignment.employee, day, assignment.shift.hall, pay_class, minutes, rule, assignment.shift.id)
