"""An open database, as the program's entry points hold it."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from shiftbid.services.ports import UnitOfWork
from shiftbid.storage.clock import store_seconds
from shiftbid.storage.engine import open_engine
from shiftbid.storage.schema_version import require_current
from shiftbid.storage.unit_of_work import SqlUnitOfWork


class Database:
    """An existing database whose tables are of this program's version; opens units of work and closes with them.

    Parameters
    ----------
    url
        ``sqlite:///path`` or ``postgresql://user@server/database``.
    clock
        Gives the UTC second in which something is recorded; the store's own where left out.

    Raises
    ------
    InputError
        The URL is not one of a supported database.
    StorageError
        The database cannot be reached, or its tables are missing or of another version.
    """

    def __init__(self, url: str, clock: Callable[[Connection], int] = store_seconds) -> None:
        self._clock = clock
        self._engine = open_engine(url)
        try:
            with self._engine.connect() as connection:
                require_current(connection)
        except BaseException:
            self.close()
            raise

    def unit_of_work(self) -> UnitOfWork:
        """Open a unit of work; the method itself is a `shiftbid.services.ports.UnitOfWorkFactory`."""
        return SqlUnitOfWork(self._engine, self._clock)

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
