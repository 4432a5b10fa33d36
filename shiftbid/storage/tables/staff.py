"""Staff lists: the people of a hall, their leave, consents and worked shifts, as they stood together at some time."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.domain.staff import ConsentKind, HoursSystem, LeaveKind
from shiftbid.domain.staff_fact import FactKind
from shiftbid.storage.tables.base import (
    Base,
    Instant,
    RowNumber,
    RowReference,
    at_least,
    child_of,
    days_ordered,
    one_of,
    ordered,
)

MEMBER = {"staff_list_id": "staff_list_id", "employee_id": "employee_id"}


class EmployeeRow(Base):
    """A person's identity, which never changes; the rest stands on the staff lists."""

    __tablename__ = "employee"

    id: Mapped[str] = mapped_column(primary_key=True)


class StaffListRow(Base):
    """A staff list; it is never changed, only replaced by another."""

    __tablename__ = "staff_list"

    id: Mapped[RowNumber]
    hall_id: Mapped[str] = mapped_column(ForeignKey("hall.id"), index=True)


class StaffMemberRow(Base):
    """A person on a staff list."""

    __tablename__ = "staff_member"
    __table_args__ = (
        child_of("staff_list", {"staff_list_id": "id"}),
        UniqueConstraint("staff_list_id", "position"),
        one_of("hours_system", HoursSystem),
        at_least("contract_minutes", 0),
        at_least("rate_cents", 0),
    )

    staff_list_id: Mapped[RowReference] = mapped_column(primary_key=True)
    employee_id: Mapped[str] = mapped_column(ForeignKey("employee.id"), primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    contract_minutes: Mapped[int]
    hours_system: Mapped[str]
    born: Mapped[date]
    employed_from: Mapped[date]
    rate_cents: Mapped[int]


class StaffSkillRow(Base):
    """A skill of a person on a staff list."""

    __tablename__ = "staff_skill"
    __table_args__ = (child_of("staff_member", MEMBER),)

    staff_list_id: Mapped[RowReference] = mapped_column(primary_key=True)
    employee_id: Mapped[str] = mapped_column(primary_key=True)
    skill: Mapped[str] = mapped_column(primary_key=True)


class StaffLeaveRow(Base):
    """A span in which a person is away."""

    __tablename__ = "staff_leave"
    __table_args__ = (child_of("staff_member", MEMBER), one_of("kind", LeaveKind), ordered("starts_at", "ends_at"))

    staff_list_id: Mapped[RowReference] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[str]
    starts_at: Mapped[Instant]
    ends_at: Mapped[Instant]
    kind: Mapped[str]


class StaffConsentRow(Base):
    """An agreement or approval that a rule asks for; one without an employee is for everybody on the list."""

    __tablename__ = "staff_consent"
    __table_args__ = (
        child_of("staff_member", MEMBER),
        one_of("kind", ConsentKind),
        days_ordered("first_day", "last_day"),
        CheckConstraint("employee_id IS NOT NULL OR kind <> 'person'", name="person_named"),
    )

    staff_list_id: Mapped[RowReference] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[str | None]
    rule: Mapped[str]
    first_day: Mapped[date]
    last_day: Mapped[date]
    kind: Mapped[str]


class StaffFactRow(Base):
    """A dated fact that some laws ask for; about everybody on the list where no employee is named."""

    __tablename__ = "staff_fact"
    __table_args__ = (
        child_of("staff_member", MEMBER),
        one_of("kind", FactKind),
        days_ordered("first_day", "last_day"),
    )

    staff_list_id: Mapped[RowReference] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[str | None]
    kind: Mapped[str]
    value: Mapped[str]
    first_day: Mapped[date]
    last_day: Mapped[date]


class WorkedShiftRow(Base):
    """A shift that a person worked before the planned period; `hall` may be another hall than the list's."""

    __tablename__ = "worked_shift"
    __table_args__ = (
        child_of("staff_member", MEMBER),
        ordered("starts_at", "ends_at"),
        at_least("toil_minutes", 0),
    )

    staff_list_id: Mapped[RowReference] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[str]
    shift: Mapped[str]
    hall: Mapped[str]
    template: Mapped[str]
    day: Mapped[date]
    starts_at: Mapped[Instant]
    ends_at: Mapped[Instant]
    skill: Mapped[str]
    toil_minutes: Mapped[int]


class WorkedBreakRow(Base):
    """A break in a worked shift."""

    __tablename__ = "worked_break"
    __table_args__ = (
        child_of("worked_shift", {"staff_list_id": "staff_list_id", "shift_position": "position"}),
        ordered("starts_at", "ends_at"),
    )

    staff_list_id: Mapped[RowReference] = mapped_column(primary_key=True)
    shift_position: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    starts_at: Mapped[Instant]
    ends_at: Mapped[Instant]
    paid: Mapped[bool]
