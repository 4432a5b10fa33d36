"""People who may sign in, and failed attempts."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.domain.account import Role
from shiftbid.storage.tables.base import Base, Instant, at_least, one_of


class UserRow(Base):
    """A person who may sign in; `name_key` is the name without upper and lower case."""

    __tablename__ = "app_user"
    __table_args__ = (one_of("role", Role),)

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    employee_id: Mapped[str | None] = mapped_column(ForeignKey("employee.id"))
    pin_hash: Mapped[str]


class SignInFailureRow(Base):
    """Failed attempts in a row under a name, which need not be anybody's."""

    __tablename__ = "sign_in_failure"
    __table_args__ = (at_least("failures", 1),)

    name_key: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int]
    last_at: Mapped[Instant]
