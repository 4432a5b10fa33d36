"""Halls: an identity, its details as they stood at some time, and which of them hold now."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.domain.promise import PromiseKind
from shiftbid.storage.tables.base import Base, RowNumber, RowReference, at_least, child_of, one_of, ordered


class HallRow(Base):
    """A hall's identity, which never changes."""

    __tablename__ = "hall"

    id: Mapped[str] = mapped_column(primary_key=True)


class HallDetailsRow(Base):
    """Details of a hall as they stood together; `zone` is where instants of the rows that refer here are read."""

    __tablename__ = "hall_details"
    __table_args__ = (
        one_of("promise_kind", PromiseKind),
        CheckConstraint("promise_level > 0 AND promise_level <= 1", name="promise_level_share"),
        at_least("vip_busy_minutes", 0),
        at_least("regular_busy_minutes", 0),
        at_least("quiet_minutes", 0),
        CheckConstraint("service_minutes > 0", name="service_minutes_positive"),
        CheckConstraint("vip_service_minutes > 0", name="vip_service_minutes_positive"),
        at_least("counters", 1),
        at_least("minimum_heads", 0),
        at_least("opening_duty_minutes", 0),
        at_least("closing_duty_minutes", 0),
        at_least("duty_heads", 1),
    )

    id: Mapped[RowNumber]
    hall_id: Mapped[str] = mapped_column(ForeignKey("hall.id"), index=True)
    name: Mapped[str]
    zone: Mapped[str]
    country: Mapped[str]
    subdivision: Mapped[str | None]
    promise_kind: Mapped[str]
    promise_level: Mapped[float]
    vip_busy_minutes: Mapped[float]
    regular_busy_minutes: Mapped[float]
    quiet_minutes: Mapped[float]
    service_minutes: Mapped[float]
    counters: Mapped[int]
    minimum_heads: Mapped[int]
    opening_duty_minutes: Mapped[int]
    closing_duty_minutes: Mapped[int]
    duty_heads: Mapped[int]
    vip_service_minutes: Mapped[float | None]


class HallOpeningRow(Base):
    """Opening and closing minute of a weekday (0 is Monday); a weekday without a row is closed."""

    __tablename__ = "hall_opening"
    __table_args__ = (
        child_of("hall_details", {"details_id": "id"}),
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday_of_seven"),
        at_least("opens_minute", 0),
        ordered("opens_minute", "closes_minute"),
    )

    details_id: Mapped[RowReference] = mapped_column(primary_key=True)
    weekday: Mapped[int] = mapped_column(primary_key=True)
    opens_minute: Mapped[int]
    closes_minute: Mapped[int]


class HallClosedDayRow(Base):
    """A day on which the hall stays closed."""

    __tablename__ = "hall_closed_day"
    __table_args__ = (child_of("hall_details", {"details_id": "id"}),)

    details_id: Mapped[RowReference] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)


class HallDeskRow(Base):
    """A desk beside the general one, in the order in which the hall names them."""

    __tablename__ = "hall_desk"
    __table_args__ = (
        child_of("hall_details", {"details_id": "id"}),
        UniqueConstraint("details_id", "skill"),
        CheckConstraint("share >= 0 AND share < 1", name="share_of_customers"),
        CheckConstraint("service_minutes > 0", name="service_minutes_positive"),
        CheckConstraint("vip_service_minutes > 0", name="vip_service_minutes_positive"),
        at_least("counters", 1),
        at_least("minimum_heads", 0),
    )

    details_id: Mapped[RowReference] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    skill: Mapped[str]
    share: Mapped[float]
    service_minutes: Mapped[float]
    counters: Mapped[int]
    minimum_heads: Mapped[int]
    vip_service_minutes: Mapped[float | None]


class HallPresentRow(Base):
    """Which details and which staff list hold now."""

    __tablename__ = "hall_present"

    hall_id: Mapped[str] = mapped_column(ForeignKey("hall.id"), primary_key=True)
    details_id: Mapped[RowReference] = mapped_column(ForeignKey("hall_details.id"))
    staff_list_id: Mapped[RowReference | None] = mapped_column(ForeignKey("staff_list.id"))
