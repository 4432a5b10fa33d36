"""Take leave in: onto the staff lists of the people's halls, and time off in lieu out of the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from shiftbid.domain.errors import InputError, Problem
from shiftbid.domain.hall import Hall
from shiftbid.domain.staff import Employee, Leave, LeaveKind
from shiftbid.domain.timeline import format_instant
from shiftbid.domain.toil import EntryKind
from shiftbid.payroll.toil_ledger import Change, ToilLedger
from shiftbid.payroll.toil_requests import day_minutes, working_days
from shiftbid.payroll.toil_taking import Taking, use
from shiftbid.services.imports import ImportReport
from shiftbid.services.ports import StaffList, UnitOfWork, UnitOfWorkFactory
from shiftbid.services.toil_return import house_policy

TAKINGS = (EntryKind.USE, EntryKind.TAKE)


@dataclass(frozen=True, slots=True)
class LeaveRow:
    """Leave, and the row of the file that it stands in."""

    row: int
    leave: Leave


@dataclass(frozen=True, slots=True)
class LeaveTable:
    """What a file of leave holds.

    Attributes
    ----------
    source
        Name of the file.
    problems
        What is wrong with its cells; refused together with what only the database knows.
    columns
        Name of the column that holds each field.
    """

    source: str
    rows: tuple[LeaveRow, ...]
    problems: tuple[Problem, ...]
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Place:
    """A hall with its staff list."""

    hall: Hall
    staff: StaffList


def zones_of_staff(halls: Sequence[Hall], units_of_work: UnitOfWorkFactory) -> Mapping[str, str]:
    """Time zone of everybody on the staff lists of these halls; the first hall's for those on several."""
    with units_of_work() as unit:
        listed = [(hall, unit.staff.of_hall(hall.id).employees) for hall in reversed(halls)]
    return {person.id: hall.zone for hall, people in listed for person in people}


def store_leave(table: LeaveTable, halls: Sequence[Hall], units_of_work: UnitOfWorkFactory) -> ImportReport:
    """Store leave on the lists of those of the halls that know the person; the same leave again changes nothing.

    Each weekday of time off in lieu takes a fifth of the contract's week out of the journal, unless the journal holds
    a taking of that day already.

    Raises
    ------
    InputError
        Everything that is wrong with the file: its cells, leave that overlaps other leave or an open request, and
        time off in lieu that the balance does not hold. Nothing is stored then.
    """
    problems = list(table.problems)
    with units_of_work() as unit:
        places = [_Place(hall, unit.staff.of_hall(hall.id)) for hall in halls]
        new = [each for each in table.rows if any(_lacks(place, each.leave) for place in places)]
        for each in new:
            problems += _overlaps(table, each, places, unit)
        changes = [
            change
            for person, rows in _by_person(new)
            for change in _takings(table, person, rows, places, unit, problems)
        ]
        if problems:
            problems.sort(key=lambda each: each.row or 0)
            raise InputError(table.source, problems)
        for change in changes:
            unit.journal.append(change.lots, change.entries)
        touched = [place for place in places if any(_lacks(place, each.leave) for each in new)]
        for place in touched:
            added = tuple(each.leave for each in new if _lacks(place, each.leave))
            unit.staff.replace(place.hall.id, replace(place.staff, leave=(*place.staff.leave, *added)))
        unit.commit()
    taken_minutes = sum(
        posting.minutes
        for change in changes
        for entry in change.entries
        for posting in entry.postings
        if posting.minutes > 0
    )
    return ImportReport(
        tuple(place.hall.id for place in touched),
        {
            "rows": len(table.rows),
            "added": len(new),
            "known": len(table.rows) - len(new),
            "toil_minutes": taken_minutes,
        },
    )


def _lacks(place: _Place, leave: Leave) -> bool:
    return _person(place, leave.employee) is not None and leave not in place.staff.leave


def _person(place: _Place, employee: str) -> Employee | None:
    return next((person for person in place.staff.employees if person.id == employee), None)


def _overlaps(table: LeaveTable, row: LeaveRow, places: Sequence[_Place], unit: UnitOfWork) -> list[Problem]:
    leave = row.leave
    others = {
        each.span: f"leave ({each.kind.value})"
        for place in places
        for each in place.staff.leave
        if each.employee == leave.employee and each != leave
    }
    others |= {each.span: f"request {each.id}" for each in unit.requests.of_employee(leave.employee) if each.open}
    zone = places[0].hall.zone
    return [
        Problem(
            f"overlaps {what} from {format_instant(span.start, zone)} to {format_instant(span.end, zone)}",
            row.row,
            table.columns["start"],
        )
        for span, what in others.items()
        if span.overlaps(leave.span)
    ]


def _by_person(rows: Sequence[LeaveRow]) -> list[tuple[str, list[LeaveRow]]]:
    people = dict.fromkeys(each.leave.employee for each in rows if each.leave.kind is LeaveKind.TOIL)
    return [
        (person, [each for each in rows if each.leave.employee == person and each.leave.kind is LeaveKind.TOIL])
        for person in people
    ]


def _takings(
    table: LeaveTable,
    employee: str,
    rows: Sequence[LeaveRow],
    places: Sequence[_Place],
    unit: UnitOfWork,
    problems: list[Problem],
) -> list[Change]:
    """What a person's time off in lieu takes out of the journal, row by row; what it lacks is added to the problems."""
    ledger = ToilLedger(employee, unit.journal.lots(employee), unit.journal.entries(employee))
    known = {
        entry.effective
        for entry in ledger.entries.values()
        if entry.kind in TAKINGS and ledger.answer_to(entry.id) is None
    }
    place, person = next((place, person) for place in places if (person := _person(place, employee)))
    minutes = day_minutes(person.contract_minutes)
    changes: list[Change] = []
    for row in rows:
        try:
            for day in working_days(row.leave.span, place.hall.zone):
                if day not in known:
                    taking = Taking(
                        f"leave/{employee}/{day.isoformat()}", minutes, day, f"TOIL day off on {day.isoformat()}"
                    )
                    change = use(ledger, taking, house_policy(day))
                    ledger.post(change)
                    changes.append(change)
        except InputError as error:
            problems += [Problem(each.message, row.row, table.columns["kind"]) for each in error.problems]
    return changes
