"""Plain SQL beside the repositories, as somebody with a database tool would send it."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Row, create_engine, text
from sqlalchemy.pool import NullPool


def run_sql(url: str, *statements: str) -> None:
    """Run statements in one transaction, guards and foreign keys in force."""
    with _begun(url) as connection:
        for statement in statements:
            connection.execute(text(statement))


def run_unguarded(url: str, *statements: str) -> None:
    """Run statements with triggers out of the way, as a file damaged or edited from outside would have it."""
    with _begun(url) as connection:
        if connection.dialect.name == "sqlite":
            for name in connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("SET session_replication_role = replica"))
        for statement in statements:
            connection.execute(text(statement))


def query(url: str, statement: str) -> list[Row[Any]]:
    """Rows of a query."""
    with _begun(url) as connection:
        return list(connection.execute(text(statement)).all())


@contextmanager
def _begun(url: str) -> Generator[Connection]:
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"), poolclass=NullPool)
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("PRAGMA foreign_keys=ON"))
        yield connection
