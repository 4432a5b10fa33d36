"""Requests for time off: they and their steps are added, never changed or removed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, insert, select

from shiftbid.domain.errors import InputError, StorageError
from shiftbid.domain.request import RequestAct, RequestStep, TimeOffRequest
from shiftbid.domain.staff import LeaveKind
from shiftbid.domain.timeline import Interval
from shiftbid.storage.bulk import RowValues, batches, grouped, insert_all
from shiftbid.storage.mappers import span_columns
from shiftbid.storage.tables.requests import TimeOffRequestRow, TimeOffStepRow
from shiftbid.storage.tables.staff import EmployeeRow
from shiftbid.storage.writing import take_turn_to_write


class SqlRequestRepository:
    """`shiftbid.services.request_port.RequestRepository` over SQL."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, request: TimeOffRequest) -> None:
        """Add a request with its steps; InputError where its id is taken or the employee is unknown."""
        take_turn_to_write(self._connection)
        problems: list[str] = []
        if self.get(request.id) is not None:
            problems.append("there is a request of this id already")
        known = select(EmployeeRow.id).where(EmployeeRow.id == request.employee)
        if self._connection.scalars(known).first() is None:
            problems.append(f"employee {request.employee} is on no staff list: add them first")
        if problems:
            raise InputError(f"request {request.id}", problems)
        row: RowValues = {
            "id": request.id,
            "employee_id": request.employee,
            "kind": request.kind.value,
            **span_columns(request.span),
        }
        insert_all(self._connection, TimeOffRequestRow, [row])
        for position, step in enumerate(request.steps):
            self._insert_step(request.id, position, step)

    def add_step(self, before: TimeOffRequest, step: RequestStep) -> None:
        """Add a step behind those that the caller saw; StorageError where somebody else acted meanwhile."""
        take_turn_to_write(self._connection)
        present = self.get(before.id)
        if present is None:
            raise InputError(f"request {before.id}", ["there is no such request"])
        if present != before:
            raise StorageError(f"Answering request {before.id} failed: somebody acted on it meanwhile. Reload it.")
        self._insert_step(before.id, len(before.steps), step)

    def get(self, request: str) -> TimeOffRequest | None:
        """Give the request of an id, or None."""
        return next(iter(self._where(TimeOffRequestRow.id == request)), None)

    def of_employee(self, employee: str) -> tuple[TimeOffRequest, ...]:
        """Requests of a person in order of their span and id."""
        return self._where(TimeOffRequestRow.employee_id == employee)

    def by_person(self, employees: Sequence[str]) -> Mapping[str, tuple[TimeOffRequest, ...]]:
        """Requests of many people at once, each person's in order of span and id; nothing for those without any."""
        return grouped(
            (request.employee, request)
            for batch in batches(employees)
            for request in self._where(TimeOffRequestRow.employee_id.in_(batch))
        )

    def _insert_step(self, request: str, position: int, step: RequestStep) -> None:
        self._connection.execute(
            insert(TimeOffStepRow).values(
                request_id=request,
                position=position,
                act=step.act.value,
                acted_by=step.by,
                acted_at=step.at,
                reason=step.reason,
            )
        )

    def _where(self, condition: ColumnElement[bool]) -> tuple[TimeOffRequest, ...]:
        steps = grouped(
            (request, RequestStep(RequestAct(act), by, at, reason))
            for request, act, by, at, reason in self._connection.execute(
                select(
                    TimeOffStepRow.request_id,
                    TimeOffStepRow.act,
                    TimeOffStepRow.acted_by,
                    TimeOffStepRow.acted_at,
                    TimeOffStepRow.reason,
                )
                .join(TimeOffRequestRow, TimeOffRequestRow.id == TimeOffStepRow.request_id)
                .where(condition)
                .order_by(TimeOffStepRow.request_id, TimeOffStepRow.position)
            )
        )
        return tuple(
            TimeOffRequest(request, employee, LeaveKind(kind), Interval(starts_at, ends_at), steps.get(request, ()))
            for request, employee, kind, starts_at, ends_at in self._connection.execute(
                select(
                    TimeOffRequestRow.id,
                    TimeOffRequestRow.employee_id,
                    TimeOffRequestRow.kind,
                    TimeOffRequestRow.starts_at,
                    TimeOffRequestRow.ends_at,
                )
                .where(condition)
                .order_by(TimeOffRequestRow.starts_at, TimeOffRequestRow.id)
            )
        )
