"""What a person asks to have done: one thing at a time, with progress, and words on how it ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStatusBar, QWidget

from shiftbid.services.desk_orders import DeskCommand
from shiftbid.ui.failure_words import told_failure
from shiftbid.ui.jobs import JobRunner
from shiftbid.ui.locale_text import with_local_dates
from shiftbid.ui.progress_strip import ProgressStrip
from shiftbid.ui.widgets.failure_box import show_failure
from shiftbid.ui.worker import Failed


class WorkDesk(QObject):
    """Hands commands to the worker process, shows how far they are, and gives each answer to whoever asked.

    Signals
    -------
    begun
        Work is under way from now on.
    ended
        It is done, cancelled or refused.
    """

    begun = Signal()
    ended = Signal()

    def __init__(self, jobs: JobRunner, progress: ProgressStrip, status: QStatusBar, window: QWidget) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._progress = progress
        self._status = status
        self._window = window
        self._receive: Callable[[Any], None] | None = None
        progress.cancel_pressed.connect(self.cancel)
        jobs.progressed.connect(progress.show_progress)
        jobs.done.connect(self._done)
        jobs.cancelled.connect(self._cancelled)
        jobs.failed.connect(self._failed)

    @property
    def under_way(self) -> bool:
        """Whether something is being done: nothing else is begun then."""
        return self._jobs.running

    def run(self, command: DeskCommand, receive: Callable[[Any], None]) -> None:
        """Have a command done; `receive` takes its answer."""
        self._receive = receive
        self.begun.emit()
        self._progress.begin()
        self._status.clearMessage()
        self._jobs.run(command)

    def cancel(self) -> None:
        """Stop what is under way."""
        if self._jobs.running:
            self._progress.show_stopping()
            self._jobs.cancel()

    def close(self) -> None:
        """Do nothing more, for the window closes."""
        self._jobs.close()

    def _end(self) -> None:
        self._progress.hide()
        self.ended.emit()

    def _done(self, answer: object) -> None:
        self._end()
        receive, self._receive = self._receive, None
        if receive is not None:
            receive(answer)

    def _cancelled(self) -> None:
        self._end()
        self._status.showMessage(self.tr("Cancelled. Nothing was changed."))

    def _failed(self, failure: Failed) -> None:
        """What was refused stays readable in the status line once the box is closed."""
        self._end()
        told = with_local_dates(told_failure(failure.message)) if failure.expected else ""
        words = self.tr("This did not work. Nothing was changed."), told.partition("\n")[0]
        self._status.showMessage(" ".join(filter(None, words)))
        show_failure(failure, self._window)
