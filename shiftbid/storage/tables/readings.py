"""Who read whose data."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.domain.data_reading import ReaderRole
from shiftbid.storage.tables.base import Base, Instant, one_of


class DataReadingRow(Base):
    """A reader read some kinds of a person's data on a day, first at `read_at`. Rows are added, and removed when old.

    `kinds` are joined by commas in alphabetical order: who opens a plan reads the same kinds of everybody at once, and
    a row a person instead of a row a kind takes a quarter of the room. Kinds read later on the day stand in a further
    row. The reader is an account's id or, for commands, a name that the computer knows, so it refers to no account.
    """

    __tablename__ = "data_reading"
    __table_args__ = (
        CheckConstraint("length(kinds) > 0", name="kinds_given"),
        one_of("reader_role", ReaderRole),
        Index(None, "day", "reader_id", "reader_role"),
    )

    employee_id: Mapped[str] = mapped_column(ForeignKey("employee.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    reader_id: Mapped[str] = mapped_column(primary_key=True)
    reader_role: Mapped[str] = mapped_column(primary_key=True)
    kinds: Mapped[str] = mapped_column(primary_key=True)
    read_at: Mapped[Instant]
