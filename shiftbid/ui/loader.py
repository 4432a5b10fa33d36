"""Reads what the window shows in a thread of its own, so that the window stays usable meanwhile.

What is read may outlive the window that asked for it. The thread therefore holds nothing of the window, so that no page
is let go of, and destroyed, in it: whoever receives waits in the window's own thread.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from shiftbid.domain.errors import ShiftbidError

Answer = TypeVar("Answer")
Refuse = Callable[[ShiftbidError], None]


@dataclass(frozen=True, slots=True)
class _Ended:
    number: int
    reading: Future[Any]


class Loader(Protocol):
    """Reads one thing at a time; where several are asked for, only the last is delivered."""

    @property
    def busy(self) -> bool:
        """Whether something is still to be delivered."""
        ...

    def load(self, read: Callable[[], Answer], receive: Callable[[Answer], None], refuse: Refuse) -> None:
        """Call `read`, then `receive` with what it gave, or `refuse` where it raised one of shiftbid's own errors.

        `read` refers to no part of the window.
        """
        ...

    def close(self) -> None:
        """Wait for a read under way; nothing is read or delivered any more."""
        ...


class ThreadLoader(QObject):
    """A `Loader` whose `read` runs in one background thread; the outcome is delivered in the window's own."""

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="shiftbid loader")
        self._latest = 0
        self._closed = False
        self._waiting: tuple[Callable[[Any], None], Refuse] | None = None
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something is still to be delivered."""
        return self._waiting is not None

    def load(self, read: Callable[[], Answer], receive: Callable[[Answer], None], refuse: Refuse) -> None:
        """Read in the background; an earlier read that is still under way is no longer delivered.

        A window that has closed hears of another language or palette until it is gone: it reads nothing any more.
        """
        if self._closed:
            return
        self._latest += 1
        self._waiting = receive, refuse
        self._pool.submit(read).add_done_callback(partial(self._announce, self._latest))

    def close(self) -> None:
        """Wait for a read under way; nothing is read or delivered any more."""
        self._closed = True
        self._latest += 1
        self._waiting = None
        self._pool.shutdown(cancel_futures=True)

    def _announce(self, number: int, reading: Future[Any]) -> None:
        self._ended.emit(_Ended(number, reading))

    def _deliver(self, ended: _Ended) -> None:
        if ended.number != self._latest or self._waiting is None:
            return
        receive, refuse = self._waiting
        self._waiting = None
        try:
            answer = ended.reading.result()
        except ShiftbidError as error:
            refuse(error)
        else:
            receive(answer)
