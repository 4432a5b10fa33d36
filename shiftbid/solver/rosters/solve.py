"""Rosters under sequence rules: a proving and a searching process side by side, best so far and limit as they come."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from shiftbid.domain.errors import BugError
from shiftbid.domain.outcome import SolveStatus
from shiftbid.solver.rosters.messages import Failed, Found, Limit, Message, NoRoster
from shiftbid.solver.rosters.pricing import price_scale
from shiftbid.solver.rosters.problem import RosterProblem
from shiftbid.solver.rosters.tables import OFF, RosterTables, make_tables
from shiftbid.solver.rosters.workers import Errand, prove, search

_PARTING_SECONDS = 2.0
_GRACE_SECONDS = 1.0
"""A first roster may come this much later than asked for."""


@dataclass(frozen=True, slots=True)
class RosterProgress:
    """Where a solve stands: value of the best roster, None before there is one, and the proven limit."""

    seconds: float
    value: int | None
    limit: int | None


@dataclass(frozen=True, slots=True)
class RosterResult:
    """A roster and what is proven of it.

    Attributes
    ----------
    roster
        Shift of each person on each day, None is off; empty where none was found.
    value, limit
        Cost of the roster; no legal roster costs less than the limit.
    without_roster
        People who have no legal roster at all, where the status is infeasible.
    failures
        Tracebacks of processes that ended early; the result stands without them.
    """

    status: SolveStatus
    roster: Mapping[str, Sequence[str | None]]
    value: int | None
    limit: int | None
    seconds: float
    without_roster: Sequence[str] = ()
    failures: Sequence[str] = ()

    @property
    def gap(self) -> float | None:
        """How far the value can be from the best, as a share of the value."""
        if self.value is None or self.limit is None:
            return None
        return (self.value - self.limit) / max(1, abs(self.value))


def solve_rosters(
    problem: RosterProblem,
    seconds: float,
    workers: int = 2,
    seed: int = 1,
    progress: Callable[[RosterProgress], None] = lambda _: None,
) -> RosterResult:
    """Find a roster of least cost within a time.

    Parameters
    ----------
    seconds
        Wall clock; the solve ends early once the roster is proven best.
    workers
        Processes: one proves, the others search; at least two are used.
    progress
        Hears every better roster and limit; may raise to cancel. No process is left behind.

    Raises
    ------
    InputError
        The costs are too large to be priced exactly.
    BugError
        A process failed and no roster was found without it.
    """
    began = time.monotonic()
    tables = make_tables(problem)
    price_scale(tables)
    team = Team(tables, began + seconds, workers, seed)
    try:
        team.start()
        while team.goes_on():
            if team.listen():
                progress(RosterProgress(time.monotonic() - began, team.value, team.limit))
    finally:
        team.stop()
    return _result(problem, team, time.monotonic() - began)


class Team:
    """The processes of a solve, and what they have found together."""

    def __init__(self, tables: RosterTables, ends: float, workers: int, seed: int) -> None:
        self._tables = tables
        self._ends = ends
        self._seed = seed
        self._searchers = max(1, workers - 1)
        self._lines: dict[Connection, BaseProcess] = {}
        self._processes: list[BaseProcess] = []
        self.best: Found | None = None
        # No cost is negative: this much is proven before the start.
        self.limit: int | None = 0
        self.without_roster: Sequence[int] = ()
        self.failures: list[str] = []

    @property
    def value(self) -> int | None:
        """Value of the best roster."""
        return None if self.best is None else self.best.value

    @property
    def proven(self) -> bool:
        """Whether the best roster is proven best."""
        return self.best is not None and self.limit is not None and self.best.value <= self.limit

    def start(self) -> None:
        """Send the processes out."""
        context = multiprocessing.get_context("spawn")
        tasks = [prove, *[search] * self._searchers]
        for number, task in enumerate(tasks):
            ours, theirs = context.Pipe()
            errand = Errand(self._tables, self._ends, self._seed + 1000 * number, number, len(tasks))
            process = context.Process(target=task, args=(theirs, errand), daemon=True)
            process.start()
            theirs.close()
            self._processes.append(process)
            self._lines[ours] = process

    def goes_on(self) -> bool:
        """Whether there is time, somebody at work and something left to find."""
        return bool(self._lines) and not self.proven and not self.without_roster and self._seconds_left() > 0

    def _seconds_left(self) -> float:
        """Give the time left; a first roster is waited for a little longer."""
        return self._ends + (_GRACE_SECONDS if self.best is None else 0.0) - time.monotonic()

    def listen(self) -> bool:
        """Wait for news; whether there was a better roster or limit."""
        news = False
        for line in wait(list(self._lines), max(0.0, self._seconds_left())):
            if not isinstance(line, Connection):
                continue
            try:
                message = line.recv()
            except (EOFError, ConnectionResetError):
                self._lines.pop(line).join(_PARTING_SECONDS)
                line.close()
                continue
            news |= self._take(message, line)
        return news

    def stop(self) -> None:
        """End all processes; none is left behind."""
        for line in self._lines:
            line.close()
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join(_PARTING_SECONDS)
            if process.is_alive():
                process.kill()
                process.join()

    def _take(self, message: Message, sender: Connection) -> bool:
        if isinstance(message, Failed):
            self.failures.append(message.text)
            return False
        if isinstance(message, NoRoster):
            self.without_roster = message.people
            return False
        if isinstance(message, Found):
            if self.best is not None and message.value >= self.best.value:
                return False
            self.best = message
        if isinstance(message, Limit):
            if self.limit is not None and message.value <= self.limit:
                return False
            self.limit = message.value
        for line in self._lines:
            if line is not sender:
                self._tell(line, message)
        return isinstance(message, Found | Limit)

    def _tell(self, line: Connection, message: Message) -> None:
        try:
            line.send(message)
        except BrokenPipeError:
            # The process has ended; `listen` hears that in its turn.
            return


def _result(problem: RosterProblem, team: Team, seconds: float) -> RosterResult:
    people = [person.id for person in problem.people]
    if team.without_roster:
        names = [people[number] for number in team.without_roster]
        return RosterResult(SolveStatus.INFEASIBLE, {}, None, None, seconds, names)
    if team.best is None:
        if team.failures:
            raise BugError("\n".join(team.failures))
        return RosterResult(SolveStatus.UNKNOWN, {}, None, team.limit, seconds)
    shifts = [shift.id for shift in problem.shifts]
    roster = {
        person: [None if shift == OFF else shifts[shift] for shift in row]
        for person, row in zip(people, team.best.roster.tolist(), strict=True)
    }
    status = SolveStatus.OPTIMAL if team.proven else SolveStatus.FEASIBLE
    return RosterResult(status, roster, team.best.value, team.limit, seconds, failures=tuple(team.failures))
