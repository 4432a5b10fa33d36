"""Turns failures of the database into shiftbid's errors: what was tried, what went wrong, and what to do."""

from __future__ import annotations

import re
import sqlite3
import sys
from typing import TYPE_CHECKING

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext
from typing_extensions import TypeIs

from shiftbid.domain.errors import BugError, InputError, ShiftbidError, StorageError

if TYPE_CHECKING:
    import psycopg

RELOAD = "Somebody else changed the same data first. Reload it and do this again."
WAIT = "Another program is writing to it. Wait for it to finish or close it, then try again."

CHAIN_FORKED = "a record must follow the head of the chain"
"""What the triggers of both databases say where two add a record behind one head."""

FAILED = "a statement failed"
"""Key of a connection's `info`: set when a statement fails, after which PostgreSQL undoes instead of commits."""

_SQLITE_ADVICE = {
    "SQLITE_BUSY_SNAPSHOT": RELOAD,
    "SQLITE_BUSY": WAIT,
    "SQLITE_LOCKED": WAIT,
    "SQLITE_PROTOCOL": WAIT,
    "SQLITE_FULL": "The disk is full. Free space on it and try again; nothing was changed.",
    "SQLITE_READONLY": "The file or its folder may not be written to. Ask for that right, or choose another place.",
    "SQLITE_CANTOPEN": "The file cannot be opened. Check that its folder exists and may be read and written.",
    "SQLITE_NOTADB": "The file is not a shiftbid database. Give the right file, or restore a backup.",
    "SQLITE_CORRUPT": "The file is damaged. Restore the latest backup with `shiftbid db restore`.",
    "SQLITE_IOERR": "The disk reports an error. Check the disk, then run `shiftbid db check`.",
}
_POSTGRESQL_ADVICE = {
    "40": RELOAD,  # serialisation failure, deadlock
    "55": "Another program holds it. Wait for it to finish, then try again.",
    "53": "The server is out of room (disk, memory or connections). Tell whoever runs it; nothing was changed.",
    "28": "The server refuses the user. Check the user and password in the URL.",
    "3D": "The server has no database of that name. Create it, or check the URL.",
    "25006": "The server lets it be read only. Ask whoever runs the server where to write.",
    "42501": "The user may not do this. Ask whoever runs the server for the right.",
    "57": "The server ended the connection. Try again when it is back.",
    "08": "The server cannot be reached. Check that it runs and that the URL names it.",
}
_NO_SCHEMA = (
    "Its tables are missing or of another version. Run `shiftbid db init` or `shiftbid db upgrade`; if that mends "
    "nothing, move the database away and make it anew (the sample with `make demo`)."
)
_UNIQUE = {"SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "23505"}
_BREACHES = {
    "SQLITE_CONSTRAINT_FOREIGNKEY": "something is named that is not known here",
    "23503": "something is named that is not known here",
    "SQLITE_CONSTRAINT_CHECK": "a value is outside its range",
    "23514": "a value is outside its range",
    "SQLITE_CONSTRAINT_NOTNULL": "a value is missing",
    "23502": "a value is missing",
    "SQLITE_CONSTRAINT_TRIGGER": "",
    "SQLITE_CONSTRAINT_DATATYPE": "a value is of another kind",
}
_STATEMENT = re.compile(r"\s*(INSERT INTO|UPDATE|DELETE FROM|SELECT)\b\s*\"?(\w+)?", re.IGNORECASE)


def translate_failures(engine: Engine, database: str) -> None:
    """Make every failure of the engine's connections one of shiftbid's errors; `database` is its name in messages."""

    def on_failure(context: ExceptionContext) -> ShiftbidError | None:
        if context.connection is not None:
            context.connection.info[FAILED] = True
        return as_shiftbid_error(context.original_exception, _tried(context.statement, database))

    event.listen(engine, "handle_error", on_failure)


def as_shiftbid_error(failure: BaseException, tried: str) -> ShiftbidError | None:
    """Sort a driver's failure by who can act on it; `tried` says what was tried, such as ``Restoring /data/x.db``.

    Returns
    -------
    ShiftbidError or None
        `InputError` for a value that breaks a rule of the data, `StorageError` for another program's change or a fault
        of the environment, `BugError` for a statement that no correct code sends; None for what does not come from the
        driver (such as an interrupt), which stays as it is.
    """
    if not isinstance(failure, sqlite3.Error) and not _is_of_postgresql(failure):
        return None
    code, text = _code_and_text(failure)
    if "append-only" in text:
        return BugError(f"{tried} failed: {text}")
    if code in _UNIQUE or text == CHAIN_FORKED:
        return StorageError(f"{tried} failed: {text}. {RELOAD}")
    if code in _BREACHES:
        return InputError(tried, [": ".join(part for part in (_BREACHES[code], text) if part)])
    advice = _advice(failure, code, text)
    if advice is None:
        return BugError(f"{tried} failed: {text} ({code or type(failure).__name__})")
    return StorageError(f"{tried} failed: {text}. {advice}")


def _tried(statement: str | None, database: str) -> str:
    found = _STATEMENT.match(statement or "")
    if not found:
        return f"Opening {database}" if statement is None else f"Working on {database}"
    return f"Reading from {database}" if found[1].upper() == "SELECT" else f"Writing {found[2]} to {database}"


def _is_of_postgresql(failure: BaseException) -> TypeIs[psycopg.Error]:
    """Whether PostgreSQL's driver says so; who opens an SQLite file has not loaded it."""
    driver = sys.modules.get("psycopg")
    return driver is not None and isinstance(failure, driver.Error)


def _code_and_text(failure: sqlite3.Error | psycopg.Error) -> tuple[str, str]:
    if _is_of_postgresql(failure):
        text = failure.diag.message_primary or str(failure).strip().partition("\n")[0]
        return failure.sqlstate or "", text.rstrip(".")
    return getattr(failure, "sqlite_errorname", None) or "", str(failure).rstrip(".")


def _advice(failure: sqlite3.Error | psycopg.Error, code: str, text: str) -> str | None:
    if _is_of_postgresql(failure):
        if code in ("42P01", "42703"):
            return _NO_SCHEMA
        known = _POSTGRESQL_ADVICE.get(code) or _POSTGRESQL_ADVICE.get(code[:2])
        unreachable = isinstance(failure, sys.modules["psycopg"].OperationalError) and not code
        return _POSTGRESQL_ADVICE["08"] if unreachable else known
    if "no such table" in text or "no such column" in text:
        return _NO_SCHEMA
    return next((advice for name, advice in _SQLITE_ADVICE.items() if code.startswith(name)), None)
