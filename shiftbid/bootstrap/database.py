"""A keeper for one database."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from shiftbid.storage import backups, checking, schema


@dataclass(frozen=True, slots=True)
class StoredDatabase:
    """`shiftbid.services.database.DatabaseKeeper` for the database of a URL."""

    url: str

    def init(self) -> None:
        """Make the tables; nothing happens where they are there."""
        schema.init(self.url)

    def upgrade(self) -> None:
        """Bring the tables to this version."""
        schema.upgrade(self.url)

    def check(self) -> tuple[str, ...]:
        """Everything that does not hold, as sentences."""
        return tuple(checking.check(self.url))

    def backup(self, file: Path) -> None:
        """Copy everything into a new file."""
        backups.backup(self.url, file)

    def restore(self, file: Path) -> None:
        """Replace everything by a backup."""
        backups.restore(self.url, file)
