"""Situations of a hall's staff: what the rules look at for each person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.hall import Hall
from shiftbid.domain.shift import Shift, ShiftTemplate, dated
from shiftbid.domain.staff import Consent, Leave, consents_by_name
from shiftbid.domain.staff_fact import StaffFact, facts_by_name
from shiftbid.domain.timeline import Period
from shiftbid.rules.book import RulePack
from shiftbid.rules.night_work import night_worker_statuses
from shiftbid.rules.situation import Situation
from shiftbid.services.ports import StaffList
from shiftbid.services.publication import WorkedShift
from shiftbid.services.staff_facts import circumstances_of

Row = TypeVar("Row", WorkedShift, Leave, Consent, StaffFact)


def candidate_shifts(templates: Sequence[ShiftTemplate], hall: Hall, days: Sequence[date]) -> tuple[Shift, ...]:
    """Each template on each day on which it fits the opening hours and the duties around them."""
    shifts: list[Shift] = []
    for day in days:
        staffed = hall.staffed(day)
        for template in templates:
            shift = dated(template, hall.id, day, hall.zone)
            if staffed and day.weekday() in template.weekdays and staffed.covers(shift.span):
                shifts.append(shift)
    return tuple(shifts)


def situations_of(
    staff: StaffList, hall: Hall, period: Period, calendar: Calendar, pack: RulePack, shifts: tuple[Shift, ...]
) -> Mapping[str, Situation]:
    """Situation of each employee by id, all with the same candidate shifts.

    Who worked nights as a normal course in the year before is a night worker for the period, beside whom the records
    call one.
    """
    worked, leave = _by_employee(staff.worked), _by_employee(staff.leave)
    consents = _by_employee(consents_by_name(staff.consents, staff.employees))
    facts = _by_employee(facts_by_name(staff.facts, staff.employees))
    situations: dict[str, Situation] = {}
    for employee in staff.employees:
        history = tuple(each.shift for each in worked.get(employee.id, ()))
        known = circumstances_of(facts.get(employee.id, ()), period.first)
        nights = night_worker_statuses(pack.rules, history, hall.zone, period)
        situations[employee.id] = Situation(
            employee=employee,
            period=period,
            zone=hall.zone,
            calendar=calendar,
            candidates=shifts,
            history=history,
            leave=leave.get(employee.id, ()),
            consents=consents.get(employee.id, ()),
            week_starts_on=pack.week_starts_on,
            circumstances=replace(known, statuses=(*known.statuses, *nights)),
        )
    return situations


def _by_employee(rows: Iterable[Row]) -> Mapping[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.employee, []).append(row)
    return {employee: tuple(own) for employee, own in found.items()}
