"""Copies of SQLite databases by SQLite's own backup interface, which sees other programs' changes wholly or not."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

from shiftbid.domain.errors import InputError, StorageError
from shiftbid.storage.engine import BUSY_SECONDS
from shiftbid.storage.failures import as_shiftbid_error


def copy_out(database: Path, file: Path) -> None:
    """Copy a database into a new file that stands alone."""
    with (
        _failing_as(f"Backing up {database} to {file}"),
        closing(_open_to_read(database)) as source,
        closing(_open(file)) as target,
    ):
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
        _refuse_damaged(target, file)


def copy_in(database: Path, file: Path) -> None:
    """Copy a backup over a database; one transaction of the database, so a killed run leaves it as it was."""
    with closing(_open_to_read(file)) as source:
        _refuse_no_backup(source, file)
        _make_folder(database)
        with _failing_as(f"Restoring {database}"), closing(_open(database)) as target:
            source.backup(target)


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None)


def _open_to_read(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)


def _refuse_no_backup(source: sqlite3.Connection, file: Path) -> None:
    try:
        ours = source.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone()[0]
        damage = source.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise InputError(str(file), [f"is no backup of an SQLite database, or damaged: {error}"]) from error
    if not ours:
        raise InputError(str(file), ["is a database of another program: name a file made by `shiftbid db backup`"])
    if damage != "ok":
        raise InputError(str(file), [f"is damaged: {damage}; take another backup"])


def _refuse_damaged(copy: sqlite3.Connection, file: Path) -> None:
    damage = copy.execute("PRAGMA integrity_check").fetchone()[0]
    if damage != "ok":
        raise StorageError(f"Backing up to {file} failed: the database is damaged ({damage}). Restore an older backup.")


def _make_folder(database: Path) -> None:
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"Making the folder {database.parent} failed: {error.strerror}.") from error


@contextmanager
def _failing_as(tried: str) -> Generator[None]:
    try:
        yield
    except sqlite3.Error as error:
        if error.sqlite_errorname in ("SQLITE_NOTADB", "SQLITE_CORRUPT"):
            raise StorageError(f"{tried} failed: {error}. Move that file away and do this again.") from error
        raise as_shiftbid_error(error, tried) or error from error
