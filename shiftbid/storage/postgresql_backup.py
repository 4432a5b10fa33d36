"""Copies of PostgreSQL databases by PostgreSQL's own client programs, `pg_dump` and `pg_restore`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import URL, text

from shiftbid.domain.errors import InputError, StorageError
from shiftbid.storage.engine import create_database_engine, shown

PROGRAM_FOLDERS = Path("/usr/lib/postgresql")
"""Where Debian and its kin keep the client programs of each version, as ``<version>/bin``."""

DUMP_BEGINS_WITH = b"PGDMP"


def dump(url: URL, file: Path) -> None:
    """Write a database into a new file, in PostgreSQL's custom format."""
    program = find_program("pg_dump", server_version(url))
    _run([program, "--format=custom", "--no-owner", "--no-privileges", f"--file={file}", _address(url)], url)


def load(url: URL, file: Path) -> None:
    """Put a dump in place of the tables of a database, in one transaction."""
    with file.open("rb") as stream:
        if stream.read(len(DUMP_BEGINS_WITH)) != DUMP_BEGINS_WITH:
            raise InputError(
                str(file), ["is no backup of a PostgreSQL database: name a file made by `shiftbid db backup`"]
            )
    program = find_program("pg_restore", server_version(url))
    options = ["--clean", "--if-exists", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"]
    _run([program, *options, f"--dbname={_address(url)}", str(file)], url)


def server_version(url: URL) -> int:
    """Major version of the server."""
    engine = create_database_engine(url)
    try:
        with engine.connect() as connection:
            return int(connection.scalars(text("SHOW server_version_num")).one()) // 10000
    finally:
        engine.dispose()


def find_program(name: str, version: int) -> str:
    """Path of a client program that is no older than the server; StorageError saying what to install."""
    on_path = shutil.which(name)
    installed = sorted(PROGRAM_FOLDERS.glob(f"*/bin/{name}"), key=str, reverse=True)
    for program in ([on_path] if on_path else []) + [str(path) for path in installed]:
        if program_version(program) >= version:
            return program
    raise StorageError(
        f"Backing up and restoring PostgreSQL {version} needs its program {name}, version {version} or newer, which is "
        f"not on the search path. Install the package postgresql-client-{version}, or add its folder to PATH."
    )


def program_version(program: str) -> int:
    """Major version that a client program says it is of; 0 where it says none."""
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"\b(\d+)\.?\S*\s*(?:\(.*\))?\s*$", answer)
    return int(found[1]) if found else 0


def _address(url: URL) -> str:
    address = URL.create(
        "postgresql", username=url.username, host=url.host, port=url.port, database=url.database, query=url.query
    )
    return address.render_as_string()


def _run(command: list[str], url: URL) -> None:
    # The password goes by the environment: other users of the machine can read a program's arguments.
    environment = {**os.environ, **({"PGPASSWORD": url.password} if url.password else {})}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        name = Path(command[0]).name
        said = done.stderr.strip().partition("\n")[0] or f"exit status {done.returncode}"
        raise StorageError(f"{name} on {shown(url)} failed: {said}. Nothing was changed; mend this and try again.")
