"""What halls and people have agreed; of each hall and person the row with the highest position holds."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.domain.round_method import RoundMethod
from shiftbid.storage.tables.base import Base, Instant, at_least, one_of


class HallTermsRow(Base):
    """Terms of a hall; see `shiftbid.domain.hall_terms.HallTerms`."""

    __tablename__ = "hall_terms"
    __table_args__ = (
        at_least("position", 0),
        at_least("urgent_appeal_minutes", 1),
        CheckConstraint("urgent_appeal_minutes <= appeal_minutes", name="urgent_first"),
        at_least("notice_days", 0),
        one_of("round_method", RoundMethod),
    )

    hall_id: Mapped[str] = mapped_column(ForeignKey("hall.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    manager_approves: Mapped[bool]
    urgent_appeal_minutes: Mapped[int]
    appeal_minutes: Mapped[int]
    notice_days: Mapped[int]
    round_method: Mapped[str]
    set_by: Mapped[str] = mapped_column(ForeignKey("app_user.id"))
    set_at: Mapped[Instant]


class ProxyConsentRow(Base):
    """A person's consent that a colleague bids for them; no colleague: it ends."""

    __tablename__ = "proxy_consent"
    __table_args__ = (
        at_least("position", 0),
        CheckConstraint("proxy_id <> employee_id", name="proxy_is_another"),
    )

    employee_id: Mapped[str] = mapped_column(ForeignKey("employee.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    proxy_id: Mapped[str | None] = mapped_column(ForeignKey("employee.id"))
    given_by: Mapped[str] = mapped_column(ForeignKey("app_user.id"))
    given_at: Mapped[Instant]
