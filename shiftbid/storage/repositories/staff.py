"""The staff list of each hall."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection, select, update

from shiftbid.domain.errors import InputError
from shiftbid.domain.staff import EVERYBODY, ConsentKind
from shiftbid.services.ports import StaffList
from shiftbid.storage.repositories.halls import lock_hall
from shiftbid.storage.staff_lists import forget_list, load_list, save_list
from shiftbid.storage.tables.halls import HallPresentRow
from shiftbid.storage.tables.staff import StaffMemberRow


class SqlStaffRepository:
    """`shiftbid.services.ports.StaffRepository` over SQL."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace(self, hall: str, staff: StaffList) -> None:
        """Put a new staff list in place of the present one; InputError naming every problem of the list."""
        refuse_faulty(hall, staff)
        lock_hall(self._connection, hall)
        before = present_list_id(self._connection, hall)
        present = (
            update(HallPresentRow)
            .where(HallPresentRow.hall_id == hall)
            .values(staff_list_id=save_list(self._connection, hall, staff))
        )
        self._connection.execute(present)
        if before is not None:
            forget_list(self._connection, before)

    def of_hall(self, hall: str) -> StaffList:
        """Give the present list of a hall; empty where there is none."""
        list_id = present_list_id(self._connection, hall)
        return StaffList() if list_id is None else load_list(self._connection, list_id)

    def hall_of(self, employee: str) -> str | None:
        """Give the hall on whose present list a person stands; the first by id of several."""
        halls = (
            select(HallPresentRow.hall_id)
            .join(StaffMemberRow, StaffMemberRow.staff_list_id == HallPresentRow.staff_list_id)
            .where(StaffMemberRow.employee_id == employee)
            .order_by(HallPresentRow.hall_id)
        )
        return self._connection.scalars(halls).first()


def present_list_id(connection: Connection, hall: str) -> int | None:
    """Row number of the staff list that holds now; None where there is none."""
    present = select(HallPresentRow.staff_list_id).where(HallPresentRow.hall_id == hall)
    return connection.scalars(present).one_or_none()


def refuse_faulty(hall: str, staff: StaffList) -> None:
    """Raise InputError where a list does not fit together."""
    names = Counter(employee.id for employee in staff.employees)
    problems = [f"employee {employee} is listed {count} times" for employee, count in names.items() if count > 1]
    problems += [
        f"employee {employee.id} belongs to hall {employee.hall}, not {hall}"
        for employee in staff.employees
        if employee.hall != hall
    ]
    named = (
        *(("leave", leave.employee) for leave in staff.leave),
        *(("a consent", consent.employee) for consent in staff.consents if consent.employee != EVERYBODY),
        *(("a worked shift", worked.employee) for worked in staff.worked),
        *(("a fact", fact.employee) for fact in staff.facts if fact.employee != EVERYBODY),
    )
    problems += sorted({f"{what} names employee {who}, who is not listed" for what, who in named if who not in names})
    problems += [
        f"leave of employee {leave.employee} ends before it starts"
        for leave in staff.leave
        if leave.span.end <= leave.span.start
    ]
    problems += [
        f"a consent of employee {consent.employee} to {consent.rule} ends on {consent.last}, before {consent.first}"
        for consent in staff.consents
        if consent.last < consent.first
    ]
    problems += [
        f"the fact that {fact.kind.value} of employee {fact.employee} is {fact.value} ends on {fact.last}, before "
        f"{fact.first}"
        for fact in staff.facts
        if fact.last < fact.first
    ]
    problems += [
        f"a person's consent to {consent.rule} is given for everybody; name the employee"
        for consent in staff.consents
        if consent.employee == EVERYBODY and consent.kind is ConsentKind.PERSON
    ]
    if problems:
        raise InputError(f"staff list of hall {hall}", problems)
