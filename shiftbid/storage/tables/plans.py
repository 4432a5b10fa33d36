"""What a publication says of its period: forecast, demand, roster, findings, certificate and pay."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.domain.pay import PayClass
from shiftbid.rules.finding import Severity
from shiftbid.storage.tables.base import (
    Base,
    Instant,
    RowReference,
    at_least,
    child_of,
    computed_between,
    one_of,
    ordered,
)

PUBLICATION = {"publication_id": "id"}


class ForecastSlotRow(Base):
    """Expected customers of a class in a slot, with quantiles."""

    __tablename__ = "forecast_slot"
    __table_args__ = (
        child_of("publication", PUBLICATION),
        ordered("starts_at", "ends_at"),
        computed_between("mean", 0),
    )

    publication_id: Mapped[RowReference] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    starts_at: Mapped[Instant]
    ends_at: Mapped[Instant]
    customer_class: Mapped[str]
    mean: Mapped[float]
    q10: Mapped[float]
    q50: Mapped[float]
    q90: Mapped[float]


class DemandSlotRow(Base):
    """Heads needed in a slot for a skill."""

    __tablename__ = "demand_slot"
    __table_args__ = (child_of("publication", PUBLICATION), ordered("starts_at", "ends_at"), at_least("heads", 0))

    publication_id: Mapped[RowReference] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    starts_at: Mapped[Instant]
    ends_at: Mapped[Instant]
    skill: Mapped[str]
    heads: Mapped[int]


class AssignmentRow(Base):
    """A person in a shift of the roster."""

    __tablename__ = "assignment"
    __table_args__ = (
        child_of("publication", PUBLICATION),
        ordered("starts_at", "ends_at"),
        at_least("toil_minutes", 0),
    )

    publication_id: Mapped[RowReference] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[str] = mapped_column(ForeignKey("employee.id"), index=True)
    shift: Mapped[str]
    hall: Mapped[str]
    template: Mapped[str]
    day: Mapped[date]
    starts_at: Mapped[Instant]
    ends_at: Mapped[Instant]
    skill: Mapped[str]
    toil_minutes: Mapped[int]
    pinned: Mapped[bool]


class AssignmentBreakRow(Base):
    """A break in an assigned shift."""

    __tablename__ = "assignment_break"
    __table_args__ = (
        child_of("assignment", {"publication_id": "publication_id", "shift_position": "position"}),
        ordered("starts_at", "ends_at"),
    )

    publication_id: Mapped[RowReference] = mapped_column(primary_key=True)
    shift_position: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    starts_at: Mapped[Instant]
    ends_at: Mapped[Instant]
    paid: Mapped[bool]


class FindingRow(Base):
    """A rule that the roster breaks."""

    __tablename__ = "finding"
    __table_args__ = (
        child_of("publication", PUBLICATION),
        ordered("starts_at", "ends_at"),
        one_of("severity", Severity),
    )

    publication_id: Mapped[RowReference] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    rule: Mapped[str]
    employee: Mapped[str]
    starts_at: Mapped[Instant]
    ends_at: Mapped[Instant]
    severity: Mapped[str]
    sentence: Mapped[str]
    article: Mapped[str]


class FindingShiftRow(Base):
    """A shift involved in a finding."""

    __tablename__ = "finding_shift"
    __table_args__ = (child_of("finding", {"publication_id": "publication_id", "finding_position": "position"}),)

    publication_id: Mapped[RowReference] = mapped_column(primary_key=True)
    finding_position: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    shift: Mapped[str]


class CertificateQuarterRow(Base):
    """A class of customers in a quarter hour at a desk, under the roster."""

    __tablename__ = "certificate_quarter"
    __table_args__ = (
        child_of("publication", PUBLICATION),
        ordered("starts_at", "ends_at"),
        computed_between("arrivals", 0),
        at_least("heads", 0),
        computed_between("mean_wait_minutes", 0),
        computed_between("p90_wait_minutes", 0),
        computed_between("share_in_time", 0, 1),
        at_least("promise_minutes", 0),
    )

    publication_id: Mapped[RowReference] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    starts_at: Mapped[Instant]
    ends_at: Mapped[Instant]
    customer_class: Mapped[str]
    busy: Mapped[bool]
    arrivals: Mapped[float]
    heads: Mapped[int]
    mean_wait_minutes: Mapped[float]
    p90_wait_minutes: Mapped[float]
    share_in_time: Mapped[float]
    promise_minutes: Mapped[float]
    kept: Mapped[bool]
    kept_at_plus10: Mapped[bool]
    skill: Mapped[str]


class PayLineRow(Base):
    """Minutes of a person, day and pay class."""

    __tablename__ = "pay_line"
    __table_args__ = (
        child_of("publication", PUBLICATION),
        one_of("pay_class", PayClass),
        at_least("minutes", 0),
        at_least("cents", 0),
    )

    publication_id: Mapped[RowReference] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[str] = mapped_column(ForeignKey("employee.id"))
    day: Mapped[date]
    hall: Mapped[str]
    pay_class: Mapped[str]
    minutes: Mapped[int]
    rule: Mapped[str]
    source: Mapped[str]
    cents: Mapped[int]
