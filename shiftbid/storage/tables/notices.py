"""Official notices of holidays and exchanged working days, by place."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.domain.calendar import DayClass
from shiftbid.storage.tables.base import Base, one_of


class NoticeDayRow(Base):
    """A day of a place's notice; `subdivision` is empty where the notice holds for the whole country."""

    __tablename__ = "notice_day"
    __table_args__ = (one_of("day_class", DayClass),)

    country: Mapped[str] = mapped_column(primary_key=True)
    subdivision: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    day_class: Mapped[str]
    name: Mapped[str]
