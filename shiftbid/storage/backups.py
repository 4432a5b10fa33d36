"""Backups: a consistent copy of a running database in one file, and back."""

from __future__ import annotations

from pathlib import Path

from shiftbid.domain.errors import InputError, StorageError
from shiftbid.storage import postgresql_backup, sqlite_backup
from shiftbid.storage.engine import open_engine, parse_url, shown, sqlite_file
from shiftbid.storage.schema_version import revision


def backup(url: str, file: Path) -> None:
    """Copy a database into a new file; other programs may go on using it meanwhile.

    Raises
    ------
    InputError
        The file exists.
    StorageError
        The database is not one of shiftbid's, the file cannot be written, or PostgreSQL's client programs are missing.
    """
    if file.exists():
        raise InputError(str(file), ["exists already and is not overwritten: name a new file"])
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            if revision(connection) is None:
                raise StorageError(f"{shown(engine.url)} holds no tables of shiftbid, so there is nothing to back up.")
    finally:
        engine.dispose()
    part = file.with_name(f"{file.name}.part")
    try:
        database = sqlite_file(engine.url)
        if database:
            sqlite_backup.copy_out(database, part)
        else:
            postgresql_backup.dump(engine.url, part)
        part.replace(file)
    except OSError as error:
        raise StorageError(f"Writing {file} failed: {error.strerror}. Check its folder and the disk.") from error
    finally:
        part.unlink(missing_ok=True)


def restore(url: str, file: Path) -> None:
    """Put a backup in place of everything in the database, in one transaction: all of it, or nothing changes.

    The SQLite file need not exist; a PostgreSQL database must (it may be empty). A backup of an older version comes
    back as it was: upgrade afterwards.

    Raises
    ------
    InputError
        The file does not exist or is no backup of this kind of database.
    StorageError
        The database cannot be written, or PostgreSQL's client programs are missing.
    """
    if not file.is_file():
        raise InputError(str(file), ["there is no such file: name a file made by `shiftbid db backup`"])
    parsed = parse_url(url)
    database = sqlite_file(parsed)
    if database:
        sqlite_backup.copy_in(database, file)
    else:
        postgresql_backup.load(parsed, file)
