"""Publications: one row a version of a hall and period; everything published hangs on it and never changes."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.domain.roster import RosterState
from shiftbid.storage.tables.base import Base, RowNumber, RowReference, at_least, days_ordered, one_of, week_mask


class PublicationRow(Base):
    """A version of what was published for a hall and period; the public records are canonical JSON."""

    __tablename__ = "publication"
    __table_args__ = (
        UniqueConstraint("hall_id", "first_day", "last_day", "version"),
        days_ordered("first_day", "last_day"),
        at_least("version", 1),
        one_of("state", RosterState),
        at_least("busy_threshold_per_hour", 0),
        week_mask("weekly_rest_days"),
    )

    id: Mapped[RowNumber]
    hall_id: Mapped[str] = mapped_column(ForeignKey("hall.id"))
    first_day: Mapped[date]
    last_day: Mapped[date]
    version: Mapped[int]
    details_id: Mapped[RowReference] = mapped_column(ForeignKey("hall_details.id"))
    staff_list_id: Mapped[RowReference] = mapped_column(ForeignKey("staff_list.id"))
    state: Mapped[str]
    busy_threshold_per_hour: Mapped[float]
    adopted_menu: Mapped[str]
    election_json: Mapped[str]
    round_json: Mapped[str]
    settings_json: Mapped[str]
    weekly_rest_days: Mapped[int]
