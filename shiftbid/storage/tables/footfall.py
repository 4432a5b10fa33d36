"""Footfall: the counts of each hall, and pages of counts as publications used them."""

from __future__ import annotations

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.storage.tables.base import (
    Base,
    Instant,
    RowNumber,
    RowReference,
    at_least,
    child_of,
    ordered,
    sha256_text,
)


class FootfallCountRow(Base):
    """Customers of a class counted in an hour of a hall; no `customers` is no reading."""

    __tablename__ = "footfall_count"
    __table_args__ = (ordered("starts_at", "ends_at"), at_least("customers", 0))

    hall_id: Mapped[str] = mapped_column(ForeignKey("hall.id"), primary_key=True)
    starts_at: Mapped[Instant] = mapped_column(primary_key=True)
    customer_class: Mapped[str] = mapped_column(primary_key=True)
    ends_at: Mapped[Instant]
    customers: Mapped[float | None]


class FootfallPageRow(Base):
    """About four weeks of counts, shared by all publications that used the same ones; `sha256` is over its rows."""

    __tablename__ = "footfall_page"
    __table_args__ = (UniqueConstraint("hall_id", "sha256"), sha256_text("sha256"))

    id: Mapped[RowNumber]
    hall_id: Mapped[str] = mapped_column(ForeignKey("hall.id"))
    sha256: Mapped[str]


class FootfallPageCountRow(Base):
    """A count on a page."""

    __tablename__ = "footfall_page_count"
    __table_args__ = (
        child_of("footfall_page", {"page_id": "id"}),
        ordered("starts_at", "ends_at"),
        at_least("customers", 0),
    )

    page_id: Mapped[RowReference] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    starts_at: Mapped[Instant]
    ends_at: Mapped[Instant]
    customer_class: Mapped[str]
    customers: Mapped[float | None]
