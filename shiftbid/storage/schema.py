"""The database's schema: made and upgraded. Each step is one transaction."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, inspect

from shiftbid.domain.errors import InputError, StorageError
from shiftbid.storage.engine import create_database_engine, open_engine, parse_url, shown, sqlite_file
from shiftbid.storage.schema_version import known_revisions, revision, version_problem


def init(url: str) -> None:
    """Make the database: the SQLite file or, in an existing PostgreSQL database, the tables.

    Raises
    ------
    InputError
        The tables are there already.
    StorageError
        Tables of another program stand there, or the place cannot be written to.
    """
    with _making(url) as connection:
        if revision(connection) is not None:
            raise InputError(
                shown(connection.engine.url),
                ["holds the tables of shiftbid already: use it, or bring it up to date with `shiftbid db upgrade`"],
            )
        _make_tables(connection)


def ensure(url: str) -> None:
    """Make the database where it has no tables yet; leave it alone otherwise."""
    with _making(url) as connection:
        if revision(connection) is None:
            _make_tables(connection)


def upgrade(url: str) -> None:
    """Bring the tables of an existing database to this program's version; all steps happen or none."""
    open_engine(url).dispose()
    with _changing(url) as connection:
        if revision(connection) is None:
            raise StorageError(f"{shown(connection.engine.url)} holds no tables yet: run `shiftbid db init`.")
        _refuse_newer(connection)
        _migrate(connection)


def _refuse_newer(connection: Connection) -> None:
    problem = version_problem(connection)
    if problem and revision(connection) not in known_revisions():
        raise StorageError(problem)


def _make_tables(connection: Connection) -> None:
    tables = sorted(inspect(connection).get_table_names())
    if tables:
        raise StorageError(
            f"{shown(connection.engine.url)} holds tables of another program ({', '.join(tables[:3])} …): "
            "choose an empty database."
        )
    _migrate(connection)


@contextmanager
def _making(url: str) -> Generator[Connection]:
    file = sqlite_file(parse_url(url))
    if file:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(
                f"Making the folder {file.parent} failed: {error.strerror}. Choose another place with --url."
            ) from error
    with _changing(url) as connection:
        yield connection


@contextmanager
def _changing(url: str) -> Generator[Connection]:
    engine = create_database_engine(parse_url(url))
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", "shiftbid.storage:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _migrate(connection: Connection) -> None:
    command.upgrade(_config(connection), "head")
