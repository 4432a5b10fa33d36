"""The hash chain over what was published."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from shiftbid.storage.tables.base import Base, at_least, sha256_text


class RecordRow(Base):
    """A record; `previous` is the hash of the record before, so no two records can follow the same one."""

    __tablename__ = "record"
    __table_args__ = (
        at_least("sequence", 0),
        sha256_text("sha256"),
        sha256_text("previous"),
        sha256_text("hash"),
    )

    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    path: Mapped[str]
    sha256: Mapped[str]
    previous: Mapped[str] = mapped_column(unique=True)
    hash: Mapped[str] = mapped_column(unique=True)
