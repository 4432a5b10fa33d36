"""The roster's assignments of a publication; its version and state stand in the publication's own row."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Interval
from shiftbid.storage.bulk import grouped, insert_all
from shiftbid.storage.mappers import break_of, break_rows, shift_columns
from shiftbid.storage.tables.plans import AssignmentBreakRow, AssignmentRow


def save(connection: Connection, publication_id: int, assignments: Sequence[Assignment]) -> None:
    """Store the assignments with the breaks of their shifts."""
    owner = {"publication_id": publication_id}
    insert_all(
        connection,
        AssignmentRow,
        [
            {
                **owner,
                "position": position,
                "employee_id": each.employee,
                **shift_columns(each.shift),
                "pinned": each.pinned,
            }
            for position, each in enumerate(assignments)
        ],
    )
    insert_all(connection, AssignmentBreakRow, break_rows(owner, [each.shift for each in assignments]))


def load(connection: Connection, publication_id: int) -> tuple[Assignment, ...]:
    """Build the assignments of a publication."""
    breaks = grouped(
        (shift_position, break_of(starts_at, ends_at, paid))
        for shift_position, starts_at, ends_at, paid in connection.execute(
            select(
                AssignmentBreakRow.shift_position,
                AssignmentBreakRow.starts_at,
                AssignmentBreakRow.ends_at,
                AssignmentBreakRow.paid,
            )
            .where(AssignmentBreakRow.publication_id == publication_id)
            .order_by(AssignmentBreakRow.shift_position, AssignmentBreakRow.position)
        )
    )
    return tuple(
        Assignment(
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
            pinned,
        )
        for position, employee, shift, hall, template, day, starts_at, ends_at, skill, toil_minutes, pinned in (
            connection.execute(
                select(
                    AssignmentRow.position,
                    AssignmentRow.employee_id,
                    AssignmentRow.shift,
                    AssignmentRow.hall,
                    AssignmentRow.template,
                    AssignmentRow.day,
                    AssignmentRow.starts_at,
                    AssignmentRow.ends_at,
                    AssignmentRow.skill,
                    AssignmentRow.toil_minutes,
                    AssignmentRow.pinned,
                )
                .where(AssignmentRow.publication_id == publication_id)
                .order_by(AssignmentRow.position)
            )
        )
    )
