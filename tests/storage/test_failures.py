"""Failures of the database say what was tried, what went wrong and what to do."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from shiftbid.domain.errors import BugError, InputError, StorageError
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.storage.database import Database
from shiftbid.storage.engine import open_engine, parse_url, shown
from shiftbid.storage.failures import as_shiftbid_error
from tests.storage.example_publications import CLOSES_FIRST, HALL


def sqlite_failure(name: str, message: str = "it broke") -> sqlite3.Error:
    failure = sqlite3.OperationalError(message)
    failure.sqlite_errorname = name
    return failure


@pytest.mark.parametrize(
    ("failure", "kind", "advice"),
    [
        (sqlite_failure("SQLITE_FULL"), StorageError, "Free space"),
        (sqlite_failure("SQLITE_BUSY"), StorageError, "Wait for it to finish"),
        (sqlite_failure("SQLITE_PROTOCOL"), StorageError, "Wait for it to finish"),
        (sqlite_failure("SQLITE_BUSY_SNAPSHOT"), StorageError, "Reload it"),
        (sqlite_failure("SQLITE_READONLY_DIRECTORY"), StorageError, "may not be written to"),
        (sqlite_failure("SQLITE_IOERR_WRITE"), StorageError, "Check the disk"),
        (sqlite_failure("SQLITE_CORRUPT"), StorageError, "Restore the latest backup"),
        (sqlite_failure("SQLITE_ERROR", "no such table: hall"), StorageError, "move the database away"),
        (sqlite_failure("SQLITE_CONSTRAINT_UNIQUE"), StorageError, "Reload it"),
        (sqlite_failure("SQLITE_CONSTRAINT_NOTNULL"), InputError, "a value is missing"),
        (sqlite_failure("SQLITE_ERROR", 'near "SELEC": syntax error'), BugError, "syntax error"),
        (sqlite3.ProgrammingError("type 'list' is not supported"), BugError, "not supported"),
        (psycopg.errors.SerializationFailure("no"), StorageError, "Reload it"),
        (psycopg.errors.DeadlockDetected("no"), StorageError, "Reload it"),
        (psycopg.errors.DiskFull("no"), StorageError, "out of room"),
        (psycopg.errors.InsufficientPrivilege("no"), StorageError, "Ask whoever runs the server"),
        (psycopg.errors.InvalidPassword("no"), StorageError, "user and password"),
        (psycopg.errors.UndefinedTable("no"), StorageError, "make demo"),
        (psycopg.errors.AdminShutdown("no"), StorageError, "Try again when it is back"),
        (psycopg.OperationalError("connection refused"), StorageError, "cannot be reached"),
        (psycopg.errors.UniqueViolation("no"), StorageError, "Reload it"),
        (psycopg.errors.ForeignKeyViolation("no"), InputError, "not known here"),
        (psycopg.errors.SyntaxError("no"), BugError, "no"),
    ],
)
def test_a_failure_is_sorted_by_who_can_act(failure: Exception, kind: type[Exception], advice: str) -> None:
    error = as_shiftbid_error(failure, "Saving hall x")
    assert type(error) is kind
    assert str(error).startswith("Saving hall x")
    assert advice in str(error)


def test_what_does_not_come_from_the_database_stays_as_it_is() -> None:
    assert as_shiftbid_error(KeyboardInterrupt(), "Saving hall x") is None


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("shiftbid.db", "is not a database URL"),
        ("mysql://root@server/db", "'mysql' databases are not supported"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
    ],
)
def test_a_url_that_does_not_serve_is_refused(url: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        parse_url(url)


def test_passwords_are_not_shown() -> None:
    assert shown(parse_url("postgresql://ann:secret@server/rosters")) == "postgresql://ann:***@server/rosters"


def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(StorageError, match=r"Opening postgresql://ann@127\.0\.0\.1:1/x failed: .*cannot be reached"):
        Database("postgresql://ann@127.0.0.1:1/x")


def test_a_file_of_another_kind_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("not a database at all, but long enough to be taken for one " * 20)
    with pytest.raises(StorageError, match=r"notes\.db failed: file is not a database\. .*Give the right file"):
        Database(f"sqlite:///{tmp_path / 'notes.db'}")


@pytest.mark.parametrize("backend", ["sqlite"])
@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_named(own_url: str, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StorageError, match="may not be written to"):
            _add_hall(own_url)
    finally:
        tmp_path.chmod(0o700)


def test_a_statement_that_no_table_fits_is_explained(url: str) -> None:
    engine = open_engine(url)
    with engine.connect() as connection, pytest.raises(StorageError, match=r"Reading from .* failed: .*db upgrade"):
        connection.execute(text("SELECT * FROM nowhere"))
    engine.dispose()


def test_a_unit_that_went_on_after_a_failure_is_not_committed(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        unit.halls.add(replace(HALL, id="kept"))
        with pytest.raises(InputError):
            unit.halls.add(replace(HALL, opening=CLOSES_FIRST))
        with pytest.raises(BugError, match="may not be committed"):
            unit.commit()
    with units() as unit:
        assert unit.halls.all() == ()


def _add_hall(url: str) -> None:
    with Database(url) as database, database.unit_of_work() as unit:
        unit.halls.add(HALL)
        unit.commit()
