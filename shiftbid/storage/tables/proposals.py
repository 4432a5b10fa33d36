"""Templates that people proposed, and what was said of them."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.storage.tables.base import Base, Instant, at_least, child_of


class TemplateProposalRow(Base):
    """A proposed template, in canonical JSON."""

    __tablename__ = "template_proposal"
    __table_args__ = (at_least("number", 1),)

    hall_id: Mapped[str] = mapped_column(ForeignKey("hall.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    proposed_by: Mapped[str] = mapped_column(ForeignKey("app_user.id"))
    proposed_at: Mapped[Instant]
    template_json: Mapped[str]


class ProposalCommentRow(Base):
    """A comment on a proposal; positions begin at 0."""

    __tablename__ = "proposal_comment"
    __table_args__ = (
        child_of("template_proposal", {"hall_id": "hall_id", "number": "number"}),
        at_least("position", 0),
    )

    hall_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    given_by: Mapped[str] = mapped_column(ForeignKey("app_user.id"))
    given_at: Mapped[Instant]
    text: Mapped[str]
