"""The roster as a sheet of people and days. Qt-free: numbers and domain objects, no words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from string import ascii_uppercase

from shiftbid.domain.errors import BugError
from shiftbid.domain.roster import Assignment, RosterState
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.domain.staff import Employee, Leave, LeaveKind
from shiftbid.domain.timeline import DAYS_PER_WEEK, local_day
from shiftbid.rules.finding import Finding, Severity
from shiftbid.services.checked_roster import CheckedRoster
from shiftbid.services.publication import HallPublication
from shiftbid.services.roster_board import adopted_templates

SEVERITY_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True)
class TemplateCode:
    """The letter under which a template stands on narrow tiles, and its place in the order of starts."""

    template: str
    letter: str
    order: int


@dataclass(frozen=True, slots=True)
class RosterCell:
    """A person's day.

    Attributes
    ----------
    published
        What was published for the day.
    """

    assignments: tuple[Assignment, ...] = ()
    leave: LeaveKind | None = None
    findings: tuple[Finding, ...] = ()
    published: tuple[Assignment, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the day differs from what was published."""
        return set(self.assignments) != set(self.published)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person's period.

    Attributes
    ----------
    planned_minutes
        Working minutes of the period's shifts.
    contract_minutes
        Contracted minutes of as many days.
    cells
        One a day of the period.
    """

    employee: Employee
    planned_minutes: int
    contract_minutes: int
    findings: tuple[Finding, ...]
    cells: tuple[RosterCell, ...]


@dataclass(frozen=True, slots=True)
class DayTotal:
    """What a day comes to: people with a shift, and their working minutes."""

    day: date
    people: int
    minutes: int


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """Everything the roster page shows."""

    zone: str
    state: RosterState
    version: int
    days: tuple[date, ...]
    open_days: frozenset[date]
    people: tuple[PersonRow, ...]
    totals: tuple[DayTotal, ...]
    codes: Mapping[str, TemplateCode]
    templates: Mapping[str, ShiftTemplate]

    @property
    def planned_minutes(self) -> int:
        """Working minutes of everybody."""
        return sum(person.planned_minutes for person in self.people)

    def cell_of(self, employee: str, day: date) -> tuple[int, int] | None:
        """Row and column of a person's day; the nearest day of the period where it lies outside."""
        for row, person in enumerate(self.people):
            if person.employee.id == employee:
                column = (day - self.days[0]).days
                return row, min(max(column, 0), len(self.days) - 1)
        return None


def worst(findings: Iterable[Finding]) -> Severity | None:
    """Give the gravest severity among findings."""
    return min((finding.severity for finding in findings), key=SEVERITY_ORDER.index, default=None)


def roster_sheet(publication: HallPublication) -> RosterSheet:
    """Lay a published roster out as people down and days across.

    Raises
    ------
    BugError
        The roster assigns somebody whom the publication does not list.
    """
    roster, zone = publication.roster, publication.hall.zone
    days = roster.period.days
    unknown = {each.employee for each in roster.assignments} - {each.id for each in publication.employees}
    if unknown:
        raise BugError(f"the roster of {publication.hall.id} assigns unknown people: {', '.join(sorted(unknown))}")
    adopted = adopted_templates(publication)
    worked = _by_person_and_day(roster.assignments)
    away = _leave_days(publication.leave, days, zone)
    marks = _finding_days(publication.findings, roster.assignments, zone)
    people = tuple(
        _person_row(
            employee,
            tuple(
                RosterCell(
                    worked.get((employee.id, day), ()),
                    away.get((employee.id, day)),
                    marks.get((employee.id, day), ()),
                    worked.get((employee.id, day), ()),
                )
                for day in days
            ),
            tuple(finding for finding in publication.findings if finding.employee == employee.id),
        )
        for employee in publication.employees
    )
    return RosterSheet(
        zone=zone,
        state=roster.state,
        version=roster.version,
        days=days,
        open_days=frozenset(publication.hall.open_days(roster.period.first, roster.period.last)),
        people=people,
        totals=_totals(days, people),
        codes=template_codes(adopted, roster.assignments),
        templates={template.id: template for template in adopted},
    )


