"""TOIL: the journal that binds, and the lots and entries that a publication showed."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.domain.toil import EntryKind, LotKind, ToilAccount
from shiftbid.storage.tables.base import Base, Instant, RowNumber, RowReference, at_least, child_of, one_of

PUBLICATION = {"publication_id": "id"}


class ToilLotRow(Base):
    """Minutes earned together, which expire together."""

    __tablename__ = "toil_lot"
    __table_args__ = (one_of("kind", LotKind), at_least("minutes", 1))

    id: Mapped[str] = mapped_column(primary_key=True)
    employee_id: Mapped[str] = mapped_column(ForeignKey("employee.id"), index=True)
    kind: Mapped[str]
    minutes: Mapped[int]
    expires: Mapped[date]


class ToilEntryRow(Base):
    """An event of a person's TOIL; `sequence` is the order in which entries were added, `recorded_at` the instant."""

    __tablename__ = "toil_entry"
    __table_args__ = (one_of("kind", EntryKind),)

    sequence: Mapped[RowNumber]
    id: Mapped[str] = mapped_column(unique=True)
    employee_id: Mapped[str] = mapped_column(ForeignKey("employee.id"), index=True)
    effective: Mapped[date]
    kind: Mapped[str]
    source: Mapped[str]
    refers_to: Mapped[str | None] = mapped_column(ForeignKey("toil_entry.id"), unique=True)
    recorded_at: Mapped[Instant]


class ToilPostingRow(Base):
    """Minutes added to an account's lot or, negative, taken from it."""

    __tablename__ = "toil_posting"
    __table_args__ = (one_of("account", ToilAccount), CheckConstraint("minutes <> 0", name="minutes_moved"))

    entry_id: Mapped[str] = mapped_column(ForeignKey("toil_entry.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[str]
    lot_id: Mapped[str] = mapped_column(ForeignKey("toil_lot.id"), index=True)
    minutes: Mapped[int]


class PublishedLotRow(Base):
    """A lot as a publication showed it."""

    __tablename__ = "published_lot"
    __table_args__ = (child_of("publication", PUBLICATION), one_of("kind", LotKind), at_least("minutes", 1))

    publication_id: Mapped[RowReference] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    lot: Mapped[str]
    employee_id: Mapped[str] = mapped_column(ForeignKey("employee.id"))
    kind: Mapped[str]
    minutes: Mapped[int]
    expires: Mapped[date]


class PublishedEntryRow(Base):
    """A journal entry as a publication showed it."""

    __tablename__ = "published_entry"
    __table_args__ = (child_of("publication", PUBLICATION), one_of("kind", EntryKind))

    publication_id: Mapped[RowReference] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    entry: Mapped[str]
    employee_id: Mapped[str] = mapped_column(ForeignKey("employee.id"))
    effective: Mapped[date]
    kind: Mapped[str]
    source: Mapped[str]
    refers_to: Mapped[str | None]


class PublishedPostingRow(Base):
    """A posting of a published entry."""

    __tablename__ = "published_posting"
    __table_args__ = (
        child_of("published_entry", {"publication_id": "publication_id", "entry_position": "position"}),
        one_of("account", ToilAccount),
        CheckConstraint("minutes <> 0", name="minutes_moved"),
    )

    publication_id: Mapped[RowReference] = mapped_column(primary_key=True)
    entry_position: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[str]
    lot: Mapped[str]
    minutes: Mapped[int]
