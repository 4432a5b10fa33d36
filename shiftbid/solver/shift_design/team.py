"""Searchers and a prover, each in a process of its own, that tell each other what they find."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from shiftbid.domain.errors import BugError
from shiftbid.domain.outcome import SolveStatus, Stage
from shiftbid.solver.progress import ProgressReport
from shiftbid.solver.shift_design.board import Board, Design, Finding
from shiftbid.solver.shift_design.cover import CoverProblem
from shiftbid.solver.shift_design.kernel import Method, search
from shiftbid.solver.shift_design.proof import ProofStep, prove

_TURN_SECONDS = 0.5
_WORK_SHARE = 0.94
"""Share of the time after which workers are to stop, so that what their last solves found still arrives."""


@dataclass(frozen=True, slots=True)
class DesignPlan:
    """How to look for a design of a problem and how to prove its limit."""

    problem: CoverProblem
    methods: tuple[Method, ...]
    proof: tuple[ProofStep, ...]


@dataclass(frozen=True, slots=True)
class Designed:
    """The best design found, and what is proven of it."""

    design: Design
    stage: Stage


def design_shifts(plan: DesignPlan, seconds: float, workers: int, seed: int, progress: ProgressReport) -> Designed:
    """Design shifts within a time, on so many processes; ends early when the design is proven the best.

    One worker takes turns at searching and proving; of more, the first proves and the others search. The listener may
    raise to cancel; no process outlives this call, however it ends. Explores by the clock: two runs may differ.
    """
    board = Board(plan.problem, seconds)
    began = time.monotonic()
    team: dict[Connection, SpawnProcess] = {}
    try:
        for number in range(0 if board.settled else workers):
            ours, process = _hired(plan, number, workers, seed + number, _WORK_SHARE * board.seconds_left)
            team[ours] = process
        while team and not board.settled:
            ready = wait(list(team), min(_TURN_SECONDS, board.seconds_left))
            for each in [each for each in team if each in ready]:
                _hear(board, team, each)
            progress(1 - board.seconds_left / seconds, f"cost {board.best.cost}, at least {board.bound}")
    finally:
        for process in team.values():
            process.kill()
        for ours, process in team.items():
            process.join()
            ours.close()
    status = SolveStatus.OPTIMAL if board.proven else SolveStatus.FEASIBLE
    bound = min(board.bound, board.best.cost)
    stage = Stage("shift design", "cost", status, board.best.cost, bound, time.monotonic() - began)
    return Designed(board.best, stage)


def _hired(plan: DesignPlan, number: int, workers: int, seed: int, seconds: float) -> tuple[Connection, SpawnProcess]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(plan, number, workers, seed, time.time() + seconds, theirs))
    process.daemon = True
    process.start()
    theirs.close()
    return ours, process


def _hear(board: Board, team: dict[Connection, SpawnProcess], ready: Connection) -> None:
    """Take one worker's news, and pass what is better on to the others."""
    try:
        finding: Finding = ready.recv()
    except (EOFError, OSError):
        # A worker that ended without reading all its news resets the pipe instead of closing it.
        process = team.pop(ready)
        process.join()
        ready.close()
        # A worker that was killed from outside (a negative exit status) is only one fewer at work.
        if process.exitcode is not None and process.exitcode > 0:
            raise BugError(f"a shift design process ended with exit status {process.exitcode}") from None
        return
    if board.post(finding):
        for other in team:
            if other is not ready:
                _tell(other, Finding(board.best.heads, board.bound))


def _tell(other: Connection, finding: Finding) -> None:
    try:
        other.send(finding)
    except OSError:
        # It has ended; its end of the pipe says so when it is read next.
        return


def _work(plan: DesignPlan, number: int, workers: int, seed: int, until: float, team: Connection) -> None:
    """Search or prove in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    board = Board(plan.problem, max(0.0, until - time.time()))
    threading.Thread(target=_listen, args=(board, team), daemon=True).start()
    for finding in _findings(plan, board, number, workers, seed):
        if board.post(finding):
            team.send(finding)


def _findings(plan: DesignPlan, board: Board, number: int, workers: int, seed: int) -> Iterator[Finding]:
    # Further searchers begin with another solver, so that they do not all take the same first step.
    turn = max(0, number - 1) % len(plan.methods)
    searching = search(plan.problem, board, (*plan.methods[turn:], *plan.methods[:turn]), seed)
    proving = prove(board, plan.proof, seed)
    if workers == 1:
        return _in_turn((searching, proving))
    return proving if number == 0 else searching


def _in_turn(tasks: Sequence[Iterator[Finding]]) -> Iterator[Finding]:
    """Advance the task that has used the least time."""
    used = dict.fromkeys(range(len(tasks)), 0.0)
    while used:
        number = min(used, key=lambda each: (used[each], each))
        began = time.perf_counter()
        finding = next(tasks[number], None)
        used[number] += time.perf_counter() - began
        if finding is None:
            del used[number]
        else:
            yield finding


def _listen(board: Board, team: Connection) -> None:
    """Hear the others' news; when the process that started this one is gone, end at once."""
    try:
        while True:
            board.post(team.recv())
    except (EOFError, OSError):
        os._exit(1)
