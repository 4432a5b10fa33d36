"""Runs planning and other work in one warm worker process, so that the window never waits."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from shiftbid.services.desk_orders import DeskCommand
from shiftbid.ui.worker import Cancel, Done, Failed, Progressed, Run, Stopped, work

GRACE_MILLISECONDS = 1500
"""How long a cancelled command may take to notice before its process is ended."""


@dataclass(frozen=True, slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection[Any, Any]
    notifier: QSocketNotifier


class JobRunner(QObject):
    """Starts, watches and cancels one command at a time.

    Signals
    -------
    progressed
        A `Progress` of the command under way.
    done
        The command has ended; its answer.
    cancelled
        The command was stopped and kept nothing.
    failed
        A `Failed`, also where the worker process died.
    """

    progressed = Signal(object)
    done = Signal(object)
    cancelled = Signal()
    failed = Signal(object)

    def __init__(self, heavy_modules: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heavy_modules = tuple(heavy_modules)
        self._worker: _Worker | None = None
        self._running = False
        self._grace = QTimer(self)
        self._grace.setSingleShot(True)
        self._grace.setInterval(GRACE_MILLISECONDS)
        self._grace.timeout.connect(self._end_unresponsive_worker)
        self._cancelling = False

    @property
    def running(self) -> bool:
        """Whether a command is under way."""
        return self._running

    @property
    def worker_process_id(self) -> int | None:
        """Process id of the worker, or None where none is alive."""
        return self._worker.process.pid if self._worker else None

    def warm_up(self) -> None:
        """Start the worker process, which imports what planning needs."""
        if self._worker is not None:
            return
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        # Not a daemon: planning may itself start processes, which Python forbids to daemons. `close` ends the worker.
        process = context.Process(target=work, args=(there, self._heavy_modules), name="shiftbid worker")
        process.start()
        there.close()
        notifier = QSocketNotifier(here.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._read_reports)
        self._worker = _Worker(process, here, notifier)

    def warm_up_soon(self) -> None:
        """Start the worker process after the next paint, so that its imports do not delay that."""
        QTimer.singleShot(0, self.warm_up)

    def run(self, command: DeskCommand) -> None:
        """Send a command to the worker; one at a time."""
        if self._running:
            return
        self.warm_up()
        self._running = True
        if self._worker is not None:
            try:
                self._worker.pipe.send(Run(command))
            except OSError:
                self._worker_died()

    def cancel(self) -> None:
        """Ask the command under way to stop; its process is ended where it does not listen in time."""
        if not self._running or self._cancelling or self._worker is None:
            return
        self._cancelling = True
        self._grace.start()
        try:
            self._worker.pipe.send(Cancel())
        except OSError:
            self._worker_died()

    def close(self) -> None:
        """End the worker process, with whatever it is doing."""
        self._running = self._cancelling = False
        self._grace.stop()
        self._end_worker()

    def _read_reports(self) -> None:
        while self._worker is not None and self._worker.pipe.poll():
            try:
                report = self._worker.pipe.recv()
            except (EOFError, OSError):
                self._worker_died()
                return
            self._announce(report)

    def _announce(self, report: object) -> None:
        if isinstance(report, Progressed):
            self.progressed.emit(report.progress)
            return
        self._running = self._cancelling = False
        self._grace.stop()
        match report:
            case Done(answer):
                self.done.emit(answer)
            case Stopped():
                self.cancelled.emit()
            case _:
                self.failed.emit(report)

    def _end_unresponsive_worker(self) -> None:
        self._end_worker()
        self.warm_up()
        self._announce(Stopped())

    def _worker_died(self) -> None:
        was_running, was_cancelling = self._running, self._cancelling
        code = self._end_worker()
        # Where it died idle, say while importing, a new one would die as well: it is started with the next command.
        if not was_running:
            return
        self.warm_up()
        self._announce(Stopped() if was_cancelling else Failed(self._death_message(code), expected=False))

    def _death_message(self, code: int | None) -> str:
        return self.tr(
            "The planning process ended unexpectedly (exit code {code}). "
            "Nothing was changed; a new process is ready, so you can plan again."
        ).format(code=code)

    def _end_worker(self) -> int | None:
        worker, self._worker = self._worker, None
        if worker is None:
            return None
        worker.notifier.setEnabled(False)
        worker.notifier.deleteLater()
        worker.pipe.close()
        worker.process.join(timeout=0.05)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()
        return worker.process.exitcode
