"""What one person may see of their own: shifts, time off, and the hall they belong to; nothing of anybody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.hall import Hall
from shiftbid.domain.request import TimeOffRequest
from shiftbid.domain.roster import RosterState
from shiftbid.domain.shift import Shift
from shiftbid.domain.staff import Employee, Leave
from shiftbid.domain.timeline import Period, local_day
from shiftbid.payroll.toil_statement import Statement, statement
from shiftbid.services.ports import UnitOfWork
from shiftbid.services.toil_desk import person_of

PAST_SHOWN = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class OwnRoster:
    """A person's shifts in the latest published version of a period, in order of start."""

    period: Period
    version: int
    state: RosterState
    shifts: tuple[Shift, ...]
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class OwnView:
    """A person's own matters.

    Attributes
    ----------
    on
        Today on the hall's clock.
    rosters
        Published periods that end no more than three months ago, in order of time.
    leave
        When the person is away, as the staff list says.
    """

    person: Employee
    hall: Hall
    on: date
    rosters: tuple[OwnRoster, ...]
    leave: tuple[Leave, ...]
    statement: Statement
    requests: tuple[TimeOffRequest, ...]


def own_view(unit: UnitOfWork, employee: str, now: int) -> OwnView:
    """Read a person's own matters at an instant (UTC seconds); InputError where the person is on no staff list."""
    hall, person = person_of(unit, employee)
    on = local_day(now, hall.zone)
    return OwnView(
        person=person,
        hall=hall,
        on=on,
        rosters=tuple(
            roster
            for period in unit.publications.periods(hall.id)
            if period.last >= on - PAST_SHOWN and (roster := _own_roster(unit, hall.id, period, employee)) is not None
        ),
        leave=tuple(each for each in unit.staff.of_hall(hall.id).leave if each.employee == employee),
        statement=statement(employee, unit.journal.lots(employee), unit.journal.entries(employee), on),
        requests=tuple(unit.requests.of_employee(employee)),
    )


def _own_roster(unit: UnitOfWork, hall: str, period: Period, employee: str) -> OwnRoster | None:
    version = unit.publications.version(hall, period)
    roster = unit.publications.roster(hall, period, version)
    context = unit.publications.context(hall, period, version)
    if roster is None or context is None:
        return None
    return OwnRoster(period, version, roster.state, roster.by_employee.get(employee, ()), context.calendar)
