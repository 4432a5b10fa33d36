"""Opens the database of a URL: an SQLite file or a PostgreSQL database."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from shiftbid.domain.errors import InputError, StorageError
from shiftbid.storage.failures import translate_failures
from shiftbid.storage.writing import WRITING

BUSY_SECONDS = 20
"""How long SQLite waits for another program to finish writing before it gives up."""

_DRIVERS: dict[str, str] = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg"}
_EXAMPLE = "write sqlite:///path/to/shiftbid.db or postgresql://user@server/database"


def parse_url(text: str) -> URL:
    """Read a database URL; InputError where it names no file or another kind of database."""
    try:
        url = make_url(text)
    except ArgumentError:
        raise InputError("database URL", [f"{text!r} is not a database URL; {_EXAMPLE}"]) from None
    backend = url.get_backend_name()
    if backend not in _DRIVERS:
        raise InputError("database URL", [f"{backend!r} databases are not supported; {_EXAMPLE}"])
    if backend == "sqlite" and (url.database or ":memory:") == ":memory:":
        raise InputError("database URL", [f"{text!r} names no file, so nothing would be kept; {_EXAMPLE}"])
    return url.set(drivername=_DRIVERS[backend])


def sqlite_file(url: URL) -> Path | None:
    """Give the file of an SQLite URL; None for PostgreSQL."""
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def shown(url: URL) -> str:
    """Give the database's name as messages show it: a path, or a URL without its password."""
    file = sqlite_file(url)
    return str(file) if file else url.set(drivername="postgresql").render_as_string(hide_password=True)


def open_engine(text: str) -> Engine:
    """Open an existing database; every failure of its connections is raised as one of shiftbid's own errors.

    Raises
    ------
    InputError
        The URL is not one of a supported database.
    StorageError
        There is no such file.
    """
    url = parse_url(text)
    file = sqlite_file(url)
    if file and not file.exists():
        raise StorageError(f"There is no database at {file}: run `shiftbid db init --url {text}` to make one.")
    return create_database_engine(url)


def create_database_engine(url: URL) -> Engine:
    """Engine of a database that need not exist yet (SQLite makes the file on the first connection)."""
    if url.get_backend_name() == "sqlite":
        # A connection a unit of work: opening one takes a millisecond, and no file handle outlives its use.
        engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": BUSY_SECONDS})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        engine = create_engine(url, pool_pre_ping=True)
    translate_failures(engine, shown(url))
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # The driver would begin transactions by itself, and only before data changes: readings would not be consistent and
    # changes of the schema not undoable. `_begin_sqlite` begins them instead.
    connection.isolation_level = None
    cursor = connection.cursor()
    # Recursive triggers let the append-only guards see rows that INSERT OR REPLACE would push out.
    # What is deleted, such as the key to sealed boxes, is overwritten.
    for setting in (
        "foreign_keys=ON",
        "recursive_triggers=ON",
        "journal_mode=WAL",
        "synchronous=FULL",
        "secure_delete=ON",
    ):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.info.get(WRITING) else "BEGIN")
