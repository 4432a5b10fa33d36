"""What all tables share: types that SQLite and PostgreSQL both keep, constraint names, and common checks.

Instants are integer UTC seconds, days are dates, durations are integer minutes, ids and enumerations are text. The
zone in which instants are read stands with the details of the hall that owns the row.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlalchemy import BigInteger, CheckConstraint, Date, Double, ForeignKeyConstraint, Integer, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column

CONSTRAINT_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

Instant = Annotated[int, mapped_column(BigInteger)]
"""UTC seconds."""

RowNumber = Annotated[int, mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)]
"""A number that the database gives; SQLite numbers only INTEGER keys by itself."""

RowReference = Annotated[int, mapped_column(BigInteger().with_variant(Integer, "sqlite"))]
"""The `RowNumber` of a row elsewhere."""


class Base(DeclarativeBase):
    """Root of the tables."""

    metadata = MetaData(naming_convention=CONSTRAINT_NAMES)
    type_annotation_map = {str: Text, int: Integer, float: Double, date: Date}  # noqa: RUF012 - SQLAlchemy's own form


def one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    """The column holds a value of the enumeration."""
    known = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({known})", name=f"{column}_known")


def at_least(column: str, floor: int) -> CheckConstraint:
    """The column is not below `floor`."""
    return CheckConstraint(f"{column} >= {floor}", name=f"{column}_at_least_{floor}")


def computed_between(column: str, floor: int, ceiling: int | None = None) -> CheckConstraint:
    """The column, a result of floating-point arithmetic, lies in its range but for rounding."""
    upper = "" if ceiling is None else f" AND {column} <= {ceiling} + 1e-9"
    return CheckConstraint(f"{column} >= {floor} - 1e-9{upper}", name=f"{column}_in_range")


def ordered(first: str, second: str) -> CheckConstraint:
    """`first` lies before `second`: a span is half-open and not empty."""
    return CheckConstraint(f"{first} < {second}", name=f"{first}_before_{second}")


def days_ordered(first: str, last: str) -> CheckConstraint:
    """`first` does not lie after `last`: both days are included."""
    return CheckConstraint(f"{first} <= {last}", name=f"{first}_to_{last}")


def week_mask(column: str) -> CheckConstraint:
    """The column is a set of weekdays: bit 0 is Monday, bit 6 Sunday."""
    return CheckConstraint(f"{column} BETWEEN 0 AND 127", name=f"{column}_of_seven_days")


def sha256_text(column: str) -> CheckConstraint:
    """The column is a SHA-256 in lower-case hex."""
    return CheckConstraint(f"length({column}) = 64 AND {column} = lower({column})", name=f"{column}_sha256")


def child_of(parent: str, columns: dict[str, str]) -> ForeignKeyConstraint:
    """The row belongs to a row of `parent` (own column to parent's column) and goes when that goes."""
    return ForeignKeyConstraint(
        list(columns), [f"{parent}.{column}" for column in columns.values()], ondelete="CASCADE"
    )
