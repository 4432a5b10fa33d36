"""The planning process: waits for a command, runs it, and reports through a pipe. Imports no Qt.

One process serves the window for its whole life. It imports the heavy modules once the window's first page stands,
runs at low priority, and ends when the window's end of the pipe closes.
"""

from __future__ import annotations

import importlib
import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from shiftbid.domain.errors import ShiftbidError
from shiftbid.services.desk_orders import DeskCommand
from shiftbid.services.progress import Cancelled, Progress

NICENESS = 10
CLOSED = (EOFError, ConnectionError)
"""What a pipe raises whose other end has closed."""


@dataclass(frozen=True, slots=True)
class Run:
    """To the worker: run this command."""

    command: DeskCommand


@dataclass(frozen=True, slots=True)
class Cancel:
    """To the worker: stop the command under way at its next report."""


@dataclass(frozen=True, slots=True)
class Progressed:
    """From the worker: how far the command has come."""

    progress: Progress


@dataclass(frozen=True, slots=True)
class Done:
    """From the worker: the command has ended, what it changed is stored, and this is its answer."""

    answer: object


@dataclass(frozen=True, slots=True)
class Stopped:
    """From the worker: the command was cancelled and nothing of it is kept."""


@dataclass(frozen=True, slots=True)
class Failed:
    """From the worker: the command ended in an error.

    Attributes
    ----------
    message
        What happened, for the person waiting.
    expected
        Whether shiftbid raised the error on purpose, so that the message says what to do.
    """

    message: str
    expected: bool


Report = Progressed | Done | Stopped | Failed


def work(pipe: Connection[Any, Any], heavy_modules: Sequence[str]) -> None:
    """Be the worker process: step back behind the window, import what planning needs, serve commands."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    for name in heavy_modules:
        importlib.import_module(name)
    serve(pipe)


def serve(pipe: Connection[Any, Any]) -> None:
    """Run commands from the pipe, one after the other, until it closes."""
    while True:
        try:
            order = pipe.recv()
            # A cancellation that arrives after its command has ended has nothing left to stop.
            if isinstance(order, Run):
                outcome = _outcome(order.command, pipe)
                pipe.send(outcome)
        except CLOSED:
            return


def _outcome(command: DeskCommand, pipe: Connection[Any, Any]) -> Report:
    def report(progress: Progress) -> None:
        try:
            if pipe.poll() and isinstance(pipe.recv(), Cancel):
                raise Cancelled(progress.stage)
            pipe.send(Progressed(progress))
        except CLOSED:
            # The window has gone: nobody waits for the outcome.
            raise Cancelled(progress.stage) from None

    try:
        answer = command(report)
    except Cancelled:
        return Stopped()
    except ShiftbidError as error:
        return Failed(str(error), expected=True)
    except Exception as error:
        logging.getLogger(__name__).exception("planning failed")
        return Failed(f"{type(error).__name__}: {error}", expected=False)
    return Done(answer)
