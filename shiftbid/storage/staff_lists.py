"""Staff lists: stored as they stood together, so that a publication keeps the one it was made with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from shiftbid.domain.shift import Shift
from shiftbid.domain.staff import EVERYBODY, Consent, ConsentKind, Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.staff_fact import FactKind, StaffFact
from shiftbid.domain.timeline import Interval
from shiftbid.services.ports import StaffList
from shiftbid.services.publication import WorkedShift
from shiftbid.storage.bulk import RowValues, grouped, insert_all, insert_missing
from shiftbid.storage.mappers import break_of, break_rows, shift_columns, span_columns
from shiftbid.storage.tables.publications import PublicationRow
from shiftbid.storage.tables.staff import (
    EmployeeRow,
    StaffConsentRow,
    StaffFactRow,
    StaffLeaveRow,
    StaffListRow,
    StaffMemberRow,
    StaffSkillRow,
    WorkedBreakRow,
    WorkedShiftRow,
)


def save_list(connection: Connection, hall: str, staff: StaffList) -> int:
    """Store the staff list of a hall and give its row number."""
    list_id = connection.scalars(insert(StaffListRow).values(hall_id=hall).returning(StaffListRow.id)).one()
    owner = {"staff_list_id": list_id}
    insert_missing(connection, EmployeeRow, [{"id": employee.id} for employee in staff.employees])
    insert_all(connection, StaffMemberRow, _member_rows(owner, staff.employees))
    insert_all(
        connection,
        StaffSkillRow,
        [
            {**owner, "employee_id": employee.id, "skill": skill}
            for employee in staff.employees
            for skill in sorted(employee.skills)
        ],
    )
    insert_all(
        connection,
        StaffLeaveRow,
        [
            {
                **owner,
                "position": position,
                "employee_id": leave.employee,
                **span_columns(leave.span),
                "kind": leave.kind.value,
            }
            for position, leave in enumerate(staff.leave)
        ],
    )
    insert_all(
        connection,
        StaffConsentRow,
        [
            {
                **owner,
                "position": position,
                "employee_id": None if consent.employee == EVERYBODY else consent.employee,
                "rule": consent.rule,
                "first_day": consent.first,
                "last_day": consent.last,
                "kind": consent.kind.value,
            }
            for position, consent in enumerate(staff.consents)
        ],
    )
    insert_all(connection, StaffFactRow, _fact_rows(owner, staff.facts))
    insert_all(
        connection,
        WorkedShiftRow,
        [
            {**owner, "position": position, "employee_id": worked.employee, **shift_columns(worked.shift)}
            for position, worked in enumerate(staff.worked)
        ],
    )
    insert_all(connection, WorkedBreakRow, break_rows(owner, [worked.shift for worked in staff.worked]))
    return list_id


def load_list(connection: Connection, list_id: int) -> StaffList:
    """Build a stored staff list."""
    return StaffList(
        employees=_load_employees(connection, list_id),
        leave=tuple(
            Leave(employee, Interval(starts_at, ends_at), LeaveKind(kind))
            for employee, starts_at, ends_at, kind in connection.execute(
                select(StaffLeaveRow.employee_id, StaffLeaveRow.starts_at, StaffLeaveRow.ends_at, StaffLeaveRow.kind)
                .where(StaffLeaveRow.staff_list_id == list_id)
                .order_by(StaffLeaveRow.position)
            )
        ),
        consents=tuple(
            Consent(employee or EVERYBODY, rule, first_day, last_day, ConsentKind(kind))
            for employee, rule, first_day, last_day, kind in connection.execute(
                select(
                    StaffConsentRow.employee_id,
                    StaffConsentRow.rule,
                    StaffConsentRow.first_day,
                    StaffConsentRow.last_day,
                    StaffConsentRow.kind,
                )
                .where(StaffConsentRow.staff_list_id == list_id)
                .order_by(StaffConsentRow.position)
            )
        ),
        worked=_load_worked(connection, list_id),
        facts=_load_facts(connection, list_id),
    )


def forget_list(connection: Connection, list_id: int) -> None:
    """Remove a staff list that no publication was made with."""
    used = select(PublicationRow.id).where(PublicationRow.staff_list_id == list_id).exists()
    connection.execute(delete(StaffListRow).where(StaffListRow.id == list_id, ~used))


def _member_rows(owner: dict[str, Any], employees: Sequence[Employee]) -> list[RowValues]:
    return [
        {
            **owner,
            "position": position,
            "employee_id": employee.id,
            "name": employee.name,
            "contract_minutes": employee.contract_minutes,
            "hours_system": employee.system.value,
            "born": employee.born,
            "employed_from": employee.employed_from,
            "rate_cents": employee.rate_cents,
        }
        for position, employee in enumerate(employees)
    ]


def _fact_rows(owner: dict[str, Any], facts: Sequence[StaffFact]) -> list[RowValues]:
    return [
        {
            **owner,
            "position": position,
            "employee_id": None if fact.employee == EVERYBODY else fact.employee,
            "kind": fact.kind.value,
            "value": fact.value,
            "first_day": fact.first,
            "last_day": fact.last,
        }
        for position, fact in enumerate(facts)
    ]


def _load_facts(connection: Connection, list_id: int) -> tuple[StaffFact, ...]:
    return tuple(
        StaffFact(employee or EVERYBODY, FactKind(kind), value, first_day, last_day)
        for employee, kind, value, first_day, last_day in connection.execute(
            select(
                StaffFactRow.employee_id,
                StaffFactRow.kind,
                StaffFactRow.value,
                StaffFactRow.first_day,
                StaffFactRow.last_day,
            )
            .where(StaffFactRow.staff_list_id == list_id)
            .order_by(StaffFactRow.position)
        )
    )


def _load_employees(connection: Connection, list_id: int) -> tuple[Employee, ...]:
    hall = connection.scalars(select(StaffListRow.hall_id).where(StaffListRow.id == list_id)).one()
    skills = grouped(
        (employee, skill)
        for employee, skill in connection.execute(
            select(StaffSkillRow.employee_id, StaffSkillRow.skill).where(StaffSkillRow.staff_list_id == list_id)
        )
    )
    return tuple(
        Employee(
            employee,
            name,
            hall,
            contract_minutes,
            HoursSystem(hours_system),
            frozenset(skills.get(employee, ())),
            born,
            employed_from,
            rate_cents,
        )
        for employee, name, contract_minutes, hours_system, born, employed_from, rate_cents in connection.execute(
            select(
                StaffMemberRow.employee_id,
                StaffMemberRow.name,
                StaffMemberRow.contract_minutes,
                StaffMemberRow.hours_system,
                StaffMemberRow.born,
                StaffMemberRow.employed_from,
                StaffMemberRow.rate_cents,
            )
            .where(StaffMemberRow.staff_list_id == list_id)
            .order_by(StaffMemberRow.position)
        )
    )


def _load_worked(connection: Connection, list_id: int) -> tuple[WorkedShift, ...]:
    breaks = grouped(
        (shift_position, break_of(starts_at, ends_at, paid))
        for shift_position, starts_at, ends_at, paid in connection.execute(
            select(WorkedBreakRow.shift_position, WorkedBreakRow.starts_at, WorkedBreakRow.ends_at, WorkedBreakRow.paid)
            .where(WorkedBreakRow.staff_list_id == list_id)
            .order_by(WorkedBreakRow.shift_position, WorkedBreakRow.position)
        )
    )
    return tuple(
        WorkedShift(
            employee,
            Shift(
                shift,
                hall,
                template,
                day,
                Interval(starts_at, ends_at),
                breaks.get(position, ()),
                skill,
                toil_minutes,
            ),
        )
        for position, employee, shift, hall, template, day, starts_at, ends_at, skill, toil_minutes in (
            connection.execute(
                select(
                    WorkedShiftRow.position,
                    WorkedShiftRow.employee_id,
                    WorkedShiftRow.shift,
                    WorkedShiftRow.hall,
                    WorkedShiftRow.template,
                    WorkedShiftRow.day,
                    WorkedShiftRow.starts_at,
                    WorkedShiftRow.ends_at,
                    WorkedShiftRow.skill,
                    WorkedShiftRow.toil_minutes,
                )
                .where(WorkedShiftRow.staff_list_id == list_id)
                .order_by(WorkedShiftRow.position)
            )
        )
    )
