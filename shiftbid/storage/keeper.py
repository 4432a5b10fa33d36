"""Looks after one database: what the command line's ``db`` commands ask for."""

from __future__ import annotations

from pathlib import Path

from shiftbid.storage import backups, checking, schema
from shiftbid.storage.engine import parse_url, shown


class SqlDatabaseKeeper:
    """`shiftbid.services.database.DatabaseKeeper` of the database of a URL."""

    def __init__(self, url: str) -> None:
        self._url = url

    def init(self) -> str:
        """Make the tables and say where; InputError where there are some already."""
        schema.init(self._url)
        return shown(parse_url(self._url))

    def upgrade(self) -> None:
        """Bring the tables to this version."""
        schema.upgrade(self._url)

    def check(self) -> tuple[str, ...]:
        """Everything that does not hold, as sentences; empty where the database is sound."""
        return tuple(checking.check(self._url))

    def backup(self, file: Path) -> None:
        """Copy everything into a new file."""
        backups.backup(self._url, file)

    def restore(self, file: Path) -> None:
        """Replace everything by a backup."""
        backups.restore(self._url, file)
