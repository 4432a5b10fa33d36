"""What a hall's shifts come to under its rule pack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.hall import Hall
from shiftbid.domain.pay import PayLine
from shiftbid.domain.roster import Assignment
from shiftbid.domain.schedule_notice import ScheduleChange
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Period
from shiftbid.payroll.pay_lines import leave_lines, pay_lines
from shiftbid.rules.book import RulePack
from shiftbid.rules.situation import Situation
from shiftbid.services.ports import StaffList
from shiftbid.services.situations import situations_of

NO_CHANGES: Mapping[str, tuple[ScheduleChange, ...]] = {}


def roster_pay_lines(
    staff: StaffList,
    assignments: Sequence[Assignment],
    calendar: Calendar,
    pack: RulePack,
    hall: Hall,
    period: Period,
    changes: Mapping[str, tuple[ScheduleChange, ...]] = NO_CHANGES,
) -> tuple[PayLine, ...]:
    """Pay lines of shifts and leave, by employee, day and pay class.

    What the staff list knows of the days before the first of the shifts counts towards the weeks, months and cycles
    that they share, and is not paid again.

    Parameters
    ----------
    changes
        Changes of the posted schedule, by employee.
    """
    own: dict[str, list[Shift]] = {}
    for each in assignments:
        own.setdefault(each.employee, []).append(each.shift)
    situations = situations_of(staff, hall, period, calendar, pack, ())
    lines = [
        line
        for employee in sorted(own.keys() | changes.keys())
        for line in pay_lines(_worked(situations[employee], own.get(employee, ()), changes.get(employee, ())), pack)
    ]
    return (*lines, *leave_lines(staff.employees, staff.leave, period, hall.zone))


def _worked(situation: Situation, shifts: Sequence[Shift], changes: tuple[ScheduleChange, ...]) -> Situation:
    first = min((shift.day for shift in shifts), default=situation.period.first)
    return replace(
        situation,
        candidates=tuple(shifts),
        history=tuple(shift for shift in situation.history if shift.day < first),
        circumstances=replace(situation.circumstances, changes=changes),
    )
