"""Votes and bidding rounds: what was put to the staff, what they gave, sealed, and each step since."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.domain.poll import PollAct, PollKind
from shiftbid.storage.tables.base import Base, Instant, at_least, days_ordered, one_of, ordered


class PollRow(Base):
    """A vote or a bidding round; the paper is canonical JSON."""

    __tablename__ = "poll"
    __table_args__ = (
        UniqueConstraint("hall_id", "first_day", "last_day", "kind", "number"),
        days_ordered("first_day", "last_day"),
        one_of("kind", PollKind),
        at_least("number", 1),
        ordered("opened_at", "deadline"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("hall.id"))
    first_day: Mapped[date]
    last_day: Mapped[date]
    kind: Mapped[str]
    number: Mapped[int]
    opened_by: Mapped[str] = mapped_column(ForeignKey("app_user.id"))
    opened_at: Mapped[Instant]
    deadline: Mapped[Instant]
    trustee: Mapped[str] = mapped_column(ForeignKey("app_user.id"))
    public_key: Mapped[str]
    paper_json: Mapped[str]


class PollStepRow(Base):
    """A step of a poll, content in canonical JSON; positions begin at 0, so that no two take the same one."""

    __tablename__ = "poll_step"
    __table_args__ = (one_of("act", PollAct),)

    poll_id: Mapped[str] = mapped_column(ForeignKey("poll.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    act: Mapped[str]
    acted_by: Mapped[str]
    acted_at: Mapped[Instant]
    content_json: Mapped[str]


class PollEntryRow(Base):
    """A sealed ballot or bid; of each person's the one with the highest position counts."""

    __tablename__ = "poll_entry"
    __table_args__ = (at_least("position", 0),)

    poll_id: Mapped[str] = mapped_column(ForeignKey("poll.id"), primary_key=True)
    employee_id: Mapped[str] = mapped_column(ForeignKey("employee.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    given_by: Mapped[str]
    given_at: Mapped[Instant]
    box: Mapped[str]


class StandingWishesRow(Base):
    """Wishes for every round without a bid, as canonical JSON; the row with the highest position holds."""

    __tablename__ = "standing_wishes"
    __table_args__ = (at_least("position", 0),)

    employee_id: Mapped[str] = mapped_column(ForeignKey("employee.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    given_by: Mapped[str]
    given_at: Mapped[Instant]
    wishes_json: Mapped[str]


class PollKeyRow(Base):
    """The key to a poll's boxes, locked under the trustee's PIN; removed once the boxes are opened or never will be."""

    __tablename__ = "poll_key"

    poll_id: Mapped[str] = mapped_column(ForeignKey("poll.id"), primary_key=True)
    locked_key: Mapped[str]
