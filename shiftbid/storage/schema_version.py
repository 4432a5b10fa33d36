"""Which version the tables are of, asked without loading what changes them: every start of the program asks."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from shiftbid.domain.errors import StorageError
from shiftbid.storage.engine import shown

MIGRATIONS = Path(__file__).parent / "migrations" / "versions"
"""One file a version, whose name begins with the version and an underscore."""


def revision(connection: Connection) -> str | None:
    """Version of the tables; None where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.scalar(text("SELECT version_num FROM alembic_version"))


def known_revisions() -> tuple[str, ...]:
    """Versions that this program knows how to reach, oldest first."""
    return tuple(sorted(file.name.partition("_")[0] for file in MIGRATIONS.glob("[0-9]*.py")))


def newest_revision() -> str:
    """Version of the tables that this program works with."""
    return known_revisions()[-1]


def require_current(connection: Connection) -> None:
    """Raise StorageError unless the tables are of this program's version."""
    problem = version_problem(connection)
    if problem:
        raise StorageError(problem)


def version_problem(connection: Connection) -> str | None:
    """Say what is wrong with the version of the tables, and what to do; None where nothing is."""
    present = revision(connection)
    database = shown(connection.engine.url)
    known = known_revisions()
    if present == known[-1]:
        return None
    if present is None:
        return f"{database} holds no tables of shiftbid: run `shiftbid db init`."
    if present in known:
        return (
            f"The tables in {database} are of version {present}, this program works with {known[-1]}: "
            "make a backup with `shiftbid db backup`, then run `shiftbid db upgrade`."
        )
    return (
        f"The tables in {database} are of version {present}, made by a newer shiftbid than this one "
        f"({known[-1]}): install the newer program."
    )
