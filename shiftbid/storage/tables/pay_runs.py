"""Pay runs: what was paid, as it was closed, and why it was opened again."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.domain.pay import PayClass
from shiftbid.storage.tables.base import (
    Base,
    Instant,
    RowNumber,
    RowReference,
    at_least,
    child_of,
    days_ordered,
    one_of,
)

PAY_RUN = {"pay_run_id": "id"}


class PayRunRow(Base):
    """A closed run of a hall and period."""

    __tablename__ = "pay_run"
    __table_args__ = (
        UniqueConstraint("hall_id", "first_day", "last_day", "number"),
        days_ordered("first_day", "last_day"),
        at_least("number", 1),
    )

    id: Mapped[RowNumber]
    hall_id: Mapped[str] = mapped_column(ForeignKey("hall.id"))
    first_day: Mapped[date]
    last_day: Mapped[date]
    number: Mapped[int]
    closed_at: Mapped[Instant]
    closed_by: Mapped[str]


class PayRunLineRow(Base):
    """Minutes of a person, day and pay class in a run."""

    __tablename__ = "pay_run_line"
    __table_args__ = (child_of("pay_run", PAY_RUN), one_of("pay_class", PayClass))

    pay_run_id: Mapped[RowReference] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[str] = mapped_column(ForeignKey("employee.id"))
    day: Mapped[date]
    hall: Mapped[str]
    pay_class: Mapped[str]
    minutes: Mapped[int]
    rule: Mapped[str]
    source: Mapped[str]
    cents: Mapped[int]


class PayRunReopeningRow(Base):
    """Why a run was opened again; at most once, since the next run takes its place."""

    __tablename__ = "pay_run_reopening"
    __table_args__ = (child_of("pay_run", PAY_RUN),)

    pay_run_id: Mapped[RowReference] = mapped_column(primary_key=True)
    reopened_at: Mapped[Instant]
    reopened_by: Mapped[str]
    reason: Mapped[str]
