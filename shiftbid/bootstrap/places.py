"""Where databases lie."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

DATABASE_FILE = "shiftbid.sqlite"


def embedded_url() -> str:
    """URL of the embedded database in the user's data folder."""
    return sqlite_url(user_data_path("shiftbid", appauthor=False) / DATABASE_FILE)


def sqlite_url(file: Path) -> str:
    """URL of a SQLite file."""
    return f"sqlite:///{file.resolve().as_posix()}"
