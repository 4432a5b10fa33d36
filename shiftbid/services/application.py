"""The application as the command line sees it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from shiftbid.services.database import DatabaseKeeper
from shiftbid.services.demo_order import DemoRunner


class Application(Protocol):
    """Use cases wired to storage, samples, exporters and the window."""

    @property
    def demo(self) -> DemoRunner:
        """The whole chain on a sample."""
        ...

    def database(self, url: str | None) -> DatabaseKeeper:
        """Keeper of a database; of the embedded file where `url` is None."""
        ...

    def open_window(self, url: str | None) -> int:
        """Open the window on a database and give the exit status."""
        ...

    def open_published(self, folder: Path) -> int:
        """Open the window on the database of a published folder."""
        ...