def edited_sheet(sheet: RosterSheet, roster: CheckedRoster, employees: Collection[str]) -> RosterSheet:
    """Give the sheet where some people's days are those of a roster that is being edited."""
    before = [row for row in sheet.people if row.employee.id in employees]
    after = {row.employee.id: _edited_row(row, roster, sheet.zone) for row in before}
    # Only what these people add to a day changes: adding up everybody takes too long for one frame.
    less, more = _totals(sheet.days, before), _totals(sheet.days, tuple(after.values()))
    totals = tuple(
        replace(
            total,
            people=total.people - minus.people + plus.people,
            minutes=total.minutes - minus.minutes + plus.minutes,
        )
        for total, minus, plus in zip(sheet.totals, less, more, strict=True)
    )
    return replace(sheet, people=tuple(after.get(row.employee.id, row) for row in sheet.people), totals=totals)


def template_codes(adopted: Sequence[ShiftTemplate], assignments: Sequence[Assignment]) -> Mapping[str, TemplateCode]:
    """Letter the templates from A on in order of their start; templates no longer adopted come last."""
    known = [
        template.id for template in sorted(adopted, key=lambda each: (each.start_minute, each.end_minute, each.id))
    ]
    former = sorted({each.shift.template for each in assignments} - set(known))
    return {template: TemplateCode(template, _letter(order), order) for order, template in enumerate([*known, *former])}


def _letter(order: int) -> str:
    around, place = divmod(order, len(ascii_uppercase))
    return ascii_uppercase[place] + (str(around + 1) if around else "")


def _by_person_and_day(assignments: Sequence[Assignment]) -> Mapping[tuple[str, date], tuple[Assignment, ...]]:
    days: dict[tuple[str, date], tuple[Assignment, ...]] = {}
    for each in sorted(assignments, key=lambda each: each.shift.span):
        key = each.employee, each.shift.day
        days[key] = (*days.get(key, ()), each)
    return days


def _leave_days(leave: Sequence[Leave], days: Sequence[date], zone: str) -> Mapping[tuple[str, date], LeaveKind]:
    away: dict[tuple[str, date], LeaveKind] = {}
    for each in leave:
        day = max(local_day(each.span.start, zone), days[0])
        last = min(local_day(each.span.end - 1, zone), days[-1])
        while day <= last:
            away[each.employee, day] = each.kind
            day += timedelta(days=1)
    return away


def _finding_days(
    findings: Sequence[Finding], assignments: Sequence[Assignment], zone: str
) -> Mapping[tuple[str, date], tuple[Finding, ...]]:
    """Mark the days of the shifts involved, or the first day of the span where no shift is named."""
    day_of = {(each.employee, each.shift.id): each.shift.day for each in assignments}
    marks: dict[tuple[str, date], tuple[Finding, ...]] = {}
    for finding in findings:
        days = {day_of[finding.employee, shift] for shift in finding.shifts if (finding.employee, shift) in day_of}
        for day in days or {local_day(finding.span.start, zone)}:
            key = finding.employee, day
            marks[key] = (*marks.get(key, ()), finding)
    return marks


def _person_row(employee: Employee, cells: tuple[RosterCell, ...], findings: tuple[Finding, ...]) -> PersonRow:
    return PersonRow(
        employee=employee,
        planned_minutes=sum(each.shift.paid_minutes for cell in cells for each in cell.assignments),
        contract_minutes=round(employee.contract_minutes * len(cells) / DAYS_PER_WEEK),
        findings=findings,
        cells=cells,
    )


def _edited_row(row: PersonRow, roster: CheckedRoster, zone: str) -> PersonRow:
    person = roster.people[row.employee.id]
    days = _by_person_and_day(person.assignments)
    marks = _finding_days(person.findings, person.assignments, zone)
    keys = [(row.employee.id, day) for day in person.situation.period.days]
    cells = tuple(
        replace(cell, assignments=days.get(key, ()), findings=marks.get(key, ()))
        for cell, key in zip(row.cells, keys, strict=True)
    )
    return _person_row(row.employee, cells, person.findings)


def _totals(days: Sequence[date], people: Sequence[PersonRow]) -> tuple[DayTotal, ...]:
    return tuple(_day_total(day, [person.cells[column] for person in people]) for column, day in enumerate(days))


def _day_total(day: date, cells: Sequence[RosterCell]) -> DayTotal:
    return DayTotal(
        day=day,
        people=sum(bool(cell.assignments) for cell in cells),
        minutes=sum(each.shift.paid_minutes for cell in cells for each in cell.assignments),
    )
