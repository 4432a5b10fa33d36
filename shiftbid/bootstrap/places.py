"""Where databases lie."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

from shiftbid.domain.tie_number import sha256_hex

DATABASE_FILE = "shiftbid.sqlite"


def embedded_file() -> Path:
    """File of the embedded database in the user's data folder."""
    return user_data_path("shiftbid", appauthor=False) / DATABASE_FILE


def embedded_url() -> str:
    """URL of the embedded database."""
    return sqlite_url(embedded_file())


def drafts_folder(url: str) -> Path:
    """Folder of the user's data for drafts made on a database."""
    return user_data_path("shiftbid", appauthor=False) / "drafts" / sha256_hex(url)[:16]


def sqlite_url(file: Path) -> str:
    """URL of a SQLite file."""
    return f"sqlite:///{file.resolve().as_posix()}"
