"""Requests for time off and what was done with them."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.domain.request import RequestAct
from shiftbid.domain.staff import LeaveKind
from shiftbid.storage.tables.base import Base, Instant, one_of, ordered


class TimeOffRequestRow(Base):
    """A request: who asks to be away when."""

    __tablename__ = "time_off_request"
    __table_args__ = (one_of("kind", LeaveKind), ordered("starts_at", "ends_at"))

    id: Mapped[str] = mapped_column(primary_key=True)
    employee_id: Mapped[str] = mapped_column(ForeignKey("employee.id"), index=True)
    kind: Mapped[str]
    starts_at: Mapped[Instant]
    ends_at: Mapped[Instant]


class TimeOffStepRow(Base):
    """A step of a request; positions begin at 0, so that two people cannot take the same one."""

    __tablename__ = "time_off_step"
    __table_args__ = (one_of("act", RequestAct),)

    request_id: Mapped[str] = mapped_column(ForeignKey("time_off_request.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    act: Mapped[str]
    acted_by: Mapped[str]
    acted_at: Mapped[Instant]
    reason: Mapped[str]
