"""Several who act at one instant, and a clock of the store that the test sets."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import Connection

from shiftbid.domain.errors import ShiftbidError


class Clock:
    """A clock of the store that the test sets; it moves on by `seconds_a_look` whenever it is read."""

    def __init__(self, now: int) -> None:
        self.now = now
        self.seconds_a_look = 0
        self._lock = threading.Lock()

    def __call__(self, connection: Connection) -> int:
        with self._lock:
            self.now += self.seconds_a_look
            return self.now


def at_once(acts: Sequence[Callable[[], object]]) -> list[object]:
    """Run acts in threads that start together; gives what each returned, or the error of ours that it raised."""
    ready = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        ready.wait()
        try:
            return act()
        except ShiftbidError as error:
            return error

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))
