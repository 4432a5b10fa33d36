"""Planning jobs and their ends."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.storage.tables.base import Base, Instant, RowNumber


class PlanJobRow(Base):
    """A plan that is to be made; the order is canonical JSON, `sequence` the order in which they came."""

    __tablename__ = "plan_job"

    sequence: Mapped[RowNumber]
    id: Mapped[str] = mapped_column(unique=True)
    order_json: Mapped[str]
    ordered_at: Mapped[Instant]


class PlanJobEndRow(Base):
    """What became of a job: hall and version of what was published as canonical JSON, or a problem. One a job."""

    __tablename__ = "plan_job_end"

    job_id: Mapped[str] = mapped_column(ForeignKey("plan_job.id"), primary_key=True)
    ended_at: Mapped[Instant]
    versions_json: Mapped[str]
    problem: Mapped[str]
