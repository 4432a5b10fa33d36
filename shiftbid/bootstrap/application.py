"""The application as the command line sees it. Each command pays only for what it uses, so edges load where needed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from shiftbid.bootstrap.places import DATABASE_FILE, embedded_url, sqlite_url
from shiftbid.services.database import DatabaseKeeper
from shiftbid.services.demo_order import DemoRunner

if TYPE_CHECKING:
    from shiftbid.services.certify_tables import Certifier


class WiredApplication:
    """The application with real storage, samples, exporters and window (`shiftbid.services.application`)."""

    @property
    def demo(self) -> DemoRunner:
        """The whole chain on a sample."""
        from shiftbid.bootstrap.demo import run_demo

        return run_demo

    @property
    def certify(self) -> Certifier:
        """Certificate of counters given as files."""
        from shiftbid.bootstrap.certify import run_certify

        return run_certify

    def database(self, url: str | None) -> DatabaseKeeper:
        """Keeper of a database; of the embedded file where `url` is None."""
        from shiftbid.storage.keeper import SqlDatabaseKeeper

        return SqlDatabaseKeeper(url or embedded_url())

    def open_window(self, url: str | None) -> int:
        """Open the window on a database; the embedded file is made where it does not exist yet."""
        from shiftbid.bootstrap.desktop import StoredDesktop
        from shiftbid.storage.schema import ensure
        from shiftbid.ui.app import run

        if url is None:
            ensure(embedded_url())
        with StoredDesktop(url or embedded_url()) as desktop:
            return run(desktop, sys.argv[:1])

    def open_published(self, folder: Path) -> int:
        """Open the window on the database of a published folder."""
        return self.open_window(sqlite_url(folder / DATABASE_FILE))
