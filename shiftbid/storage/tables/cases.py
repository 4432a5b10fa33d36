"""Cases about a roster: what people bring up after the award, each step since, and the seats that open ones hold."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.domain.case import CaseAct, CaseKind
from shiftbid.storage.tables.base import Base, Instant, at_least, days_ordered, one_of


class RosterCaseRow(Base):
    """A case; content in canonical JSON."""

    __tablename__ = "roster_case"
    __table_args__ = (
        UniqueConstraint("hall_id", "first_day", "last_day", "kind", "number"),
        days_ordered("first_day", "last_day"),
        one_of("kind", CaseKind),
        at_least("number", 1),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("hall.id"))
    first_day: Mapped[date]
    last_day: Mapped[date]
    kind: Mapped[str]
    number: Mapped[int]
    opened_by: Mapped[str] = mapped_column(ForeignKey("app_user.id"))
    opened_at: Mapped[Instant]
    content_json: Mapped[str]


class RosterCaseStepRow(Base):
    """A step of a case, content in canonical JSON; positions begin at 0, so that no two take the same one."""

    __tablename__ = "roster_case_step"
    __table_args__ = (one_of("act", CaseAct),)

    case_id: Mapped[str] = mapped_column(ForeignKey("roster_case.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    act: Mapped[str]
    acted_by: Mapped[str]
    acted_at: Mapped[Instant]
    content_json: Mapped[str]


class CaseSeatRow(Base):
    """A seat that an open case holds: its key lets one case alone have it. Removed when the case ends."""

    __tablename__ = "case_seat"

    hall_id: Mapped[str] = mapped_column(ForeignKey("hall.id"), primary_key=True)
    first_day: Mapped[date] = mapped_column(primary_key=True)
    last_day: Mapped[date] = mapped_column(primary_key=True)
    shift: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("roster_case.id"), index=True)
