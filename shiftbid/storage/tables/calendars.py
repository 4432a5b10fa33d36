"""The calendar under which a publication was planned, and the pages of its footfall history."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.domain.calendar import DayClass
from shiftbid.storage.tables.base import Base, RowReference, child_of, one_of

PUBLICATION = {"publication_id": "id"}


class CalendarDayRow(Base):
    """A day whose legal class its weekday does not settle, or that has a name."""

    __tablename__ = "calendar_day"
    __table_args__ = (
        child_of("publication", PUBLICATION),
        one_of("day_class", DayClass),
        CheckConstraint("day_class IS NOT NULL OR name IS NOT NULL", name="says_something"),
    )

    publication_id: Mapped[RowReference] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    day_class: Mapped[str | None]
    name: Mapped[str | None]


class CalendarProjectedYearRow(Base):
    """A year whose official notice was not known."""

    __tablename__ = "calendar_projected_year"
    __table_args__ = (child_of("publication", PUBLICATION),)

    publication_id: Mapped[RowReference] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class PublishedHistoryRow(Base):
    """A page of the history that the forecast was made from."""

    __tablename__ = "published_history"
    __table_args__ = (child_of("publication", PUBLICATION),)

    publication_id: Mapped[RowReference] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    page_id: Mapped[RowReference] = mapped_column(ForeignKey("footfall_page.id"), index=True)
