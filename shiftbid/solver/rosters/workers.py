"""The processes of one solve, seen from inside.

Each imports its own solver only: OR-Tools and HiGHS do not go together in one process. A process ends with its parent,
also where that was killed.
"""

from __future__ import annotations

import os
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection

from shiftbid.solver.rosters.errors import NoRosterError
from shiftbid.solver.rosters.messages import Failed, Found, Message, NoRoster
from shiftbid.solver.rosters.tables import RosterTables

_LONG_DAYS = 112
"""Periods longer than this are made part by part."""
_ORPHANED = 3
"""Exit status of a process whose parent is gone."""


@dataclass(frozen=True, slots=True)
class Errand:
    """What a process is sent out with.

    Attributes
    ----------
    ends
        Monotonic time at which it is to stop.
    number, processes
        Which of how many processes it is.
    """

    tables: RosterTables
    ends: float
    seed: int
    number: int
    processes: int


class Line:
    """A process's line to its parent.

    A thread reads it, so that the end of the parent ends the process in the midst of a solve.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._inbox: list[Message] = []
        self._news = threading.Condition()
        threading.Thread(target=self._read, daemon=True).start()

    def tell(self, message: Message) -> None:
        """Send a message."""
        self._connection.send(message)

    def hear(self) -> list[Message]:
        """Give what has come in since the last time."""
        with self._news:
            messages, self._inbox = self._inbox, []
        return messages

    def wait(self, seconds: float) -> list[Message]:
        """Wait for something to come in."""
        with self._news:
            self._news.wait_for(lambda: bool(self._inbox), max(0.0, seconds))
        return self.hear()

    def _read(self) -> None:
        try:
            while True:
                message = self._connection.recv()
                with self._news:
                    self._inbox.append(message)
                    self._news.notify()
        except (EOFError, OSError):
            os._exit(_ORPHANED)


def prove(connection: Connection, errand: Errand) -> None:
    """Be the proving process."""
    _work(connection, lambda line: _prove(line, errand))


def search(connection: Connection, errand: Errand) -> None:
    """Be a searching process."""
    _work(connection, lambda line: _search(line, errand))


def _work(connection: Connection, errand: Callable[[Line], None]) -> None:
    line = Line(connection)
    try:
        errand(line)
    except NoRosterError as error:
        line.tell(NoRoster(tuple(error.people.tolist())))
    except Exception:  # noqa: BLE001 - whatever happens here is told to the parent, who raises it
        line.tell(Failed(traceback.format_exc()))


def _prove(line: Line, errand: Errand) -> None:
    from shiftbid.solver.rosters.long_parts import PartMaker
    from shiftbid.solver.rosters.long_proof import LongProver
    from shiftbid.solver.rosters.proof import Prover

    if errand.tables.days > _LONG_DAYS:
        maker = PartMaker(errand.tables, errand.ends, errand.number, errand.processes, line.tell, line.hear)
        LongProver(errand.tables, maker, errand.ends, line.tell).run()
        return
    Prover(errand.tables, errand.ends, errand.seed, line.tell, line.hear).run()


def _search(line: Line, errand: Errand) -> None:
    if errand.tables.days > _LONG_DAYS:
        _make_parts(line, errand)
    else:
        _search_whole(line, errand)


def _make_parts(line: Line, errand: Errand) -> None:
    from shiftbid.solver.rosters.long_parts import PartMaker

    maker = PartMaker(errand.tables, errand.ends, errand.number, errand.processes, line.tell, line.hear)
    while not maker.best.has_roster and time.monotonic() < errand.ends:
        maker.learn(line.wait(errand.ends - time.monotonic()))
    if maker.best.has_roster:
        maker.run(lambda: None)


def _search_whole(line: Line, errand: Errand) -> None:
    from shiftbid.solver.rosters.search import Search

    found: Found | None = None
    early: list[Message] = []
    while found is None and time.monotonic() < errand.ends:
        for message in line.wait(errand.ends - time.monotonic()):
            if isinstance(message, Found):
                found = message
            else:
                early.append(message)
    if found is None:
        return
    searched = Search(errand.tables, found, errand.ends, errand.seed, line.tell)
    searched.settle()
    while time.monotonic() < errand.ends:
        for message in (*early, *line.hear()):
            searched.hear(message)
        early = []
        if searched.done:
            return
        searched.step()
