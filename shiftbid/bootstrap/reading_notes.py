"""Puts readings on record beside the reading: whoever reads neither waits for it nor is refused because of it."""

from __future__ import annotations

import getpass
import logging
from collections.abc import Set as AbstractSet
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

from shiftbid.domain.data_reading import PersonalData, Reader, ReaderRole
from shiftbid.domain.errors import StorageError
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.reading_record import Sight, record_sight

UNKNOWN_LOGIN = "?"


class ReadingNotes:
    """Writes in a thread of its own; what cannot be written is logged, and tried again when it is read again.

    A database that may only be read is read all the same: nobody is kept from a roster because who looks at it cannot
    be put on record.
    """

    def __init__(self, units_of_work: UnitOfWorkFactory) -> None:
        self._write = partial(record_sight, units_of_work)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="shiftbid readings")

    def note(self, sight: Sight) -> None:
        """Put a sight on record soon."""
        self._pool.submit(self._write, sight).add_done_callback(_log_failure)

    def close(self) -> None:
        """Wait until everything is written."""
        self._pool.shutdown()


def command_reader() -> Reader:
    """Whoever gives a command: the name under which the computer knows them, since commands ask for no account."""
    try:
        return Reader(getpass.getuser(), ReaderRole.COMMAND_LINE)
    except (KeyError, OSError):  # a computer that has no name for the user's number, as containers do
        return Reader(UNKNOWN_LOGIN, ReaderRole.COMMAND_LINE)


def note_reading(
    units_of_work: UnitOfWorkFactory, reader: Reader | None, zone: str, data: AbstractSet[PersonalData]
) -> None:
    """Put on record what a reader, or whoever gives the command, was given; a failure is logged, not raised."""
    try:
        record_sight(units_of_work, Sight(reader or command_reader(), zone, frozenset(data)))
    except StorageError as error:
        _log(error)


def _log_failure(written: Future[AbstractSet[PersonalData]]) -> None:
    error = written.exception()
    if isinstance(error, StorageError):
        _log(error)
    elif error is not None:
        logging.getLogger(__name__).error("who read what could not be put on record", exc_info=error)


def _log(error: StorageError) -> None:
    logging.getLogger(__name__).warning("Who read what was not put on record: %s", error)
