"""The menus put to the vote in a publication."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.storage.tables.base import Base, RowReference, at_least, child_of, ordered, week_mask

MENU = {"publication_id": "publication_id", "menu_position": "position"}


class MenuRow(Base):
    """A menu put to the vote."""

    __tablename__ = "menu"
    __table_args__ = (
        child_of("publication", {"publication_id": "id"}),
        UniqueConstraint("publication_id", "menu"),
        at_least("missing_half_hours", 0),
        at_least("surplus_half_hours", 0),
        at_least("paid_minutes", 0),
    )

    publication_id: Mapped[RowReference] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    menu: Mapped[str]
    title: Mapped[str]
    missing_half_hours: Mapped[int]
    surplus_half_hours: Mapped[int]
    paid_minutes: Mapped[int]
    objective: Mapped[float]
    bound: Mapped[float]


class MenuTemplateRow(Base):
    """A shift template of a menu; minutes after midnight of the shift's day."""

    __tablename__ = "menu_template"
    __table_args__ = (
        child_of("menu", MENU),
        UniqueConstraint("publication_id", "menu_position", "template"),
        at_least("start_minute", 0),
        ordered("start_minute", "end_minute"),
        CheckConstraint("end_minute <= start_minute + 1440", name="within_a_day"),
        week_mask("weekdays"),
        at_least("toil_minutes", 0),
    )

    publication_id: Mapped[RowReference] = mapped_column(primary_key=True)
    menu_position: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    template: Mapped[str]
    start_minute: Mapped[int]
    end_minute: Mapped[int]
    weekdays: Mapped[int]
    skill: Mapped[str]
    toil_minutes: Mapped[int]


class MenuTemplateBreakRow(Base):
    """A break of a template."""

    __tablename__ = "menu_template_break"
    __table_args__ = (
        child_of(
            "menu_template",
            {"publication_id": "publication_id", "menu_position": "menu_position", "template_position": "position"},
        ),
        at_least("start_minute", 0),
        at_least("minutes", 0),
    )

    publication_id: Mapped[RowReference] = mapped_column(primary_key=True)
    menu_position: Mapped[int] = mapped_column(primary_key=True)
    template_position: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    start_minute: Mapped[int]
    minutes: Mapped[int]
    paid: Mapped[bool]


class MenuUseRow(Base):
    """Heads on a template on a day in the cover that proves a menu."""

    __tablename__ = "menu_use"
    __table_args__ = (child_of("menu", MENU), at_least("heads", 0))

    publication_id: Mapped[RowReference] = mapped_column(primary_key=True)
    menu_position: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date]
    template: Mapped[str]
    heads: Mapped[int]
