"""Looking after the database, whichever it is."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class DatabaseKeeper(Protocol):
    """Makes, upgrades, checks and copies one database; raises StorageError where the environment fails."""

    def init(self) -> str:
        """Make the tables and say where; raises InputError where there are some already."""
        ...

    def upgrade(self) -> None:
        """Bring the tables to this version."""
        ...

    def check(self) -> tuple[str, ...]:
        """Everything that does not hold, as sentences; empty where the database is sound."""
        ...

    def backup(self, file: Path) -> None:
        """Copy everything into a new file."""
        ...

    def restore(self, file: Path) -> None:
        """Replace everything by a backup."""
        ...
