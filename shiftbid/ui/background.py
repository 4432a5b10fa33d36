"""Short work beside the window, in a thread of its own: what takes a blink, but too long for one frame."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from shiftbid.ui.bridge import ACROSS, Bridge

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class _Ended:
    subject: str
    number: int
    work: Future[Any]
    receive: Callable[[Any], None]


class Background(QObject):
    """Does one thing at a time; of several asked for about one subject, only the last is delivered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="shiftbid background")
        self._bridge = Bridge()
        self._bridge.sent.connect(self._deliver, ACROSS)
        self._latest: dict[str, int] = {}
        self._waiting: dict[str, Future[Any]] = {}

    def start(self, subject: str, work: Callable[[], Answer], receive: Callable[[Answer], None]) -> None:
        """Call `work` in the background, then `receive` with what it gave; errors of `work` are raised there."""
        self.forget(subject)
        number = self._latest[subject]
        bridge = self._bridge
        future = self._pool.submit(work)
        self._waiting[subject] = future
        future.add_done_callback(lambda ended: bridge.sent.emit(_Ended(subject, number, ended, receive)))

    def forget(self, subject: str) -> None:
        """Deliver nothing more about a subject of what was asked so far."""
        self._latest[subject] = self._latest.get(subject, 0) + 1
        waiting = self._waiting.pop(subject, None)
        if waiting is not None:
            waiting.cancel()

    def _deliver(self, ended: _Ended) -> None:
        if ended.number == self._latest.get(ended.subject) and not ended.work.cancelled():
            ended.receive(ended.work.result())
