"""Searches in processes of their own, heard as they report, ended when they are no longer needed.

A search that is inside a solver cannot be asked to stop: its process is ended. A search whose parent is gone ends
itself.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Any

from shiftbid.solver.nash_award.clock import Deadline
from shiftbid.solver.nash_award.search import Report
from shiftbid.solver.nash_award.seats import SeatAward

Search = Callable[[SeatAward, int, Deadline], Iterator[Report]]
"""A way to an award; takes the award, a seed and a deadline."""


class Searches:
    """Searches under way; to be used as a context, at whose end every process is gone."""

    def __init__(self, searches: Sequence[Search], award: SeatAward, seed: int, deadline: Deadline) -> None:
        context = multiprocessing.get_context("spawn")
        self._open: list[Connection[Any, Any]] = []
        self._processes: list[SpawnProcess] = []
        for search in searches:
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=_run, args=(search, award, seed, deadline, theirs), daemon=True)
            process.start()
            theirs.close()
            self._open.append(ours)
            self._processes.append(process)

    def __enter__(self) -> Searches:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._processes:
            process.kill()
        for process in self._processes:
            process.join()

    def reports(self, deadline: Deadline) -> Iterator[Report | BaseException]:
        """Hear reports in the order of their coming until all searches are done or the deadline is reached."""
        while self._open and deadline.seconds_left > 0:
            for connection in wait(self._open, deadline.seconds_left):
                if not isinstance(connection, Connection):
                    continue
                try:
                    yield connection.recv()
                except EOFError:
                    self._open.remove(connection)


def _run(search: Search, award: SeatAward, seed: int, deadline: Deadline, connection: Connection[Any, Any]) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with connection:
        for report in search(award, seed, deadline):
            connection.send(report)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
